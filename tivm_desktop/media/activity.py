"""Movement inside shots, whatever the frame rate."""

from array import array
from collections import deque

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.arrays import FloatArray

LAG_S = 1 / 8
"""Pictures this far apart are compared."""
_LONGEST_STEP_S = 0.5
"""A frame counts for at most this long."""


class ActivityMeter:
    """Mean absolute luma difference (0..255) between pictures `LAG_S` apart, as a rate per second.

    Frames are hardly ever just `LAG_S` apart, so the difference is interpolated between the two earlier
    frames on either side of it: frame rate and skipped frames change the result by a few percent only.
    Memory: 20 bytes a frame.
    """

    def __init__(self) -> None:
        self._history: deque[tuple[float, FloatArray]] = deque()
        self._times = array("d")
        self._oldest = array("d")
        self._differences = array("f")

    def push(self, time_s: float, luma: FloatArray) -> None:
        """Take the next frame, shown at `time_s`, as any (H, W) luma picture, 0..255."""
        if self._history and time_s <= self._history[-1][0]:
            return
        while len(self._history) > 1 and self._history[1][0] <= time_s - LAG_S:
            self._history.popleft()
        if self._history:
            self._times.append(time_s)
            self._oldest.append(self._history[0][0])
            self._differences.append(self._difference(time_s, luma))
        self._history.append((time_s, luma))

    def per_second(self, length_s: int, cuts_s: NDArray[np.float32]) -> FloatArray:
        """(length_s,) mean over each second, frames weighted by the time since the one before.

        Differences across any of `cuts_s` are left out; a second without any other is 0.
        """
        times, oldest = np.array(self._times), np.array(self._oldest)
        weights = np.minimum(np.diff(times, prepend=oldest[:1]), _LONGEST_STEP_S)
        cuts_before = [np.searchsorted(cuts_s, at + 1e-4, side="right") for at in (oldest, times)]
        weights[cuts_before[0] != cuts_before[1]] = 0
        rows = np.minimum(times.astype(np.intp), length_s - 1)
        total = np.bincount(rows, weights * np.array(self._differences), minlength=length_s)
        weight = np.bincount(rows, weights, minlength=length_s)
        rate = np.divide(total, weight, out=np.zeros(length_s), where=weight > 0) / LAG_S
        return rate.astype(np.float32)

    def _difference(self, time_s: float, luma: FloatArray) -> float:
        """The difference at `LAG_S`, taken as linear between the frames around it (and 0 at no lag)."""
        older_s, older = self._history[0]
        far_lag, far = time_s - older_s, _mean_difference(luma, older)
        if far_lag <= LAG_S:
            return far * LAG_S / far_lag
        near_lag, near = 0.0, 0.0
        if len(self._history) > 1:
            newer_s, newer = self._history[1]
            near_lag, near = time_s - newer_s, _mean_difference(luma, newer)
        share = (LAG_S - near_lag) / (far_lag - near_lag)
        return near + (far - near) * share


def _mean_difference(one: FloatArray, other: FloatArray) -> float:
    return float(np.abs(one - other).mean())
