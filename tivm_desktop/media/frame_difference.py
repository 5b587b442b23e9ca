"""How much the picture changes from one frame to the next, sampled once a second."""

from collections import deque

import numpy as np
from av.video.frame import VideoFrame
from numpy.typing import NDArray

from tivm_desktop.media.scaling import FrameScaler

FloatArray = NDArray[np.float32]

LAG_S = 1 / 25
"""Differences are given for frames this far apart."""
_MEASURED_SIZE = (224, 224)


class FrameDifferenceMeter:
    """Mean absolute RGB difference (0..255) of the first frame of each second to the one just before it.

    It is what MuVi-Sync calls motion, cuts included. Frame rates differ, and frames that no other refers to
    may not be decoded: the frame that comes nearest to `LAG_S` before is taken, and the difference is scaled
    to that lag as if it grew evenly. Keeps the frames of the last `LAG_S` and one more.
    """

    def __init__(self) -> None:
        self._recent: deque[tuple[float, VideoFrame]] = deque()
        self._scaler = FrameScaler(*_MEASURED_SIZE)
        self._differences: dict[int, float] = {}

    def push(self, time_s: float, frame: VideoFrame) -> None:
        """Take the next frame, shown at `time_s`."""
        if self._recent and time_s <= self._recent[-1][0]:
            return
        while len(self._recent) > 1 and self._recent[1][0] <= time_s - LAG_S:
            self._recent.popleft()
        if self._recent and int(time_s) > int(self._recent[-1][0]):
            self._differences[int(time_s)] = self._difference(time_s, frame)
        self._recent.append((time_s, frame))

    def per_second(self, length_s: int) -> FloatArray:
        """(length_s,) the difference as each second begins; 0 for second 0 and where no frame begins."""
        rows = np.zeros(length_s, np.float32)
        for second, difference in self._differences.items():
            rows[min(second, length_s - 1)] = difference
        return rows

    def _difference(self, time_s: float, frame: VideoFrame) -> float:
        before_s, before = min(self._recent, key=lambda known: abs(time_s - known[0] - LAG_S))
        new, old = self._scaler.rgb(frame).astype(np.int16), self._scaler.rgb(before)
        return float(np.abs(new - old).mean(dtype=np.float64)) * LAG_S / (time_s - before_s)
