"""What is known of sounds in numbers, a column each: to be searched by all at once."""

from collections.abc import Sequence
from math import nan

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.analysis import Mode
from tivm_desktop.domain.finding import Query, Span
from tivm_desktop.domain.marks import UNMARKED, Marks
from tivm_desktop.domain.track_facts import Depth, TrackFacts
from tivm_desktop.library.fact_rows import PlainFacts
from tivm_desktop.library.growing import grown

SUNG = 0.5
"""From here on of `TrackFacts.vocals` a track counts as sung: more speaks for it than against it."""

_NUMBERS = (
    *("duration_s", "tempo_bpm", "integrated_lufs"),
    *("energy", "valence", "tension", "vocals"),
)
_MODES: tuple[Mode, Mode] = ("major", "minor")
_DEPTHS = tuple(Depth)
_Mask = NDArray[np.bool_]


class FactColumns:
    """Facts and marks by row; a row that nothing is known of has neither."""

    def __init__(self) -> None:
        self._depth = np.zeros(0, np.int8)
        self._key = np.zeros(0, np.int8)
        self._numbers = {name: np.zeros(0) for name in _NUMBERS}
        self._rating = np.zeros(0, np.int8)
        self._favourite = np.zeros(0, np.bool_)
        self._never = np.zeros(0, np.bool_)
        self._marks: dict[int, Marks] = {}

    def reserve(self, count: int) -> None:
        """Have that many rows at least."""
        self._depth, self._key = grown(self._depth, count), grown(self._key, count, -1)
        self._numbers = {name: grown(column, count, nan) for name, column in self._numbers.items()}
        self._rating = grown(self._rating, count)
        self._favourite, self._never = grown(self._favourite, count), grown(self._never, count)

    def fill(self, facts: Sequence[PlainFacts], rows: Sequence[int], count: int) -> None:
        """Take in all facts at once, into an empty table of `count` rows."""
        self.reserve(count)
        if not facts:
            return
        _, depths, lengths, tempos, tonics, modes, *numbers = zip(*facts, strict=True)
        at = np.array(rows, np.intp)
        self._depth[at] = depths
        tonic = np.array(tonics, np.int8)
        self._key[at] = np.where(tonic < 0, -1, 2 * tonic + np.array([mode == "minor" for mode in modes]))
        for name, values in zip(_NUMBERS, (lengths, tempos, *numbers), strict=True):
            self._numbers[name][at] = np.array(values, np.float64)

    def put_facts(self, row: int, facts: TrackFacts) -> None:
        """Replace the facts of a row."""
        self._depth[row] = facts.depth
        self._key[row] = _key_code(facts.key, facts.mode)
        for name, column in self._numbers.items():
            column[row] = getattr(facts, name)

    def put_marks(self, row: int, marks: Marks) -> None:
        """Replace the marks of a row."""
        self._rating[row] = marks.rating
        self._favourite[row], self._never[row] = marks.favourite, marks.never
        self._marks[row] = marks
        if marks == UNMARKED:
            del self._marks[row]

    def facts_of(self, rows: Sequence[int]) -> list[TrackFacts | None]:
        """The facts of rows, None for one without."""
        numbers = [column[rows].tolist() for column in self._numbers.values()]
        return [
            TrackFacts(_DEPTHS[depth], length_s, tempo, key // 2, _MODES[key % 2 if key >= 0 else 0], *others)
            if depth
            else None
            for depth, key, length_s, tempo, *others in zip(
                self._depth[rows].tolist(), self._key[rows].tolist(), *numbers, strict=True
            )
        ]

    def marks(self, row: int) -> Marks:
        """The marks of a row."""
        return self._marks.get(row, UNMARKED)

    def number(self, name: str, count: int) -> NDArray[np.float64]:
        """(count,) a quantity of `TrackFacts`; NaN where unknown, as is a tempo of 0."""
        values = self._numbers[name][:count]
        return np.where(values > 0, values, nan) if name == "tempo_bpm" else values

    def key(self, count: int) -> NDArray[np.float64]:
        """(count,) keys in the order C, C minor, C sharp and so on; NaN where unknown."""
        key = self._key[:count]
        return np.where(key >= 0, key, nan)

    def rating(self, count: int) -> NDArray[np.float64]:
        """(count,) ratings; NaN for none."""
        rating = self._rating[:count]
        return np.where(rating > 0, rating, nan)

    def matching(self, query: Query, lengths_s: NDArray[np.float64]) -> _Mask:
        """Return which rows hold what a query asks of facts and marks.

        Args:
            query: its text and its folder are not looked at.
            lengths_s: (N,) length of each row, NaN where unknown.
        """
        count = len(lengths_s)
        found: _Mask = ~self._never[:count] | query.never
        spans: tuple[tuple[Span | None, NDArray[np.float64]], ...] = (
            (query.length_s, lengths_s),
            (query.tempo_bpm, self.number("tempo_bpm", count)),
            (query.loudness_lufs, self.number("integrated_lufs", count)),
            (query.energy, self.number("energy", count)),
            (query.valence, self.number("valence", count)),
            (query.tension, self.number("tension", count)),
        )
        for span, values in spans:
            if span is not None:
                found &= (values >= span[0]) & (values <= span[1])
        if query.keys:
            codes = {_key_code(tonic, mode) for tonic, mode in query.keys}
            found &= np.isin(self._key[:count], list(codes - {-1}))
        if query.vocals is not None:
            vocals = self.number("vocals", count)
            found &= vocals >= SUNG if query.vocals else vocals < SUNG
        if query.favourite:
            found &= self._favourite[:count]
        if query.least_rating:
            found &= self._rating[:count] >= query.least_rating
        if query.tags:
            tagged = [row for row, marks in self._marks.items() if query.tags.issubset(marks.tags)]
            found &= np.isin(np.arange(count), tagged)
        return found


def _key_code(tonic: int, mode: str) -> int:
    return 2 * tonic + (mode == "minor") if tonic >= 0 else -1
