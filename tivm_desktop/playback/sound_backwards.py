"""Sound from its end to its beginning: decoded forwards in chunks, each one given back reversed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

CHUNK_BLOCKS = 10
"""Blocks a chunk: with each one decoding starts anew, so many are quicker; and more have to be waited for."""
FIRST_CHUNK_BLOCKS = 4
_SETTLE_S = 0.02
"""Decoded before each chunk and left out: a resampler that begins there has not settled."""
_GRID_S = 0.04
"""Chunks begin at multiples of this: at most rates a sample of the file lies there, so no phase is lost."""


class SoundReader(Protocol):
    """Decodes a file; `tivm_desktop.media.audio.audio_blocks` is one."""

    def __call__(
        self, path: Path, rate: int, channels: int, *, block_s: float, start_s: float
    ) -> Iterator[NDArray[np.float32]]:
        """Yield (n, channels) float32 of `block_s` each from second `start_s` on; may raise `MediaError`."""
        ...


def blocks_backwards(
    read: SoundReader, path: Path, rate: int, channels: int, *, block_s: float, start_s: float
) -> Iterator[NDArray[np.float32]]:
    """Decode from second `start_s` back to the beginning.

    Args:
        read: Decodes forwards.
        path: The file.
        rate: Rate of the blocks, Hz.
        channels: 1 or 2.
        block_s: Seconds a block, about.
        start_s: Where to begin; beyond the end of the sound there is silence first. At 0 there is nothing.

    Yields:
        (n, channels) float32; the first sample is the one before `start_s`, the last one is sample 0.

    Raises:
        MediaError: The file can't be decoded.
    """
    size = max(1, round(block_s * rate))
    end, blocks = round(start_s * rate), FIRST_CHUNK_BLOCKS
    while end > 0:
        wanted_s = max(0.0, end / rate - blocks * block_s)
        first = round(wanted_s // _GRID_S * _GRID_S * rate)
        chunk = _chunk(read, path, rate, channels, block_s, first, end)[::-1]
        for start in range(0, len(chunk), size):
            yield chunk[start : start + size]
        end, blocks = first, CHUNK_BLOCKS


def _chunk(
    read: SoundReader, path: Path, rate: int, channels: int, block_s: float, first: int, end: int
) -> NDArray[np.float32]:
    """(end - first, channels): the samples there, silence beyond the end of the sound."""
    lead = min(first, round(_SETTLE_S * rate))
    samples = np.zeros((lead + end - first, channels), np.float32)
    filled = 0
    for block in read(path, rate, channels, block_s=block_s, start_s=(first - lead) / rate):
        part = block[: len(samples) - filled]
        samples[filled : filled + len(part)] = part
        filled += len(part)
        if filled == len(samples):
            break
    return samples[lead:]
