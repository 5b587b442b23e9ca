"""Bringing columns of raw files into the distribution that towers were trained on.

What the program measures is not always what the training archive holds: it detects onsets where the archive
has transcribed notes. Two items' columns differ in their level and in how far they move about it, and
towers see little else; so each item's mean and deviation over time are mapped, by monotone maps between the
quantiles of two populations, those of raw files and those of the archive. The order of items by level stays
as it was, and so does the course of each about its level. A map of all rows alike would not do: onsets
differ more from track to track (62 % of their variance) than notes in the archive do (11 %).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from tivm_desktop.domain.arrays import Float64Array, FloatArray
from tivm_desktop.domain.finite import finite_numbers

QUANTILES = 33
"""Evenly spaced shares from 0 to 1 at which a population is described."""


@dataclass(frozen=True, slots=True)
class QuantileMap:
    """A monotone map from one population to another; beyond its ends it stays at its ends."""

    given: tuple[float, ...]
    """Quantiles of raw files, ascending."""
    wanted: tuple[float, ...]
    """As many quantiles of the training archive, ascending."""

    def __call__(self, value: float) -> float:
        """Return the value of the same rank; where quantiles coincide, their mean."""
        knots, places = np.unique(np.asarray(self.given, np.float64), return_inverse=True)
        values = np.bincount(places, weights=self.wanted) / np.bincount(places)
        return float(np.interp(value, knots, values))


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """How one column of an item is brought into the training distribution, dimension by dimension."""

    means: tuple[QuantileMap, ...]
    """Of the mean over time, one map for each of the column's dimensions."""
    deviations: tuple[QuantileMap, ...]
    """Of the deviation over time, likewise."""
    lowest: float
    highest: float
    """What the archive's column holds at least and at most."""

    @property
    def width(self) -> int:
        """D, the column's dimensions."""
        return len(self.means)

    def to_json(self) -> dict[str, object]:
        """Return a document that `from_json` takes."""
        return {
            "means": [{"from": list(one.given), "to": list(one.wanted)} for one in self.means],
            "deviations": [{"from": list(one.given), "to": list(one.wanted)} for one in self.deviations],
            "range": [self.lowest, self.highest],
        }

    @staticmethod
    def from_json(document: object) -> "ColumnMatch":
        """Read what `to_json` wrote.

        Raises:
            ValueError: an entry is missing, not finite, not ascending, or of another length than its partner.
        """
        if not isinstance(document, dict) or not {"means", "deviations", "range"} <= set(document):
            raise ValueError("it needs means, deviations and range")
        means, deviations = _maps(document["means"]), _maps(document["deviations"])
        if len(means) != len(deviations) or not means:
            raise ValueError("means and deviations differ in number")
        limits = _ascending(document["range"])
        if len(limits) != 2:
            raise ValueError("its range is not two numbers")
        return ColumnMatch(means, deviations, limits[0], limits[1])

    def __call__(self, rows: FloatArray) -> FloatArray:
        """Return an item's (T, D) rows with mapped means and deviations, within the archive's range."""
        means, deviations = level_and_spread(rows)
        shape = (rows - means) / np.where(deviations > 0, deviations, 1.0)
        level = np.array([each(mean) for each, mean in zip(self.means, means, strict=True)])
        spread = np.array([each(one) for each, one in zip(self.deviations, deviations, strict=True)])
        return np.asarray(np.clip(level + spread * shape, self.lowest, self.highest), np.float32)


def level_and_spread(rows: FloatArray) -> tuple[Float64Array, Float64Array]:
    """Return the mean and the deviation over time, (D,) each, of an item's (T, D) rows."""
    return rows.mean(axis=0, dtype=np.float64), rows.std(axis=0, dtype=np.float64)


def population(items: Iterable[FloatArray]) -> tuple[Float64Array, Float64Array]:
    """Return the quantiles of items' means and deviations, (D, 33) each; each item has (T, D) rows.

    Raises:
        ValueError: there is no item.
    """
    found = [level_and_spread(rows) for rows in items]
    if not found:
        raise ValueError("no item to take quantiles of")
    means, deviations = (_quantiles([one[which] for one in found]) for which in (0, 1))
    return means, deviations


def match_of(
    given: tuple[ArrayLike, ArrayLike], wanted: tuple[ArrayLike, ArrayLike], limits: tuple[float, float]
) -> ColumnMatch:
    """Return the match between two populations as `population` gives them, within (lowest, highest)."""
    means, deviations = (
        tuple(
            QuantileMap(tuple(map(float, old)), tuple(map(float, new)))
            for old, new in zip(np.asarray(given[which]), np.asarray(wanted[which]), strict=True)
        )
        for which in (0, 1)
    )
    return ColumnMatch(means, deviations, *limits)


def _maps(entries: object) -> tuple[QuantileMap, ...]:
    if not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries):
        raise ValueError("maps are not a list of objects")
    maps = tuple(QuantileMap(_ascending(one.get("from")), _ascending(one.get("to"))) for one in entries)
    if any(len(one.given) != len(one.wanted) for one in maps):
        raise ValueError("a map has another number of quantiles on either side")
    return maps


def _ascending(values: object) -> tuple[float, ...]:
    numbers = finite_numbers(values)
    if len(numbers) < 2 or sorted(numbers) != list(numbers):
        raise ValueError("numbers are fewer than two, or not ascending")
    return numbers


def _quantiles(values: Sequence[Float64Array]) -> Float64Array:
    return np.asarray(np.quantile(np.stack(values), np.linspace(0, 1, QUANTILES), axis=0).T)
