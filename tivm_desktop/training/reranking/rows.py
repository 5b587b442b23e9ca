"""What of a course is compared: a small network over each row."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from tivm_desktop.training.reranking.config import RerankerConfig


class RowNetwork(nn.Module):
    """A linear map and a hidden layer beside it, from a row of a course to the values compared."""

    def __init__(self, width: int, config: RerankerConfig) -> None:
        super().__init__()
        self.hidden = nn.Linear(width, config.hidden)
        self.out = nn.Linear(config.hidden, config.embedding)
        self.straight = nn.Linear(width, config.embedding, bias=False)
        self.dropout = config.dropout

    def forward(self, rows: Tensor, draw: torch.Generator | None = None) -> Tensor:
        """Return (..., E) values of (..., width) rows; `draw` drops hidden values, as in training."""
        hidden = functional.gelu(self.hidden(rows))
        if draw is not None and self.dropout:
            kept = torch.rand((len(hidden), 1, hidden.shape[-1]), generator=draw) >= self.dropout
            hidden = hidden * (kept / (1 - self.dropout))
        result: Tensor = self.out(hidden) + self.straight(rows)
        return result


def directions(values: Tensor) -> Tensor:
    """Return (B, T * E) unit rows of (B, T, E) courses, each centred over time.

    The product of two is the correlation of the courses over this stretch, all values together.
    """
    return functional.normalize((values - values.mean(1, keepdim=True)).flatten(1), dim=-1)
