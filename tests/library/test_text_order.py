"""Texts as numbers, and rows that keep their order while texts come and go."""

import random

import numpy as np

from tivm_desktop.library.folding import sort_key
from tivm_desktop.library.text_order import TextColumn, TextRanks


def in_order(texts: list[str], values: np.ndarray) -> list[str]:
    known = np.flatnonzero(~np.isnan(values))
    return [texts[row] for row in known[np.argsort(values[known], kind="stable")]]


def test_further_texts_find_their_place_between() -> None:
    ranks = TextRanks(["b", "d"])
    numbers = [ranks.rank(text) for text in ("a", "B", "b", "c", "d", "e")]
    assert numbers[2] < numbers[3] < numbers[4] < numbers[5]
    assert numbers[0] < numbers[1]
    assert ranks.rank("c") == numbers[3]
    assert ranks.epoch == 0


def test_numbers_are_given_anew_where_none_is_left_between() -> None:
    ranks = TextRanks(["a", "b"])
    texts = [f"a{'x' * length}" for length in range(1, 100)]
    for text in texts:
        ranks.rank(text)
    assert ranks.epoch > 0
    numbers = [ranks.rank(text) for text in ("a", *texts, "b")]
    assert numbers == sorted(set(numbers))


def test_a_column_follows_its_rows() -> None:
    pick = random.Random(1)  # noqa: S311 - the same ones every time
    texts = [f"{pick.choice('abc')} {number}" for number in range(50)]
    column = TextColumn(lambda row: texts[row])
    assert in_order(texts, column.values(50)) == sorted(texts, key=sort_key)
    for turn in range(200):
        row = pick.randrange(len(texts) + 1)
        text = pick.choice(["", f"{pick.choice('abc')} {turn}", "b " + "x" * turn])
        if row == len(texts):
            texts.append(text)
        texts[row] = text
        column.change(row)
        values = column.values(len(texts))
        assert len(values) == len(texts)
        assert in_order(texts, values) == sorted(filter(None, texts), key=sort_key)


def test_rows_without_a_text_have_no_number() -> None:
    column = TextColumn(lambda row: "a" if row == 1 else "")
    assert np.isnan(column.values(3)).tolist() == [True, False, True]
    assert np.isnan(column.values(5)).tolist() == [True, False, True, True, True]
