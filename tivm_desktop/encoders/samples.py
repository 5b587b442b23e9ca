"""A queue of samples that are pushed in blocks of any length and read by position."""

import numpy as np

from tivm_desktop.domain.arrays import FloatArray


class SampleQueue:
    """Keeps the samples from `start` (a position in the track) on; earlier ones were dropped."""

    def __init__(self) -> None:
        self._blocks: list[FloatArray] = []
        self.start = 0
        self.end = 0

    def push(self, samples: FloatArray) -> None:
        """Append (n,) samples."""
        if samples.ndim != 1:
            raise ValueError(f"expected mono samples of shape (n,), got {samples.shape}")
        if len(samples):
            self._blocks.append(np.array(samples, np.float32))
            self.end += len(samples)

    def read(self, start: int, end: int) -> FloatArray:
        """Return samples [start, end); positions before 0 mirror the beginning around sample 0."""
        joined = np.concatenate(self._blocks) if self._blocks else np.zeros(0, np.float32)
        self._blocks = [joined]
        if start < 0:
            return np.concatenate([joined[-start:0:-1], joined[:end]])
        return joined[start - self.start : end - self.start]

    def drop_before(self, position: int) -> None:
        """Forget samples before `position`."""
        position = max(self.start, min(position, self.end))
        joined = np.concatenate(self._blocks) if self._blocks else np.zeros(0, np.float32)
        self._blocks = [joined[position - self.start :].copy()]
        self.start = position
