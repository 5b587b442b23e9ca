"""The way from an item's statistics over time to its embedding, beside the temporal encoder's.

Means, deviations, percentiles, steps and autocorrelations, scaled by what the training items show, then one
linear map: regularised linear canonical correlation analysis is a special case of it.
"""

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

from tivm_desktop.training.model import masked
from tivm_desktop.training.model.config import TowerConfig
from tivm_desktop.training.model.dropout import Dropout

_KNOTS = 33
_WIDE = 16
"""Columns from this width on go without autocorrelations."""
_LEAST_DEVIATION = 1e-2
"""Of normal scores: what varies less among the training items is rounding, and is not to be blown up."""
_LEAST_STEP = 1e-3
"""In standardised units: a knot that many items share is a slope this wide, so that the last bit of a sum
does not decide on which side an item lies (1e-6 moved embeddings by .035 between float32 and float64)."""


class StatisticsPath(nn.Module):
    """Statistics scaled and projected, and the gate of the other way."""

    def __init__(self, config: TowerConfig, rate_hz: float = 1.0) -> None:
        super().__init__()
        self.config, self.clip = config, config.clip
        self.lags = tuple(max(round(lag * rate_hz), 1) for lag in config.statistics_lags_s)
        self.blocks = 4 if config.statistics_steps else 2
        columns = config.columns
        named = torch.tensor([one.scaling == "each" for one in columns for _ in range(one.width)])
        narrow = torch.tensor([one.width < _WIDE for one in columns for _ in range(one.width)]) & named
        self.named_columns: Tensor
        self.narrow_columns: Tensor
        self.register_buffer("named_columns", torch.arange(config.width)[named], persistent=False)
        self.register_buffer("narrow_columns", torch.arange(config.width)[narrow], persistent=False)
        further = len(config.percentiles) * int(named.sum()) + len(self.lags) * int(narrow.sum())
        is_named = torch.cat([named.repeat(self.blocks), torch.ones(further, dtype=torch.bool)])
        size = len(is_named)
        places, others = torch.arange(size)[is_named], torch.arange(size)[~is_named]
        self.named: Tensor
        self.others: Tensor
        self.back: Tensor
        self.rises: Tensor
        self.knots: Tensor
        self.centre: Tensor
        self.spread: Tensor
        self.register_buffer("named", places, persistent=False)
        self.register_buffer("others", others, persistent=False)
        self.register_buffer("back", torch.cat([places, others]).argsort(), persistent=False)
        self.register_buffer("rises", _rises(), persistent=False)
        self.register_buffer("knots", torch.linspace(-2, 2, _KNOTS).unsqueeze(1).repeat(1, len(places)))
        self.register_buffer("centre", torch.zeros(size))
        self.register_buffer("spread", torch.ones(size))
        self.dropout = Dropout(config.statistics_dropout)
        rank = config.input_rank
        self.narrow = nn.Linear(size, rank, bias=False) if rank else None
        self.project = nn.Linear(rank or size, config.embedding)
        self.gate = nn.Parameter(torch.tensor(config.gate))

    def forward(self, described: Tensor, temporal: Tensor) -> Tensor:
        """Return unit embeddings from (B, S) scaled statistics and the temporal path's (B, E) unit rows."""
        dropped = self.dropout(described)
        narrowed = dropped if self.narrow is None else self.narrow(dropped)
        return _unit(_unit(self.project(narrowed)) + self.gate * temporal)

    def statistics(self, rows: Tensor, mask: Tensor) -> Tensor:
        """Return (B, S) statistics of standardised (B, T, D) rows, one of all its columns after the other.

        Means, deviations and steps of all columns; percentiles of named quantities, autocorrelations of those
        that come few at a time.
        """
        found = [*masked.mean_and_deviation(rows, mask)]
        if self.config.statistics_steps:
            found.append(masked.steps(rows, mask))
        if len(self.named_columns) and self.config.percentiles:
            named = rows.index_select(2, self.named_columns)
            found.append(masked.percentiles(named, mask, self.config.percentiles))
        if len(self.narrow_columns) and self.lags:
            narrow = rows.index_select(2, self.narrow_columns)
            found.append(masked.autocorrelations(narrow, mask, self.lags))
        return torch.cat(found, 1)

    def scaled(self, statistics: Tensor) -> Tensor:
        """Return (B, S) statistics as normal scores, of embeddings as they are, standardised and clipped."""
        return ((self._scored(statistics) - self.centre) / self.spread).clamp(-self.clip, self.clip)

    @torch.no_grad()
    def set_standardisation(self, statistics: Tensor) -> None:
        """Take knots, means and deviations from the (N, S) statistics of the training items."""
        places = torch.linspace(0, len(statistics) - 1, _KNOTS, device=statistics.device).round().long()
        self.knots.copy_(statistics[:, self.named].sort(dim=0).values[places])
        spread, centre = torch.std_mean(self._scored(statistics).double(), dim=0, correction=0)
        self.centre.copy_(centre)
        self.spread.copy_(self._common(spread))

    @torch.no_grad()
    def load(self, weight: Tensor, bias: Tensor) -> None:
        """Take a projection; see `Tower.load_statistics_projection`."""
        shape = (self.project.out_features, len(self.centre))
        if weight.shape != shape or bias.shape != shape[:1]:
            raise ValueError(f"the projection must be {shape}, not {tuple(weight.shape)}")
        self.project.bias.copy_(bias)
        if self.narrow is None:
            self.project.weight.copy_(weight)
            return
        left, values, right = torch.linalg.svd(weight.float(), full_matrices=False)
        rank = min(self.narrow.out_features, len(values))
        root = values[:rank].sqrt()
        self.project.weight.zero_()[:, :rank] = left[:, :rank] * root
        self.narrow.weight.zero_()[:rank] = root.unsqueeze(1) * right[:rank]

    def _scored(self, statistics: Tensor) -> Tensor:
        """Return statistics with those of named quantities as normal scores among the training items.

        Linear between knots: the sum over the stretches between them of how far each is passed, times the
        rise of the normal quantile over it.
        """
        if not len(self.named):
            return statistics
        values = statistics.index_select(1, self.named).unsqueeze(1)
        widths = (self.knots[1:] - self.knots[:-1]).clamp(min=_LEAST_STEP)
        passed = ((values - self.knots[:-1]) / widths).clamp(0.0, 1.0)
        scores = (passed * self.rises).sum(1)
        return torch.cat([scores, statistics.index_select(1, self.others)], 1).index_select(1, self.back)

    def _common(self, deviations: Tensor) -> Tensor:
        """Return what each scored statistic is divided by: one number for all of an embedding's."""
        spread, begin, width = deviations.clone(), 0, self.config.width
        blocks = torch.arange(self.blocks, device=spread.device) * width
        for column in self.config.columns:
            if column.scaling == "whole":
                places = (
                    blocks.unsqueeze(1) + torch.arange(begin, begin + column.width, device=spread.device)
                ).flatten()
                spread[places] = spread[places].square().mean().sqrt()
            begin += column.width
        return spread.masked_fill(spread < _LEAST_DEVIATION, 1.0)


def _rises() -> Tensor:
    """Return (K - 1, 1) differences of the normal quantiles that the knots stand for."""
    shares = (torch.arange(_KNOTS, dtype=torch.float64) + 0.5) / _KNOTS
    return (math.sqrt(2.0) * torch.erfinv(2 * shares - 1)).diff().unsqueeze(1).float()


def _unit(rows: Tensor) -> Tensor:
    return functional.normalize(rows, dim=-1)
