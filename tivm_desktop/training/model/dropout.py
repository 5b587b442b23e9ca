"""Dropout that costs a quarter of torch's on the CPU."""

import torch
from torch import Tensor, nn


class Dropout(nn.Module):
    """Zeroes a share of values in training and scales the rest up, like `nn.Dropout`.

    One draw of 64 bits serves eight values, so the share is rounded to a 256th. Without, dropout would take a
    third of the time of a training on two cores.
    """

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share
        self._threshold = round(share * 256)

    def forward(self, rows: Tensor) -> Tensor:
        """Return rows with values dropped; the rows themselves in evaluation."""
        if not self.training or self._threshold == 0:
            return rows
        count = rows.numel()
        words = torch.empty((count + 7) // 8, dtype=torch.int64, device=rows.device).random_(-(2**63), None)
        kept = words.view(torch.uint8)[:count].view(rows.shape) >= self._threshold
        return rows * kept.to(rows.dtype).mul_(256 / (256 - self._threshold))

    def extra_repr(self) -> str:
        """Return the share, for printing."""
        return f"share={self.share}"
