"""Rows of numbers by audio id, on disk as far as there is room."""

from pathlib import Path

import numpy as np
import pytest

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.errors import FileError
from tivm_desktop.library.vectors import VectorTable
from tivm_desktop.matching.vector_rows import VectorRows


def row(value: float) -> FloatArray:
    return np.full(3, value, np.float32)


def ends(rows: FloatArray) -> tuple[FloatArray, FloatArray]:
    return rows[:, 0], rows[:, -1] * 2


def test_rows_are_there_again_when_the_table_is_opened_anew(tmp_path: Path) -> None:
    told: list[str] = []
    rows = VectorRows(tmp_path, "ab" * 16, 3, told.append)
    rows.put("a", row(1))
    rows.put("b", row(2))
    rows.put("a", row(3))
    rows.close()
    again = VectorRows(tmp_path, "ab" * 16, 3, told.append)
    assert again.has("a")
    assert not again.has("c")
    one, none = again.rows(["a", "c"])
    np.testing.assert_array_equal(one, row(3))
    assert none is None
    first, second = again.spread(["b", "", "a"], ends)
    np.testing.assert_array_equal(first, [2, np.nan, 3])
    np.testing.assert_array_equal(second, [4, np.nan, 6])
    again.close()
    assert told == []


def test_without_rows_nothing_is_known(tmp_path: Path) -> None:
    told: list[str] = []
    rows = VectorRows(tmp_path, "ab" * 16, 3, told.append)
    first, second = rows.spread(["a", "b"], ends)
    assert np.isnan(first).all()
    assert np.isnan(second).all()
    rows.close()


@pytest.mark.parametrize("broken", ["__init__", "append"])
def test_rows_that_can_not_be_written_are_kept_while_the_program_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    told: list[str] = []

    def fail(*arguments: object) -> None:
        raise FileError(tmp_path, "The disk is full; make room.")

    monkeypatch.setattr(VectorTable, broken, fail)
    rows = VectorRows(tmp_path, "ab" * 16, 3, told.append)
    rows.put("a", row(1))
    rows.put("a", row(4))
    assert rows.has("a")
    first, _ = rows.spread(["b", "a"], ends)
    np.testing.assert_array_equal(first, [np.nan, 4])
    (kept,) = rows.rows(["a"])
    np.testing.assert_array_equal(kept, row(4))
    rows.close()
    assert set(told) == {"The disk is full; make room."}
