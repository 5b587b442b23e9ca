"""Regularised canonical correlation, solved in the principal axes of each side.

H. D. Vinod, Canonical ridge and econometrics of joint production, Journal of Econometrics 4 (1976): each
side's covariance gets a multiple of the identity before it is inverted.
"""

from dataclasses import dataclass

import numpy as np

from tivm_desktop.domain.arrays import Float64Array

_NEGLIGIBLE = 1e-8


@dataclass(frozen=True, slots=True)
class CcaSettings:
    """What regularises.

    Attributes:
        video_ridge: added to the variance along each axis of the video side (inputs are scaled to 1).
        music_ridge: the same of the music side.
        components: the most canonical directions that are kept.
        power: each direction is scaled by this power of its canonical correlation, on both sides.
    """

    video_ridge: float
    music_ridge: float
    components: int
    power: float


@dataclass(frozen=True, slots=True, eq=False)
class Axes:
    """Principal axes of one side's training items: mean `(F,)`, axes `(F, R)`, variance along each `(R,)`."""

    mean: Float64Array
    axes: Float64Array
    variance: Float64Array

    @classmethod
    def of(cls, values: Float64Array) -> "Axes":
        """Find the axes of `(n, F)` values; those without variance are left out."""
        mean = values.mean(axis=0)
        _, singular, axes = np.linalg.svd(values - mean, full_matrices=False)
        kept = singular > _NEGLIGIBLE * max(float(singular[0]), _NEGLIGIBLE)
        return cls(mean, axes[kept].T, singular[kept] ** 2 / len(values))

    def __call__(self, values: Float64Array) -> Float64Array:
        """Return `(n, R)` coordinates along the axes."""
        return np.asarray((values - self.mean) @ self.axes)


class CanonicalPair:
    """Both sides' axes and what they share; directions for many settings are cheap to take from it."""

    def __init__(self, video: Float64Array, music: Float64Array) -> None:
        """Take the training items' scaled values, `(n, F_video)` and `(n, F_music)`."""
        self.video, self.music = Axes.of(video), Axes.of(music)
        self._shared = self.video(video).T @ self.music(music) / len(video)

    def directions(
        self, video_ridge: float, music_ridge: float
    ) -> tuple[Float64Array, Float64Array, Float64Array]:
        """Return all directions `(R_video, C)` and `(R_music, C)` and their canonical correlations `(C,)`."""
        video_scale = 1.0 / np.sqrt(self.video.variance + video_ridge)
        music_scale = 1.0 / np.sqrt(self.music.variance + music_ridge)
        left, correlation, right = np.linalg.svd(
            video_scale[:, None] * self._shared * music_scale, full_matrices=False
        )
        return video_scale[:, None] * left, music_scale[:, None] * right.T, correlation


def weighted(
    directions: Float64Array, correlation: Float64Array, components: int, power: float
) -> Float64Array:
    """Return the first directions, each times a power of its correlation: `(R, min(components, C))`."""
    return np.asarray(directions[:, :components] * correlation[:components] ** power)


def unit(rows: Float64Array) -> Float64Array:
    """Return rows of length 1; a row of zeros stays."""
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12))
