"""The fit by trained towers: an inverse distance, counted against pairs that don't belong together."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.fit_curve import FitCurve

_BANDWIDTH = 0.3
"""Of the smoothing, in standard deviations of the reference distances."""
_NARROWEST = 1e-3


@dataclass(frozen=True, slots=True)
class TowerScale:
    """What a distance between embeddings is worth."""

    distances: tuple[float, ...] = ()
    """Evenly spaced quantiles, ascending, of the distance between the video of one item and the music of
    another in the data that the pack was exported with; empty where there was none."""

    def fit(self, video: FloatArray, track: FloatArray) -> float:
        """Return 0..100 for two unit embeddings, (E,) each.

        It is the smoothed percentage of reference pairs that lie farther apart, or `100 / (1 + distance)`
        without reference. Strictly decreasing in the distance either way: the logistic kernel keeps tracks
        apart that are all closer, or all farther, than any reference pair.
        """
        distance = float(np.linalg.norm(video.astype(np.float64) - track))
        return 100.0 / (1.0 + distance) if self._curve is None else self._curve.of(-distance)

    def fits(self, distances: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the (N,) fits of (N,) distances, close to `fit` (see `FitCurve.of_all`); NaN stays NaN."""
        if self._curve is None:
            return np.asarray(100.0 / (1.0 + distances), np.float32)
        return self._curve.of_all(-distances)

    @property
    def _curve(self) -> FitCurve | None:
        """The fit as a function of minus the distance."""
        if not self.distances:
            return None
        reference = np.asarray(self.distances)
        return FitCurve(-reference, max(_BANDWIDTH * float(reference.std()), _NARROWEST))
