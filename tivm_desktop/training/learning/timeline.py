"""One side of many items as one tensor, from which crops are gathered by index arithmetic."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from tivm_desktop.training.archives.archive import PairedArchive, Side


@dataclass(frozen=True, slots=True, eq=False)
class Timeline:
    """S sequences one after the other."""

    rows: Tensor
    """(N, D) float32."""
    first: Tensor
    """(S,) int64, the first row of each sequence."""
    lengths: Tensor
    """(S,) int64, its rows."""

    def crops(self, items: Tensor, starts: Tensor, length: int) -> tuple[Tensor, Tensor]:
        """Return stretches of sequences and which rows of them are real.

        Args:
            items: (B,) which sequences.
            starts: (B,) first rows, counted within the sequence.
            length: rows; what lies beyond a sequence's end repeats its last row and is masked.

        Returns:
            (B, length, D) rows and the (B, length) mask.
        """
        within = starts.unsqueeze(1) + torch.arange(length, device=self.rows.device)
        ends = self.lengths[items].unsqueeze(1)
        places = self.first[items].unsqueeze(1) + torch.minimum(within, ends - 1)
        rows = self.rows.index_select(0, places.flatten()).view(len(items), length, -1)
        return rows, within < ends

    def middle(self, length: int) -> "Timeline":
        """Return the sequences as if only `length` rows in the middle of each were known."""
        spare = (self.lengths - length).clamp(min=0)
        return Timeline(self.rows, self.first + spare // 2, self.lengths - spare)


def timeline(
    archive: PairedArchive,
    side: Side,
    items: Sequence[int] | NDArray[np.int64],
    device: torch.device | str = "cpu",
    prepared: Callable[[Tensor], Tensor] = lambda rows: rows,
) -> Timeline:
    """Return one side of an archive's items, in the order given, on a device, its rows being `prepared`."""
    lengths = torch.from_numpy(archive.lengths[np.asarray(items)])
    rows = torch.from_numpy(np.concatenate([archive.rows(side, int(item)) for item in items]))
    first = lengths.cumsum(0) - lengths
    return Timeline(prepared(rows.to(device)), first.to(device), lengths.to(device))
