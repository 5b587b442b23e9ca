"""From a score to the fit shown: the smoothed percentage of reference scores that lie below it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from tivm_desktop.domain.arrays import Float64Array

_STEPS = 8
"""Grid points in a width of the kernel. `FitCurve.of_all` and `FitCurve.of` differ by less than 1e-5, before
rounding to float32: a cubic through values and slopes a step h apart errs by at most h^4 / 384 times the
fourth derivative, which is below .13 for the logistic function: 100 .13 / 384 / 8^4 = 8.3e-6."""
_TAIL = 20.0
"""Widths beyond the outermost reference, after which the curve is within 100 exp(-20) = 2e-7 of flat."""
_AT_ONCE = 16_384
"""Scores converted together, so that what is computed stays in the processor's cache."""


@dataclass(frozen=True, slots=True, eq=False)
class FitCurve:
    """Fit as a function of the score: 100 times the mean of logistic steps at the reference scores."""

    reference: Float64Array
    """(R,) at least one."""
    width: float
    """Of each step, in units of the score; positive."""

    def of(self, score: float) -> float:
        """Return 0..100, strictly increasing in the score: tracks beyond all references don't tie."""
        return float(100.0 * expit((score - self.reference) / self.width).mean())

    def of_all(self, scores: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the fits of (N,) scores, those of `of` within 1e-5; NaN stays NaN.

        Far beyond the references, fits may tie.
        """
        fits = np.full(len(scores), np.nan, np.float32)
        known = np.isfinite(scores)
        if not known.any():
            return fits
        low, high = self.reference.min() - _TAIL * self.width, self.reference.max() + _TAIL * self.width
        low, high = max(low, float(scores[known].min())), min(high, float(scores[known].max()))
        step = self.width / _STEPS
        grid = low + step * np.arange(max(int(np.ceil((high - low) / step)), 0) + 2)
        risen = expit((grid[:, None] - self.reference) / self.width)
        values = 100.0 * risen.mean(axis=1)
        slopes = 100.0 * (risen * (1.0 - risen)).mean(axis=1) / _STEPS
        for start in range(0, len(scores), _AT_ONCE):
            part = slice(start, start + _AT_ONCE)
            at = (np.clip(np.nan_to_num(scores[part], nan=low), low, grid[-1]) - low) / step
            fits[part] = _cubic(at, values, slopes)
        fits[~known] = np.nan
        return fits


def _cubic(at: Float64Array, values: Float64Array, slopes: Float64Array) -> Float64Array:
    """Hermite interpolation at (N,) places in units of the grid of (G,) values and slopes a step."""
    cell = np.minimum(at.astype(np.intp), len(values) - 2)
    t = at - cell
    begin, end, first, last = values[cell], values[cell + 1], slopes[cell], slopes[cell + 1]
    rise = end - begin
    bent = (3.0 * rise - 2.0 * first - last) + t * (first + last - 2.0 * rise)
    return np.asarray(begin + t * (first + t * bent), np.float64)
