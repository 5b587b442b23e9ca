"""Who has the library open: told while it is open, found out when it ended without closing."""

import os
from pathlib import Path

import pytest

from tests.library.make_released import MARKS
from tivm_desktop.library import openings
from tivm_desktop.library.file_lock import HeldFile, held
from tivm_desktop.library.openings import Opening, broken_off, in_use
from tivm_desktop.library.store import FeatureStore


@pytest.fixture
def database(tmp_path: Path) -> Path:
    database = tmp_path / "library.sqlite3"
    FeatureStore(database).close()
    return database


def test_a_reader_that_was_killed_gives_no_cause_for_a_check(database: Path) -> None:
    database.with_name(f"{database.name}.open-reader").touch()
    assert broken_off(database) == []
    assert not in_use(database)
    assert not database.with_name(f"{database.name}.open-reader").exists()


def test_an_opening_tells_of_itself_until_it_is_closed(database: Path) -> None:
    mine = Opening(database)
    assert in_use(database)
    mine.about_to_write()
    mine.about_to_write()
    assert broken_off(database) == []
    mine.close()
    mine.close()
    assert not in_use(database)


def test_a_trace_that_can_not_be_looked_at_tells_nothing(database: Path) -> None:
    trace = database.with_name(f"{database.name}.open-odd")
    trace.mkdir()
    assert broken_off(database) == []
    assert not in_use(database)
    trace.rmdir()


def test_an_opening_is_told_of_before_another_may_prepare_the_library(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    others_wait = []

    class Mark(HeldFile):
        def __init__(self, path: Path) -> None:
            try:
                HeldFile(database.with_name(f"{database.name}.lock")).close()
                others_wait.append(False)
            except BlockingIOError:
                others_wait.append(True)
            super().__init__(path)

    monkeypatch.setattr(openings, "HeldFile", Mark)
    FeatureStore(database).close()
    assert others_wait == [True]


def test_where_files_can_not_be_held_the_library_works_all_the_same(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(handle: int) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("tivm_desktop.library.file_lock._try", refuse)
    store = FeatureStore(database)
    store.set_marks("a", MARKS)
    assert store.all_marks()["a"] == MARKS
    store.close()
    assert not in_use(database)
    assert list(database.parent.glob("*.open-*")) == []


def test_a_folder_that_can_not_be_written_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with held(tmp_path / "held", 60.0):
        assert list(tmp_path.iterdir()) == []


def test_a_file_is_held_once(tmp_path: Path) -> None:
    mine = HeldFile(tmp_path / "held")
    mine.write(b"abc")
    mine.write(b"x", durably=False)
    assert mine.read() == b"xbc"
    with pytest.raises(BlockingIOError):
        HeldFile(tmp_path / "held")
    mine.close()
    HeldFile(tmp_path / "held").close()
