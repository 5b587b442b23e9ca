"""Samples on their way from a decoder thread to the audio callback."""

import numpy as np
from numpy.typing import NDArray


class SampleRing:
    """A ring of preallocated samples for one writing and one reading thread, without locks.

    Samples are addressed by their absolute index in the source, so that the reader can skip ahead to where
    the picture is. Some of what was read stays: a track that is moved a little, or comes back, is there
    again at once. Each thread only ever changes its own index, and only after the samples themselves were
    copied.
    """

    def __init__(self, capacity: int, channels: int, first_sample: int, behind: int = 0) -> None:
        """Make an empty ring whose first written sample will be `first_sample`.

        Args:
            capacity: How many samples it holds.
            channels: How wide they are.
            first_sample: Index of the first sample; any whole number.
            behind: How many of the samples that were read stay, fewer than `capacity`.
        """
        self._samples: NDArray[np.float32] = np.zeros((capacity, channels), np.float32)
        self._capacity = capacity
        self._behind = behind
        self._first = first_sample
        self._written = first_sample
        self._read = first_sample
        self._finished = False

    @property
    def kept_from(self) -> int:
        """Index of the first sample that is still there."""
        return max(self._first, self._read - self._behind)

    @property
    def read_until(self) -> int:
        """Index after the last sample that was read, or let go of."""
        return self._read

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
        return self._capacity - (self._written - self.kept_from)

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

    def skip_to(self, sample: int) -> None:
        """Let go of what lies before `sample`, as reading it would; for the reading thread."""
        self._read = max(self._read, min(sample, self._written))

    def read_into(self, out: NDArray[np.float32], sample: int) -> int:
        """Copy the samples from index `sample` on into `out` (n, channels) and let go of those before.

        Returns:
            How many samples of `out` were filled; the rest is left as it was. 0 where `sample` is gone
            already.
        """
        written = self._written
        if sample < self.kept_from or not len(out):
            return 0
        count = max(0, min(len(out), written - sample))
        start = sample % self._capacity
        first = min(count, self._capacity - start)
        out[:first] = self._samples[start : start + first]
        out[first:count] = self._samples[: count - first]
        self._read = max(self._read, min(sample + count, written))
        return count
