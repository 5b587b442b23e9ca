"""Marks: in the database, in the journal beside it, by whatever name the file goes."""

import json
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.library.damaging import end_without_closing
from tivm_desktop.domain.marks import Marks
from tivm_desktop.library import marks_journal
from tivm_desktop.library.mark_rows import LAST_NS, marks_document, read_marks
from tivm_desktop.library.marks_journal import MarksJournal
from tivm_desktop.library.store import FeatureStore

MARKS = Marks(4, favourite=True, never=True, tags=("night", "rain"), notes="Für das Ende – 日本")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[FeatureStore]:
    store = FeatureStore(tmp_path / "library.sqlite3")
    yield store
    store.close()


def after_an_end_without_closing(database: Path) -> dict[str, Marks]:
    """What the library says once it has looked at its journal again."""
    end_without_closing(database)
    with closing(FeatureStore(database)) as store:
        return store.all_marks()


def test_marks_come_back_whether_or_not_the_track_is_known(store: FeatureStore) -> None:
    assert store.all_marks() == {}
    store.set_marks("a", MARKS)
    assert store.all_marks()["a"] == MARKS
    assert store.all_marks() == {"a": MARKS}


def test_marks_are_replaced_with_their_tags(store: FeatureStore) -> None:
    store.set_marks("a", MARKS)
    store.set_marks("a", Marks(tags=("sun", "rain", "rain")))
    assert store.all_marks()["a"] == Marks(tags=("rain", "sun"))
    store.set_marks("a", Marks())
    assert store.all_marks() == {"a": Marks()}


def test_what_is_no_text_is_kept_as_what_comes_closest(store: FeatureStore) -> None:
    store.set_marks("a", Marks(notes="\udce9", tags=("\udce9",)))
    assert store.all_marks()["a"] == Marks(notes="?", tags=("?",))


def test_each_change_is_in_the_journal(store: FeatureStore) -> None:
    store.set_marks("a", Marks(1))
    store.set_marks("b", MARKS)
    store.set_marks("a", Marks(2))
    found = MarksJournal(store.path).read()
    assert {audio_id: marks for audio_id, (marks, _) in found.items()} == {"a": Marks(2), "b": MARKS}


def test_what_was_said_last_holds_though_the_clock_went_back(
    store: FeatureStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "time_ns", lambda: 2000)
    store.set_marks("a", Marks(1))
    monkeypatch.setattr(time, "time_ns", lambda: 1000)
    store.set_marks("a", MARKS)
    store.close()
    assert after_an_end_without_closing(store.path) == {"a": MARKS}


def test_a_change_that_the_database_lost_comes_back_though_the_clock_went_back(store: FeatureStore) -> None:
    store.set_dated_marks({"a": (Marks(1), 2000)})
    store.close()
    before = store.path.read_bytes()
    later = FeatureStore(store.path)
    later.set_dated_marks({"a": (MARKS, 1000)})
    later.close()
    store.path.write_bytes(before)
    assert after_an_end_without_closing(store.path) == {"a": MARKS}


def test_the_last_time_there_is_can_be_followed(store: FeatureStore) -> None:
    store.set_dated_marks({"a": (Marks(1), LAST_NS)})
    store.set_marks("a", MARKS)
    store.close()
    assert after_an_end_without_closing(store.path) == {"a": MARKS}


def test_lines_that_broke_off_cost_nothing_but_themselves(store: FeatureStore) -> None:
    store.set_marks("a", MARKS)
    journal = MarksJournal(store.path)
    with journal.path.open("ab") as stream:
        stream.write(b'\n{"audio_id": "b", "rat')
    store.set_marks("c", MARKS)
    with journal.path.open("ab") as stream:
        stream.write(
            b'\n[]\n{"audio_id": 7}\n{"audio_id": "\\ud800"}\n{"audio_id": "d", "rating": 99}\n'
            + b"[" * 10_000
            + b"\n\xff"
        )
    assert journal.read().keys() == {"a", "c"}
    store.close()
    assert after_an_end_without_closing(store.path) == {"a": MARKS, "c": MARKS}


def test_a_journal_that_can_not_be_written_does_not_cost_the_mark(store: FeatureStore) -> None:
    MarksJournal(store.path).path.mkdir()
    store.set_marks("a", MARKS)
    assert store.all_marks()["a"] == MARKS
    assert MarksJournal(store.path).read() == {}


def test_a_long_journal_is_written_anew_at_opening(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marks_journal, "REWRITTEN_BYTES", 1000)
    store = FeatureStore(tmp_path / "library.sqlite3")
    journal = MarksJournal(store.path)
    for rating in range(6):
        store.set_marks("a", Marks(rating, notes="x" * 200))
    store.close()
    before = journal.path.stat().st_size
    FeatureStore(tmp_path / "library.sqlite3").close()
    assert journal.path.stat().st_size < before / 2
    assert {audio_id: marks for audio_id, (marks, _) in journal.read().items()} == {
        "a": Marks(5, notes="x" * 200)
    }
    FeatureStore(tmp_path / "library.sqlite3").close()
    assert len(journal.path.read_bytes().splitlines()) == 2


def test_a_long_journal_of_many_tracks_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(marks_journal, "REWRITTEN_BYTES", 100)
    store = FeatureStore(tmp_path / "library.sqlite3")
    store.set_dated_marks({str(number): (MARKS, number) for number in range(5)})
    store.set_dated_marks({})
    store.close()
    before = MarksJournal(store.path).path.read_bytes()
    FeatureStore(tmp_path / "library.sqlite3").close()
    assert MarksJournal(store.path).path.read_bytes() == before


def test_marks_are_json_and_back() -> None:
    assert read_marks(json.loads(json.dumps(marks_document(MARKS, 7)))) == (MARKS, 7)
    assert read_marks({}) == (Marks(), 0)


@pytest.mark.parametrize(
    "document",
    [
        None,
        {"rating": 6},
        {"rating": True},
        {"rating": -1},
        {"changed_ns": -1},
        {"changed_ns": 1 << 63},
        {"tags": "night"},
        {"tags": [""]},
        {"tags": [1]},
        {"notes": None},
        {"favourite": 1},
        {"never": "no"},
    ],
)
def test_what_is_no_marks_is_refused(document: object) -> None:
    with pytest.raises(ValueError, match="marks"):
        read_marks(document)
