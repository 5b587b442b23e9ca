"""Pooling over time: (B, T, H) rows and their (B, T) mask to one row an item."""

from collections.abc import Sequence

from torch import Tensor, nn

from tivm_desktop.training.model import masked
from tivm_desktop.training.model.config import Pooling


class MeanPooling(nn.Module):
    """Means over time, (B, H)."""

    def forward(self, rows: Tensor, mask: Tensor) -> Tensor:
        """Return the means."""
        return masked.mean(rows, mask)


class AttentionPooling(nn.Module):
    """Means over time weighted by a learned linear score of each row, (B, H)."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.score = nn.Linear(hidden, 1)
        nn.init.zeros_(self.score.weight)

    def forward(self, rows: Tensor, mask: Tensor) -> Tensor:
        """Return the weighted means."""
        scores: Tensor = self.score(rows).masked_fill(~mask.unsqueeze(-1), -1e30)
        return (rows * mask.unsqueeze(-1) * scores.softmax(1)).sum(1)


class StatisticsPooling(nn.Module):
    """Means, deviations and percentiles over time, (B, (2 + P) * H)."""

    def __init__(self, percents: Sequence[float]) -> None:
        super().__init__()
        self.percents = tuple(percents)

    def forward(self, rows: Tensor, mask: Tensor) -> Tensor:
        """Return the statistics."""
        return masked.statistics(rows, mask, self.percents)


def pooling(kind: Pooling, hidden: int, percents: Sequence[float]) -> tuple[nn.Module, int]:
    """Return the pooling of a kind and the width of what it returns."""
    if kind == "statistics":
        return StatisticsPooling(percents), (2 + len(percents)) * hidden
    return (AttentionPooling(hidden) if kind == "attention" else MeanPooling()), hidden
