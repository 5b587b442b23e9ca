"""Which items are seen together, and which stretch of each."""

from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import Tensor

from tivm_desktop.training.learning.seeds import generator
from tivm_desktop.training.model.config import RunConfig


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """B items, cropped to one length."""

    items: Tensor
    """(B,) int64."""
    video_starts: Tensor
    """(B,) first rows."""
    music_starts: Tensor
    """(B,) first rows; the video's where crops are aligned."""
    length: int
    """Rows of each crop."""

    def part(self, rank: int, size: int) -> "Batch":
        """Return the share of one of `size` processes; B must be a multiple of `size`."""
        share = slice(rank * len(self.items) // size, (rank + 1) * len(self.items) // size)
        return Batch(self.items[share], self.video_starts[share], self.music_starts[share], self.length)


def steps_per_epoch(config: RunConfig, items: int) -> int:
    """Return how many batches an epoch over `items` items has."""
    return -(-items // config.batch)


def batches(config: RunConfig, lengths: Tensor, epoch: int, processes: int = 1) -> Iterator[Batch]:
    """Yield an epoch's batches: all items in a new order, cut into parts of nearly equal size.

    The same config, lengths and epoch give the same batches whatever the number of processes, except that
    each batch is cut down to a multiple of it.

    Args:
        config: whose `seed`, `batch`, `crops` and `crops_s` hold.
        lengths: (S,) rows of each item, on the CPU.
        epoch: from 0.
        processes: that share each batch.
    """
    draw = generator("batches", config.seed, epoch)
    order = torch.randperm(len(lengths), generator=draw)
    for chunk in order.tensor_split(steps_per_epoch(config, len(lengths))):
        items = chunk[: len(chunk) - len(chunk) % processes]
        longest = int(lengths[items].max())
        which = int(torch.randint(len(config.crops_s), (1,), generator=draw))
        length = min(round(config.crops_s[which] * config.rate_hz) or longest, longest)
        spare = (lengths[items] - length).clamp(min=0) + 1
        video, music = (torch.rand(2, len(items), generator=draw, dtype=torch.float64) * spare).long()
        yield Batch(items, video, video if config.crops == "aligned" else music, length)
