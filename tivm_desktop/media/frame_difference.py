"""How much the picture changes from one frame to the next, sampled once a second."""

from collections import deque

import numpy as np
from av.video.frame import VideoFrame
from av.video.reformatter import Interpolation

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.media.picture_distance import mean_difference
from tivm_desktop.media.scaling import FrameScaler

LAG_S = 1 / 25
"""Differences are given for frames this far apart."""
_SAMPLED_SIZE = (160, 90)
"""Pixels that are compared, picked from the full picture without averaging: the mean over them is that over
all pixels within 2 %, where pictures averaged to this size lose a fifth and more to fine texture."""
_GROWTH = 0.7
"""Differences grow with the lag to this power: measured at lags of 1 to 4 frames of two films."""


class FrameDifferenceMeter:
    """Mean absolute RGB difference (0..255) of the first frame of each second to the one just before it.

    It is what MuVi-Sync calls motion, cuts included. Frame rates differ, and frames that no other refers to
    may not be decoded: the frame that comes nearest to `LAG_S` before is taken, and the difference is scaled
    to that lag. Keeps the frames of the last `LAG_S`, at least one.
    """

    def __init__(self) -> None:
        self._recent: deque[tuple[float, VideoFrame]] = deque()
        self._scaler = FrameScaler(*_SAMPLED_SIZE, Interpolation.POINT)
        self._differences: dict[int, float] = {}

    def push(self, time_s: float, frame: VideoFrame) -> None:
        """Take the next frame, shown at `time_s`."""
        if self._recent and time_s <= self._recent[-1][0]:
            return
        last_s = self._recent[-1][0] if self._recent else time_s
        if int(time_s) > int(last_s):
            self._differences[int(time_s)] = self._difference(time_s, frame)
        self._recent.append((time_s, frame))
        self._forget(sought_s=2 * time_s - last_s - LAG_S)

    def per_second(self, length_s: int) -> FloatArray:
        """(length_s,) the difference as each second begins; 0 for second 0 and where no frame begins."""
        rows = np.zeros(length_s, np.float32)
        for second, difference in self._differences.items():
            rows[min(second, length_s - 1)] = difference
        return rows

    def _forget(self, sought_s: float) -> None:
        """Let go of frames that the next one won't be compared with if it comes as soon as this one did."""
        while len(self._recent) > 1 and abs(self._recent[1][0] - sought_s) < abs(
            self._recent[0][0] - sought_s
        ):
            self._recent.popleft()

    def _difference(self, time_s: float, frame: VideoFrame) -> float:
        before_s, before = min(self._recent, key=lambda known: abs(time_s - known[0] - LAG_S))
        difference = mean_difference(self._scaler.rgb(frame), self._scaler.rgb(before))
        return difference * float((LAG_S / (time_s - before_s)) ** _GROWTH)
