"""One fit of several parts: how a track scores for this video, compared with how it scores for other videos.

Each part (`PARTS`) gives a video and a track a raw score. A track that is near to everything would lead
every list, so a track's score counts from its own mean over a bank of other videos that the pack carries, on
a scale common to all tracks; one that swings far from video to video is tempered by its own deviation (after
the Z-norm of speaker verification: Auckenthaler, Carey and Lloyd-Thomas 2000, Digital Signal Processing
10(1)). That also brings all parts to one scale. The fused score is their weighted sum. The fit shown is the
percentage of the pack's reference library of tracks that scores lower for this video.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import ArrayLike

from tivm_desktop.domain.arrays import Float64Array
from tivm_desktop.domain.axes import AXES
from tivm_desktop.domain.class_lexicon import STYLE_NAMES
from tivm_desktop.domain.description import Description
from tivm_desktop.domain.fit_curve import FitCurve

AXIS_WEIGHTS: Mapping[str, float] = MappingProxyType({"energy": 1.0, "valence": 1.0, "tension": 0.25})
"""Stated choices: tension is nearly the opposite of valence on both sides, so it counts little."""

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {"affect": 1.0, "styles": 0.25, "correspondence": 1.0, "towers": 0.125}
)
"""Stated choices: mood, and what people's pairs teach, lead; the styles rest on our judgement alone, and the
towers know the rhythm of pop videos only (ADR 0095)."""

PARTS: tuple[str, ...] = tuple(WEIGHTS)

Vectors = Mapping[str, Float64Array]
"""A video or a track by part: (3,) on the axes, (S,) styles, (RANK,) correspondence, (E,) embedding; a part
that is not known is absent."""

_USUAL_DEVIATION: Mapping[str, float] = MappingProxyType(
    {"affect": 2.0, "styles": 0.3, "correspondence": 0.35, "towers": 0.35}
)
"""Of a part's raw scores, for packs that carry no bank."""
_BANDWIDTH = 0.1
"""Of the smoothed percentage, in deviations of the reference library's scores."""
_MOST_SWING = 1.2
"""In a part's usual deviations: a track that swings more than this from video to video is tempered by its own
deviation, all others are brought to one common scale."""


def vectors(description: Description, embedding: ArrayLike | None = None) -> Vectors:
    """Return a side's vectors by part; `embedding` is what the pack's tower gives."""
    found: dict[str, Float64Array] = {}
    if description.axes:
        found["affect"] = np.array([description.axes.get(axis, 0.0) for axis in AXES])
    if description.styles:
        found["styles"] = np.array([description.styles.get(style, 0.0) for style in STYLE_NAMES])
    if description.correspondence:
        found["correspondence"] = np.asarray(description.correspondence, np.float64)
    if embedding is not None:
        found["towers"] = np.asarray(embedding, np.float64)
    return found


def raw_scores(part: str, video: Float64Array, music: Float64Array) -> Float64Array:
    """Return (V, M) raw scores of a part, higher is better, for (V, D) videos and (M, D) tracks.

    Affect: minus the weighted squared distance on the axes. Styles: the sum over styles of the picture's
    presence times the track's score. Correspondence and towers: the cosine of unit vectors.
    """
    if part != "affect":
        return np.asarray(video @ music.T, np.float64)
    weights = np.array([AXIS_WEIGHTS[axis] for axis in AXES])
    apart = video[:, None, :] - music[None, :, :]
    return np.asarray(-(weights * apart**2).sum(axis=2), np.float64)


@dataclass(frozen=True, slots=True)
class NormalisedTrack:
    """A track's vectors, and by part its mean over the bank and the deviation that its scores count in."""

    vectors: Vectors
    mean: Mapping[str, float]
    deviation: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class MeasuredVideo:
    """A video's vectors, and how the reference library scores for it, ascending."""

    vectors: Vectors
    reference: Float64Array


class Fusion:
    """Measures videos and tracks against the bank and the reference library of a pack.

    Each side is measured once; the fit of a pair (`fit_of`) is then arithmetic on a few numbers.
    """

    def __init__(self, bank: Sequence[Vectors], library: Sequence[Vectors]) -> None:
        """Measure the references.

        Args:
            bank: the bank's videos; may be empty.
            library: the reference library's tracks; may be empty.
        """
        self._bank = {part: np.stack([one[part] for one in bank]) for part in shared_parts(bank)}
        self._usual = dict(_USUAL_DEVIATION)
        shared = shared_parts(library)
        for part in (part for part in shared if part in self._bank):
            scores = raw_scores(part, self._bank[part], np.stack([one[part] for one in library]))
            self._usual[part] = max(float((scores - scores.mean(axis=0)).std()), 1e-9)
        self._library = [self.track({part: one[part] for part in shared}) for one in library]

    def track(self, found: Vectors) -> NormalisedTrack:
        """Measure a track against the bank."""
        mean, deviation = {}, {}
        for part, vector in found.items():
            mean[part], deviation[part] = 0.0, self._usual[part]
            if part in self._bank:
                scores = raw_scores(part, self._bank[part], vector[None])
                mean[part] = float(scores.mean())
                deviation[part] = max(float(scores.std()) / _MOST_SWING, self._usual[part])
        return NormalisedTrack(found, mean, deviation)

    def video(self, found: Vectors) -> MeasuredVideo:
        """Score the reference library for a video."""
        scores = [fused(found, one) for one in self._library]
        return MeasuredVideo(found, np.sort(np.asarray(scores, np.float64)))


def part_scores(video: Vectors, track: NormalisedTrack) -> dict[str, float]:
    """Return the normalised score of each part that both sides have: 0 on average over the bank."""
    return {
        part: (float(raw_scores(part, video[part][None], vector[None])[0, 0]) - track.mean[part])
        / track.deviation[part]
        for part, vector in track.vectors.items()
        if part in video
    }


def fused(video: Vectors, track: NormalisedTrack) -> float:
    """Return the weighted sum of the parts' scores, on the scale of one score; 0 where there is no part."""
    found = part_scores(video, track)
    total = sum(WEIGHTS[part] * score for part, score in found.items())
    return float(total / np.sqrt(sum(WEIGHTS[part] ** 2 for part in found))) if found else 0.0


def fit_of(video: MeasuredVideo, track: NormalisedTrack) -> float:
    """Return 0..100: the smoothed percentage of the reference library that scores lower for the video.

    Strictly increasing in the fused score. Without a reference library, the score on a logistic scale.
    """
    return fit_curve(video).of(fused(video.vectors, track))


def fit_curve(video: MeasuredVideo) -> FitCurve:
    """Return what the fit of a fused score is for a video; see `fit_of`."""
    if not len(video.reference):
        return FitCurve(np.zeros(1), 1.0)
    return FitCurve(video.reference, max(_BANDWIDTH * float(video.reference.std()), 1e-6))


def shared_parts(items: Sequence[Vectors]) -> list[str]:
    """Return the parts that all items have; none where there are no items."""
    return [part for part in PARTS if items and all(part in one for one in items)]
