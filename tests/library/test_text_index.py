"""Words inside words, over all rows at once."""

import random
import tracemalloc

import numpy as np
import pytest

from tivm_desktop.library.folding import fold
from tivm_desktop.library.text_index import TextIndex


def filled(*texts: str) -> TextIndex:
    index = TextIndex()
    index.fill(texts)
    return index


def rows(index: TextIndex, words: str, count: int) -> list[int]:
    found = index.rows_with(words, count)
    assert found.shape == (count,)
    return np.flatnonzero(found).tolist()


def test_every_word_must_occur_somewhere_in_a_row() -> None:
    index = filled("Blue Train Coltrane", "Blue Monday", "Night Train", "")
    assert rows(index, "blue", 4) == [0, 1]
    assert rows(index, "train BLUE", 4) == [0]
    assert rows(index, "rai", 4) == [0, 2]
    assert rows(index, "coltranes", 4) == []
    assert rows(index, "x", 4) == []
    assert rows(index, "  ", 4) == [0, 1, 2, 3]


def test_no_word_reaches_into_the_next_row() -> None:
    index = filled("some", "thing", "a\nb")
    assert rows(index, "something", 3) == []
    assert rows(index, "omething", 3) == []
    assert rows(index, "ab", 3) == []
    assert rows(index, "b", 3) == [2]


def test_accents_do_not_count() -> None:
    index = filled("Beyoncé", "Sigur Rós", "夜に駆ける")
    assert rows(index, "ROS beyonce", 3) == []
    assert rows(index, "rós", 3) == [1]
    assert rows(index, "駆", 3) == [2]


def test_an_empty_index_finds_nothing() -> None:
    assert rows(TextIndex(), "a", 0) == []
    assert rows(TextIndex(), "a", 2) == []
    assert rows(filled(), "word", 0) == []


def test_a_row_is_found_by_its_newest_text_only() -> None:
    index = filled("old", "other")
    assert rows(index, "old", 2) == [0]
    index.put(0, "new")
    index.put(2, "old")
    index.put(2, "older still")
    assert rows(index, "old", 3) == [2]
    assert rows(index, "new", 3) == [0]
    assert rows(index, "still", 3) == [2]
    index.put(0, "")
    assert rows(index, "new", 3) == []


def test_rows_that_came_later_are_not_asked_for() -> None:
    index = filled("old")
    index.put(5, "old")
    assert rows(index, "old", 3) == [0]
    assert rows(index, "old", 6) == [0, 5]


def test_more_words_than_are_remembered_are_found_alike() -> None:
    words = [f"word{number}" for number in range(40)]
    index = filled(*words)
    for _ in range(2):
        for row, word in enumerate(words[4:], 4):
            assert row in rows(index, word, 40)


@pytest.mark.parametrize("seed", range(6))
def test_it_finds_what_looking_row_by_row_finds(seed: int) -> None:
    pick = random.Random(seed)  # noqa: S311 - the same ones every time
    texts = ["".join(pick.choices("ab cé", k=pick.randrange(12))) for _ in range(200)]
    index = filled(*texts[:120])
    for row in range(120, 200):
        index.put(row, texts[row])
    for row in pick.sample(range(200), 60):
        texts[row] = "".join(pick.choices("abc é", k=pick.randrange(12)))
        index.put(row, texts[row])
    for _ in range(60):
        words = "".join(pick.choices("abc e", k=pick.randrange(1, 9)))
        expected = [
            row for row, text in enumerate(texts) if all(word in fold(text) for word in fold(words).split())
        ]
        assert rows(index, words, 200) == expected


def test_texts_that_were_replaced_are_let_go_of() -> None:
    count = 300
    index = TextIndex()
    index.fill([f"{row} old" for row in range(count)])
    tracemalloc.start()
    try:
        for turn in range(40):
            for row in range(count):
                index.put(row, f"{row} of turn {turn}, and a long title that takes its room")
            index.put(count + turn, f"another {turn}")
        bytes_held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    total = count + 40
    assert bytes_held < 300_000
    assert not index.rows_with("old", total).any()
    assert index.rows_with("turn 39", total).tolist() == [True] * count + [False] * 40
    assert np.flatnonzero(index.rows_with("another 39", total)).tolist() == [count + 39]
    assert np.flatnonzero(index.rows_with("299 title", total)).tolist() == [299]
