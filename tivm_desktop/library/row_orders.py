"""The rows of a catalogue in any order: each column as numbers, sorted once and kept until it changes."""

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.finding import Column
from tivm_desktop.library.fact_columns import FactColumns
from tivm_desktop.library.places import NOWHERE, Places
from tivm_desktop.library.text_order import TextColumn

Rows = NDArray[np.int32]
"""(M,) rows, one after the other."""

_NUMBERS: Final = {
    Column.TEMPO: "tempo_bpm",
    Column.LOUDNESS: "integrated_lufs",
    Column.ENERGY: "energy",
    Column.VALENCE: "valence",
    Column.TENSION: "tension",
    Column.VOCALS: "vocals",
}
_SHORT: Final = frozenset({*_NUMBERS, Column.LENGTH, Column.KEY, Column.RATING})
"""Columns of which seven digits tell all that counts."""


class RowOrders:
    """Sorts rows by what is known of them. Equal ones stand by title, the unknown last, either way."""

    def __init__(self, places: Places, facts: FactColumns) -> None:
        """Sort the rows of these two, which go on changing."""
        self._places, self._facts = places, facts
        self._texts = {
            Column.TITLE: TextColumn(self._shown(places.title)),
            Column.ARTIST: TextColumn(self._shown(places.artist)),
            Column.ALBUM: TextColumn(self._shown(places.album)),
            Column.FILE: TextColumn(self._shown(places.name)),
        }
        self._sorted: dict[tuple[Column, bool], Rows] = {}

    @property
    def slow(self) -> tuple[Column, ...]:
        """The columns whose first sorting takes long: some tenths of a second at 100,000 rows."""
        return tuple(self._texts)

    def text_changed(self, row: int) -> None:
        """Have a row, new or not, sorted in by its texts anew."""
        for column in self._texts.values():
            column.change(row)
        self._sorted.clear()

    def numbers_changed(self) -> None:
        """Have all columns but those of texts sorted anew."""
        self._sorted = {key: rows for key, rows in self._sorted.items() if key[0] in self._texts}

    def ratings_changed(self) -> None:
        """Have the ratings sorted anew."""
        for descending in (False, True):
            self._sorted.pop((Column.RATING, descending), None)

    def by_fit(self, matching: NDArray[np.bool_], fits: NDArray[np.float32], *, descending: bool) -> Rows:
        """Return the rows that match, by their fits, (N,) both."""
        titled = self.by(Column.TITLE, len(matching), descending=False)
        rows = titled[matching[titled]]
        return np.asarray(rows[_order_of(-fits[rows] if descending else fits[rows])], np.int32)

    def by(self, column: Column, count: int, *, descending: bool) -> Rows:
        """Return `count` rows by one column; where that is the fit, by title."""
        if column is Column.FIT:
            column, descending = Column.TITLE, False
        rows = self._sorted.get((column, descending))
        if rows is None or len(rows) != count:
            values = self._values(column, count)
            if column is Column.TITLE and not descending:
                rows = _stable(values).astype(np.int32)
            else:
                titled = self.by(Column.TITLE, count, descending=False)
                in_turn = -values[titled] if descending else values[titled]
                short = column in _SHORT
                rows = titled[_order_of(in_turn.astype(np.float32)) if short else _stable(in_turn)]
            self._sorted[column, descending] = rows
        return rows

    def lengths_s(self, count: int) -> NDArray[np.float64]:
        """Return (count,) lengths by analysis, or else as files state them; NaN where unknown."""
        heard = self._facts.number("duration_s", count)
        return np.where(np.isnan(heard), self._places.length_s(count), heard)

    def _values(self, column: Column, count: int) -> NDArray[np.float64]:
        """Return (count,) numbers in the order that a person sorts a column in; NaN where unknown."""
        if column in self._texts:
            return self._texts[column].values(count)
        if column in _NUMBERS:
            return self._facts.number(_NUMBERS[column], count)
        match column:
            case Column.LENGTH:
                return self.lengths_s(count)
            case Column.KEY:
                return self._facts.key(count)
            case Column.RATING:
                return self._facts.rating(count)
            case _:
                return self._places.added_ns(count)

    def _shown(self, part: Callable[[int], str]) -> Callable[[int], str]:
        """A text by row, of one that is by file."""

        def text(row: int) -> str:
            shown = int(self._places.shown[row])
            return "" if shown == NOWHERE else part(shown)

        return text


def _stable(values: NDArray[np.float64]) -> NDArray[np.intp]:
    return np.argsort(values, kind="stable")


def _order_of(values: NDArray[np.float32]) -> NDArray[np.intp]:
    """A stable `argsort` of (N,) numbers, NaN last, that is three times as fast as numpy's.

    The bits of a float sort as it does once those of negative ones are turned round; with its place below
    them, each number is a whole one unlike all others, and sorting whole numbers needs no place besides.
    """
    bits = np.where(np.isnan(values), np.float32(np.inf), values + np.float32(0)).view(np.int32)
    turned = np.where(bits < 0, ~bits & 0x7FFFFFFF | -0x80000000, bits).astype(np.int64)
    keys = np.sort((turned << 32) | np.arange(len(values)))
    return keys & 0xFFFFFFFF
