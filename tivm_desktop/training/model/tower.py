"""One tower: raw rows of a sequence to a unit embedding."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from tivm_desktop.training.model import masked
from tivm_desktop.training.model.config import TowerConfig
from tivm_desktop.training.model.dropout import Dropout
from tivm_desktop.training.model.pooling import pooling
from tivm_desktop.training.model.temporal import temporal_encoder

_LEAST_DEVIATION = 1e-6


class Tower(nn.Module):
    """Columns' transforms and standardisation, linear layers, temporal encoder, pooling, projection.

    Beside that temporal path there may be a linear one from the statistics over time of the standardised
    columns, which holds linear canonical correlation analysis as a special case. Both give unit rows, and the
    embedding is the direction of their sum, the temporal one being weighted by a learned gate.
    """

    def __init__(self, config: TowerConfig, rate_hz: float = 1.0) -> None:
        super().__init__()
        self.config = config
        self.stride = max(round(config.stride_s * rate_hz), 1)
        counted = [column.transform == "log1p" for column in config.columns for _ in range(column.width)]
        self.has_counts = any(counted)
        self.counted: Tensor
        self.centre: Tensor
        self.spread: Tensor
        self.register_buffer("counted", torch.tensor(counted), persistent=False)
        self.register_buffer("centre", torch.zeros(config.width))
        self.register_buffer("spread", torch.ones(config.width))
        width, layers = config.width, list[nn.Module]()
        for _ in range(config.layers):
            layers += [
                nn.Linear(width, config.hidden),
                nn.LayerNorm(config.hidden),
                nn.GELU(),
                Dropout(config.dropout),
            ]
            width = config.hidden
        self.input_dropout = Dropout(config.input_dropout)
        self.linear = nn.Sequential(*layers)
        self.temporal = temporal_encoder(config)
        self.pooling, pooled = pooling(config.pooling, width, config.percentiles)
        self.head = nn.Sequential(
            nn.LayerNorm(pooled), Dropout(config.dropout), nn.Linear(pooled, config.embedding)
        )
        self.skip = StatisticsPath(config) if config.statistics_skip else None

    def forward(self, rows: Tensor, mask: Tensor) -> Tensor:
        """Return unit embeddings, (B, E).

        Args:
            rows: (B, T, D) raw values, all columns side by side.
            mask: (B, T) bool, True where a row counts; at least one of each item. Hidden rows change nothing.
        """
        return self.embed(self.standardise(rows), mask)

    def standardise(self, rows: Tensor) -> Tensor:
        """Return raw (..., D) rows transformed, standardised and clipped."""
        scaled = (self.transformed(rows) - self.centre) / self.spread
        return scaled.clamp(-self.config.clip, self.config.clip)

    def transformed(self, rows: Tensor) -> Tensor:
        """Return raw (..., D) rows with each column's transform applied."""
        if not self.has_counts:
            return rows
        return torch.where(self.counted, rows.sign() * rows.abs().log1p(), rows)

    def embed(self, rows: Tensor, mask: Tensor) -> Tensor:
        """Return unit embeddings, (B, E), of rows that are standardised already."""
        rows = rows.masked_fill(~mask.unsqueeze(-1), 0.0)
        strided, counts = masked.averaged(rows, mask, self.stride)
        encoded = self.temporal(self.linear(self.input_dropout(strided)), counts)
        embedding = _unit(self.head(self.pooling(encoded, counts)))
        return embedding if self.skip is None else self.skip(rows, mask, embedding)

    @torch.no_grad()
    def set_standardisation(self, rows: Tensor) -> None:
        """Take the columns' means and deviations from raw (N, D) rows of the training items.

        A column that never changes keeps a deviation of 1, so that it is zero.
        """
        spread, centre = torch.std_mean(self.transformed(rows).double(), dim=0, correction=0)
        self.centre.copy_(centre)
        self.spread.copy_(_spread(spread, self.config))

    def statistics(self, rows: Tensor, mask: Tensor) -> Tensor:
        """Return (B, (2 + P) * D) means, deviations and percentiles of standardised rows, not yet scaled."""
        return masked.statistics(rows, mask, self.config.percentiles)

    def scaled_statistics(self, rows: Tensor, mask: Tensor) -> Tensor:
        """Return what the statistics path projects: statistics of standardised rows, scaled and clipped.

        Raises:
            ValueError: this tower has no statistics path.
        """
        return self._statistics_path().scaled(self.statistics(rows, mask))

    def set_statistics_standardisation(self, statistics: Tensor) -> None:
        """Take means and deviations of what `statistics` returned for the training items, (N, (2 + P) * D).

        Raises:
            ValueError: this tower has no statistics path.
        """
        self._statistics_path().set_standardisation(statistics)

    def load_statistics_projection(self, weight: Tensor, bias: Tensor) -> None:
        """Start the statistics path from a projection of the standardised statistics.

        Args:
            weight: (E, (2 + P) * D); approximated best where the config's `input_rank` is lower.
            bias: (E,).

        Raises:
            ValueError: this tower has no statistics path, or the shapes don't fit.
        """
        self._statistics_path().load(weight, bias)

    def _statistics_path(self) -> "StatisticsPath":
        if self.skip is None:
            raise ValueError("this tower has no statistics path")
        return self.skip


class StatisticsPath(nn.Module):
    """The linear way from the statistics over time to the embedding, and the gate of the other way."""

    def __init__(self, config: TowerConfig) -> None:
        super().__init__()
        self.config, self.percents, self.clip = config, config.percentiles, config.clip
        width = (2 + len(config.percentiles)) * config.width
        self.centre: Tensor
        self.spread: Tensor
        self.register_buffer("centre", torch.zeros(width))
        self.register_buffer("spread", torch.ones(width))
        self.dropout = Dropout(config.statistics_dropout)
        rank = config.input_rank
        self.narrow = nn.Linear(width, rank, bias=False) if rank else None
        self.project = nn.Linear(rank or width, config.embedding)
        self.gate = nn.Parameter(torch.tensor(config.gate))

    def forward(self, rows: Tensor, mask: Tensor, temporal: Tensor) -> Tensor:
        """Return unit embeddings from standardised rows and the temporal path's unit rows."""
        statistics = self.dropout(self.scaled(masked.statistics(rows, mask, self.percents)))
        narrowed = statistics if self.narrow is None else self.narrow(statistics)
        return _unit(_unit(self.project(narrowed)) + self.gate * temporal)

    def scaled(self, statistics: Tensor) -> Tensor:
        """Return statistics standardised and clipped."""
        return ((statistics - self.centre) / self.spread).clamp(-self.clip, self.clip)

    @torch.no_grad()
    def set_standardisation(self, statistics: Tensor) -> None:
        """Take means and deviations from the (N, width) statistics of the training items."""
        spread, centre = torch.std_mean(statistics.double(), dim=0, correction=0)
        self.centre.copy_(centre)
        self.spread.copy_(_spread(spread, self.config))

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


def _spread(deviations: Tensor, config: TowerConfig) -> Tensor:
    """Return what values are divided by, from the deviations of one or more blocks of all columns."""
    spread = deviations.view(-1, config.width).clone()
    begin = 0
    for column in config.columns:
        part = spread[:, begin : begin + column.width]
        if column.scaling == "whole":
            part.fill_(part.square().mean().sqrt())
        begin += column.width
    return spread.flatten().masked_fill(spread.flatten() < _LEAST_DEVIATION, 1.0)


def _unit(rows: Tensor) -> Tensor:
    return functional.normalize(rows, dim=-1)
