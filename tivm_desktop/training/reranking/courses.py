"""A side's course: how its columns move about their own mean, parted into bands of time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter1d

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.training.model.config import ColumnConfig
from tivm_desktop.training.reranking.config import RerankerConfig

_CLIP = 5.0
_LEAST_DEVIATION = 1e-6
_ROWS_AT_MOST = 20_000


@dataclass(frozen=True, slots=True, eq=False)
class CourseMaker:
    """Turns an item's rows into its course; fitted to the training items of one side."""

    columns: tuple[ColumnConfig, ...]
    scales_rows: tuple[float, ...]
    projections: Mapping[str, FloatArray]
    """(W, K) principal directions of wide columns, by name."""
    spread: FloatArray
    """(D,) deviations of the projected columns about their items' means."""

    @property
    def width(self) -> int:
        """Values in a row of a course."""
        return len(self.spread) * (len(self.scales_rows) + 1)

    def course(self, rows: FloatArray) -> FloatArray:
        """Return the course of an item, (T, width): bands from fast to slow, each of all columns.

        The k-th band is the difference of two Gaussian averages; the slowest is the widest average itself.
        What is compared later is centred, so an item's own level does not count.
        """
        rest = np.clip(_centred(rows, self.columns, self.projections) / self.spread, -_CLIP, _CLIP)
        bands = []
        for scale in self.scales_rows:
            slower = gaussian_filter1d(rest, scale, axis=0, mode="nearest")
            bands.append(rest - slower)
            rest = slower
        return np.concatenate([*bands, rest], axis=1, dtype=np.float32)


def fit_course_maker(
    items: Sequence[FloatArray], columns: Sequence[ColumnConfig], config: RerankerConfig, rate_hz: float
) -> CourseMaker:
    """Return a maker fitted to training items, each (T, sum of widths) raw rows."""
    projections: dict[str, FloatArray] = {}
    begin = 0
    for column in columns:
        if column.width > config.components:
            part = [_moving(item[:, begin : begin + column.width], column) for item in items]
            projections[column.name] = _principal(np.concatenate(part), config.components)
        begin += column.width
    moved = np.concatenate([_centred(item, columns, projections) for item in items])
    spread = moved.std(axis=0)
    spread[spread < _LEAST_DEVIATION] = 1.0
    scales = tuple(scale * rate_hz for scale in config.scales_s)
    return CourseMaker(tuple(columns), scales, projections, spread.astype(np.float32))


def _centred(
    rows: FloatArray, columns: Sequence[ColumnConfig], projections: Mapping[str, FloatArray]
) -> FloatArray:
    parts, begin = [], 0
    for column in columns:
        part = _moving(rows[:, begin : begin + column.width], column)
        parts.append(part @ projections[column.name] if column.name in projections else part)
        begin += column.width
    return np.concatenate(parts, axis=1)


def _moving(rows: FloatArray, column: ColumnConfig) -> FloatArray:
    values = np.sign(rows) * np.log1p(np.abs(rows)) if column.transform == "log1p" else rows
    return np.asarray(values - values.mean(axis=0), np.float32)


def _principal(rows: NDArray[np.float32], count: int) -> FloatArray:
    sample = rows[:: max(len(rows) // _ROWS_AT_MOST, 1)].astype(np.float64)
    _, directions = np.linalg.eigh(sample.T @ sample)
    return np.asarray(directions[:, ::-1][:, :count], np.float32)
