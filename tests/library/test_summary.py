"""What a library says of itself, and what of it is dropped to be made again."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.library.analyses import track_analysis
from tests.library.make_released import FACTS, KNOWN, MARKS, SONG, STAMP
from tivm_desktop.domain.marks import Marks
from tivm_desktop.library.changes import Changes, FoundFile
from tivm_desktop.library.known import FailureKind
from tivm_desktop.library.schema import SCHEMA_VERSION
from tivm_desktop.library.store import FeatureStore

TRACKS = 70
"""More than are looked at in one go."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[FeatureStore]:
    """A library of many sounds, one of them in two files."""
    with closing(FeatureStore(tmp_path / "library.sqlite3")) as store:
        for number in range(TRACKS):
            known = replace(KNOWN, audio_id=f"id{number}")
            song = SONG.with_name(f"{number}.flac")
            store.save_analysed(song, STAMP, known, track_analysis(), "pre-1", FACTS, "key-1")
        store.save_known_track(SONG.with_name("again.flac"), STAMP, replace(KNOWN, audio_id="id0"))
        yield store


def change(store: FeatureStore, statement: str) -> None:
    """Change the library behind the program's back."""
    with closing(sqlite3.connect(store.path)) as connection, connection:
        connection.execute(statement)


def test_everything_is_counted_by_what_it_is(store: FeatureStore) -> None:
    store.apply(
        Changes(
            new=(FoundFile(SONG.with_name("new.flac"), 1, 1, 1),), vanished=(SONG.with_name("again.flac"),)
        )
    )
    store.save_failure(SONG.with_name("new.flac"), STAMP, "music-1", "slow", FailureKind.TIME)
    store.set_marks("id0", MARKS)
    store.set_marks("id1", Marks(tags=("rain",)))
    store.set_marks("id2", Marks())
    store.set_marks("elsewhere", Marks(notes="wait"))
    told = store.summary()
    assert (told.schema, told.size_bytes) == (SCHEMA_VERSION, store.path.stat().st_size)
    assert (told.files, told.vanished, told.to_be_looked_into) == (TRACKS + 1, 1, 1)
    assert told.tracks == TRACKS
    assert told.analyses == {("music-1", "pre-1"): TRACKS}
    assert told.failures == {"time": 1}
    assert (told.marked, told.waiting_marks) == (3, 1)
    assert told.backups == ()


def test_altered_analyses_are_dropped_and_no_others(store: FeatureStore) -> None:
    assert store.drop_altered() == (TRACKS, 0)
    change(store, "UPDATE analyses SET analysis = 'text' WHERE media_id = 'id0'")
    change(store, "UPDATE analyses SET analysis = CAST(substr(analysis, 9) AS BLOB) WHERE media_id = 'id69'")
    assert store.drop_altered() == (TRACKS, 2)
    expected = {f"id{number}" for number in range(1, TRACKS - 1)}
    assert store.analysed("music-1", "pre-1") == expected


def test_a_whole_library_has_no_problems(store: FeatureStore) -> None:
    assert store.integrity() == []


def test_a_damaged_library_says_what_is_wrong_and_is_repaired_at_the_next_opening(tmp_path: Path) -> None:
    database = tmp_path / "library.sqlite3"
    with closing(FeatureStore(database)) as store:
        store.set_marks("c0ffee", MARKS)
        store.save_known_track(SONG, STAMP, replace(KNOWN, audio_id="here and in an index"))
    content = database.read_bytes()
    database.write_bytes(content.replace(b"here and in an index", b"here but in no index", 1))
    with closing(FeatureStore(database)) as store:
        assert store.notice == ""
        assert any("files_by_audio" in problem for problem in store.integrity())
    with closing(FeatureStore(database)) as store:
        assert "was damaged" in store.notice
        assert store.all_marks() == {"c0ffee": MARKS}
