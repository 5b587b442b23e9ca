"""Statistics over time of rows some of which are hidden: `rows` is (B, T, D), `mask` (B, T) with True where a
row counts. Every item must have a row that counts. What hidden rows hold changes nothing."""

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

_BEYOND = 1e30
_ROUNDING = 1e-4


def mean(rows: Tensor, mask: Tensor) -> Tensor:
    """Return the means over time, (B, D)."""
    weights = mask.unsqueeze(-1).to(rows.dtype)
    return (rows * weights).sum(1) / weights.sum(1)


def mean_and_deviation(rows: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
    """Return the means and the population deviations over time, each (B, D)."""
    weights = mask.unsqueeze(-1).to(rows.dtype)
    count = weights.sum(1)
    centre = (rows * weights).sum(1) / count
    variance = ((rows - centre.unsqueeze(1)).square() * weights).sum(1) / count
    return centre, (variance + 1e-8).sqrt()


def percentiles(rows: Tensor, mask: Tensor, percents: Sequence[float]) -> Tensor:
    """Return percentiles over time, (B, P * D), all columns of the first percentile first.

    A percentile is the smallest value that at least that share of the rows doesn't exceed (the inverse of the
    empirical distribution), so that a sequence played twice has the same.
    """
    shares = torch.tensor([percent / 100 for percent in percents], dtype=rows.dtype, device=rows.device)
    count = mask.sum(1, keepdim=True)
    places = (torch.ceil(count * shares - _ROUNDING).long() - 1).clamp(min=0)
    visible = rows.masked_fill(~mask.unsqueeze(-1), _BEYOND).transpose(1, 2).contiguous()
    which = _order(visible).gather(2, places.unsqueeze(1).expand(-1, rows.shape[2], -1))
    return visible.gather(2, which).transpose(1, 2).flatten(1)


def _order(values: Tensor) -> Tensor:
    """Return the places that sort the last axis. numpy's sort takes a tenth of torch's time on the CPU."""
    if values.device.type != "cpu" or torch.compiler.is_compiling():
        return values.argsort(dim=-1)
    return torch.from_numpy(np.argsort(values.detach().numpy(), axis=-1))


def statistics(rows: Tensor, mask: Tensor, percents: Sequence[float]) -> Tensor:
    """Return means, deviations and percentiles side by side, (B, (2 + P) * D)."""
    return torch.cat([*mean_and_deviation(rows, mask), percentiles(rows, mask, percents)], dim=1)


def steps(rows: Tensor, mask: Tensor) -> Tensor:
    """Return the mean size and the root mean square of the steps from row to row, (B, 2 * D)."""
    both = (mask[:, 1:] & mask[:, :-1]).unsqueeze(-1)
    sizes = (rows[:, 1:] - rows[:, :-1]).abs().masked_fill(~both, 0.0)
    count = both.sum(1).clamp(min=1)
    return torch.cat([sizes.sum(1) / count, (sizes.square().sum(1) / count + 1e-8).sqrt()], dim=1)


def autocorrelations(rows: Tensor, mask: Tensor, lags: Sequence[int]) -> Tensor:
    """Return how alike rows are `lags` rows apart, (B, L * D), all columns of the first lag first.

    The mean product of what lies so far apart, both about the item's mean, over the item's variance: 1 for
    what hardly moves in that time, 0 where nothing is left of it, or where the item is too short to tell.
    """
    weights = mask.unsqueeze(-1).to(rows.dtype)
    count = weights.sum(1)
    around = (rows - ((rows * weights).sum(1) / count).unsqueeze(1)) * weights
    variance = around.square().sum(1) / count + 1e-6
    found = []
    for lag in lags:
        late, early = functional.pad(around, (0, 0, 0, lag))[:, lag:], around
        pairs = (functional.pad(weights, (0, 0, 0, lag))[:, lag:] * weights).sum(1).clamp(min=1.0)
        found.append((late * early).sum(1) / pairs / variance)
    return torch.cat(found, dim=1)


def averaged(rows: Tensor, mask: Tensor, stride: int) -> tuple[Tensor, Tensor]:
    """Return the means of every `stride` rows, (B, ceil(T / stride), D), and their mask.

    A stretch counts where any of its rows does, and its mean is that of the rows that count.
    """
    if stride == 1:
        return rows, mask
    weights = mask.unsqueeze(1).to(rows.dtype)
    sums = functional.avg_pool1d(rows.transpose(1, 2) * weights, stride, stride, ceil_mode=True)
    shares = functional.avg_pool1d(weights, stride, stride, ceil_mode=True)
    counts = shares > 0
    return (sums / shares.masked_fill(~counts, 1.0)).transpose(1, 2), counts.squeeze(1)
