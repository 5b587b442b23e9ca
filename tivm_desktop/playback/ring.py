"""Samples on their way from a decoder thread to the audio callback."""

import numpy as np
from numpy.typing import NDArray


class SampleRing:
    """A ring of preallocated samples for one writing and one reading thread, without locks.

    Samples are addressed by their absolute index in the source, so that the reader can skip ahead to where
    the picture is. Each thread only ever changes its own index, and only after the samples themselves were
    copied.
    """

    def __init__(self, capacity: int, channels: int, first_sample: int) -> None:
        """Make an empty ring of `capacity` samples whose first written sample will be `first_sample`."""
        self._samples: NDArray[np.float32] = np.zeros((capacity, channels), np.float32)
        self._capacity = capacity
        self._written = first_sample
        self._read = first_sample
        self._finished = False

    @property
    def written_until(self) -> int:
        """Index after the last written sample."""
        return self._written

    @property
    def finished(self) -> bool:
        """Whether no more samples will be written."""
        return self._finished

    @property
    def space(self) -> int:
        """How many samples can be written now."""
        return self._capacity - (self._written - self._read)

    def write(self, block: NDArray[np.float32]) -> int:
        """Append as much of `block` (n, channels) as there is room for; return how many samples that was."""
        count = min(len(block), self.space)
        start = self._written % self._capacity
        first = min(count, self._capacity - start)
        self._samples[start : start + first] = block[:first]
        self._samples[: count - first] = block[first:count]
        self._written += count
        return count

    def finish(self) -> None:
        """Say that the source has ended."""
        self._finished = True

    def read_into(self, out: NDArray[np.float32], sample: int) -> int:
        """Copy the samples from index `sample` on into `out` (n, channels) and let go of everything before.

        Returns:
            How many samples of `out` were filled; the rest is left as it was. 0 where `sample` is gone
            already.
        """
        written = self._written
        if sample < self._read or not len(out):
            return 0
        count = min(len(out), written - sample)
        if count <= 0:
            self._read = written
            return 0
        start = sample % self._capacity
        first = min(count, self._capacity - start)
        out[:first] = self._samples[start : start + first]
        out[first:count] = self._samples[: count - first]
        self._read = sample + count
        return count
