"""Which rows hold a word, told from all their text laid end to end."""

from collections import OrderedDict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.library.folding import fold
from tivm_desktop.library.growing import grown

_END = b"\n"
_REMEMBERED = 16
_AT_ONCE = 4
"""Letters compared everywhere; after these, few places are left."""
_LEAST_REPLACED = 1000
"""Texts that were replaced are let go of once there are so many, and more than others."""


class TextIndex:
    """Finds words inside words. A row's text may change; what it was is passed over, and in time let go."""

    def __init__(self) -> None:
        self._bytes = np.zeros(0, np.uint8)
        self._length = 0
        self._starts = np.zeros(0, np.int64)
        self._rows = np.zeros(0, np.int32)
        self._pieces = 0
        self._piece_of = np.zeros(0, np.int32)
        self._replaced = 0
        self._frequencies = np.ones(256, np.int64)
        self._remembered: OrderedDict[bytes, NDArray[np.bool_]] = OrderedDict()

    def fill(self, texts: Sequence[str]) -> None:
        """Take the texts of rows 0 to N - 1, in place of all before."""
        folded = [fold(text).replace("\n", " ") for text in texts]
        content = "".join(f"{text}\n" for text in folded).encode("utf-8", "replace")
        self._bytes = np.frombuffer(content, np.uint8).copy()
        self._length = len(content)
        ends = np.flatnonzero(self._bytes == _END[0])
        self._starts = np.concatenate([[0], ends[:-1] + 1])[: len(texts)]
        self._rows = np.arange(len(texts), dtype=np.int32)
        self._pieces = len(texts)
        self._piece_of = self._rows.copy()
        self._replaced = 0
        self._frequencies = np.bincount(self._bytes, minlength=256)
        self._remembered.clear()

    def put(self, row: int, text: str) -> None:
        """Give a row another text."""
        content = (fold(text).replace("\n", " ").encode("utf-8", "replace")) + _END
        end = self._length + len(content)
        self._bytes = grown(self._bytes, end)
        self._starts, self._rows = grown(self._starts, self._pieces + 1), grown(self._rows, self._pieces + 1)
        self._piece_of = grown(self._piece_of, row + 1, -1)
        if self._piece_of[row] >= 0:
            self._rows[self._piece_of[row]] = -1
            self._replaced += 1
        self._bytes[self._length : end] = np.frombuffer(content, np.uint8)
        self._starts[self._pieces], self._rows[self._pieces] = self._length, row
        self._piece_of[row] = self._pieces
        self._length = end
        self._pieces += 1
        self._remembered.clear()
        if self._replaced > _LEAST_REPLACED and 2 * self._replaced > self._pieces:
            self._let_go()

    def _let_go(self) -> None:
        """Drop the texts that were replaced."""
        starts, rows = self._starts[: self._pieces], self._rows[: self._pieces]
        lengths = np.diff(starts, append=self._length)
        kept = rows >= 0
        self._bytes = self._bytes[: self._length][np.repeat(kept, lengths)]
        self._length = len(self._bytes)
        self._starts = np.cumsum(lengths[kept]) - lengths[kept]
        self._rows = rows[kept]
        self._pieces = len(self._rows)
        self._piece_of[self._rows] = np.arange(self._pieces)
        self._replaced = 0

    def rows_with(self, words: str, count: int) -> NDArray[np.bool_]:
        """Return (count,) whether each row holds every word of a text."""
        found = np.ones(count, np.bool_)
        for word in sorted(set(fold(words).split()), key=len, reverse=True):
            found &= self._rows_with(word.encode("utf-8", "replace"), count)
        return found

    def _rows_with(self, word: bytes, count: int) -> NDArray[np.bool_]:
        found = self._remembered.get(word)
        if found is None or len(found) != count:
            found = np.zeros(count, np.bool_)
            rows = self._rows[: self._pieces][self._pieces_with(word)]
            found[rows[(rows >= 0) & (rows < count)]] = True
            self._remembered[word] = found
            if len(self._remembered) > _REMEMBERED:
                self._remembered.popitem(last=False)
        return found

    def _pieces_with(self, word: bytes) -> NDArray[np.intp]:
        """Compare all text with the word's rarest letters, and what is left with the others."""
        letters = np.frombuffer(word, np.uint8)
        places = self._length - len(word) + 1
        starts = self._starts[: self._pieces]
        if places <= 0:
            return np.zeros(0, np.intp)
        by_rarity = np.argsort(self._frequencies[letters], kind="stable").tolist()
        there = np.zeros(self._length, np.bool_)
        there[:places] = True
        for letter in by_rarity[:_AT_ONCE]:
            there[:places] &= self._bytes[letter : letter + places] == letters[letter]
        if len(word) <= _AT_ONCE:
            return np.flatnonzero(np.logical_or.reduceat(there, starts))
        at = np.flatnonzero(there)
        for letter in by_rarity[_AT_ONCE:]:
            at = at[self._bytes[at + letter] == letters[letter]]
        return np.searchsorted(starts, at, side="right") - 1
