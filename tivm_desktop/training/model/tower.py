"""One tower: raw rows of a sequence to a unit embedding."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from tivm_desktop.training.model import masked
from tivm_desktop.training.model.config import TowerConfig
from tivm_desktop.training.model.dropout import Dropout
from tivm_desktop.training.model.pooling import pooling
from tivm_desktop.training.model.statistics_path import StatisticsPath
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
        self.skip = StatisticsPath(config, rate_hz) if config.statistics_skip else None

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

    def embed(self, rows: Tensor, mask: Tensor, described: Tensor | None = None) -> Tensor:
        """Return unit embeddings, (B, E), of rows that are standardised already.

        Args:
            rows: (B, T, D).
            mask: (B, T), True where a row counts.
            described: (B, S) scaled statistics in place of those of the rows, where these are crops of items.
        """
        rows = rows.masked_fill(~mask.unsqueeze(-1), 0.0)
        strided, counts = masked.averaged(rows, mask, self.stride)
        encoded = self.temporal(self.linear(self.input_dropout(strided)), counts)
        embedding = _unit(self.head(self.pooling(encoded, counts)))
        if self.skip is None:
            return embedding
        if described is None:
            described = self.scaled_statistics(rows, mask)
        result: Tensor = self.skip(described, embedding)
        return result

    @torch.no_grad()
    def set_standardisation(self, rows: Tensor) -> None:
        """Take the columns' means and deviations from raw (N, D) rows of the training items.

        A column that never changes keeps a deviation of 1, so that it is zero.
        """
        spread, centre = torch.std_mean(self.transformed(rows).double(), dim=0, correction=0)
        self.centre.copy_(centre)
        self.spread.copy_(_spread(spread, self.config))

    def statistics(self, rows: Tensor, mask: Tensor) -> Tensor:
        """Return (B, S) means, deviations, percentiles and steps of standardised rows, not yet scaled."""
        return self._statistics_path().statistics(rows, mask)

    def scaled_statistics(self, rows: Tensor, mask: Tensor) -> Tensor:
        """Return what the statistics path projects: statistics of standardised rows, scaled and clipped.

        Raises:
            ValueError: this tower has no statistics path.
        """
        return self._statistics_path().scaled(self.statistics(rows, mask))

    def set_statistics_standardisation(self, statistics: Tensor) -> None:
        """Take the scales of what `statistics` returned for the training items, (N, S).

        Raises:
            ValueError: this tower has no statistics path.
        """
        self._statistics_path().set_standardisation(statistics)

    def load_statistics_projection(self, weight: Tensor, bias: Tensor) -> None:
        """Start the statistics path from a projection of the standardised statistics.

        Args:
            weight: (E, S); approximated best where the config's `input_rank` is lower.
            bias: (E,).

        Raises:
            ValueError: this tower has no statistics path, or the shapes don't fit.
        """
        self._statistics_path().load(weight, bias)

    def _statistics_path(self) -> StatisticsPath:
        if self.skip is None:
            raise ValueError("this tower has no statistics path")
        return self.skip


def _spread(deviations: Tensor, config: TowerConfig) -> Tensor:
    """Return what the columns' values are divided by, (D,), from their deviations."""
    spread, begin = deviations.clone(), 0
    for column in config.columns:
        if column.scaling == "whole":
            part = spread[begin : begin + column.width]
            part.fill_(part.square().mean().sqrt())
        begin += column.width
    return spread.masked_fill(spread < _LEAST_DEVIATION, 1.0)


def _unit(rows: Tensor) -> Tensor:
    return functional.normalize(rows, dim=-1)
