"""Texts as numbers that sort as a person would sort the texts."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.library.folding import sort_key
from tivm_desktop.library.growing import grown


class TextRanks:
    """A number for each of many texts; further ones find their place between those that are there."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._sorted = sorted(dict.fromkeys(texts), key=sort_key)
        self.epoch = 0
        """Grows when all numbers were given anew, as there was none left between two."""
        self._renumber()

    def rank(self, text: str) -> float:
        """Return the number of a text."""
        known = self._rank_of.get(text)
        if known is not None:
            return known
        place = bisect_right(self._sorted, sort_key(text), key=sort_key)
        before = self._ranks[place - 1] if place else -1.0
        after = self._ranks[place] if place < len(self._ranks) else before + 2.0
        between = (before + after) / 2.0
        self._sorted.insert(place, text)
        if before < between < after:
            self._ranks.insert(place, between)
            self._rank_of[text] = between
        else:
            self._renumber()
            self.epoch += 1
        return self._rank_of[text]

    def _renumber(self) -> None:
        self._ranks = [float(place) for place in range(len(self._sorted))]
        self._rank_of = dict(zip(self._sorted, self._ranks, strict=True))


class TextColumn:
    """The numbers of all rows' texts, made when first wanted and kept up row by row."""

    def __init__(self, text_of: Callable[[int], str]) -> None:
        """Make it for texts that `text_of` gives by row, empty where unknown."""
        self._text_of = text_of
        self._ranks: TextRanks | None = None
        """None before the first look."""
        self._values = np.zeros(0)
        self._changed: set[int] = set()

    def change(self, row: int) -> None:
        """Have the text of a row, new or not, looked up anew."""
        self._changed.add(row)

    def values(self, count: int) -> NDArray[np.float64]:
        """Return (count,) numbers in the order of the texts; NaN where a row has none."""
        if self._ranks is None:
            texts = [self._text_of(row) for row in range(count)]
            self._ranks = TextRanks(filter(None, texts))
            self._fill(self._ranks, texts)
        else:
            self._values = grown(self._values, count, np.nan)
            epoch = self._ranks.epoch
            for row in self._changed:
                text = self._text_of(row)
                self._values[row] = self._ranks.rank(text) if text else np.nan
            if self._ranks.epoch != epoch:
                self._fill(self._ranks, [self._text_of(row) for row in range(count)])
        self._changed.clear()
        return self._values[:count]

    def _fill(self, ranks: TextRanks, texts: Sequence[str]) -> None:
        self._values = np.array([ranks.rank(text) if text else np.nan for text in texts], np.float64)
