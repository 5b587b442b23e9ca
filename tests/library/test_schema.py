import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.library.make_released import FACTS, KNOWN, MARKS, SONG, STAMP
from tivm_desktop.domain.errors import FileError
from tivm_desktop.library.fact_rows import facts_values
from tivm_desktop.library.known import FailureKind
from tivm_desktop.library.schema import MIGRATIONS, SCHEMA_VERSION, migrate
from tivm_desktop.library.store import FeatureStore

RELEASED = sorted((Path(__file__).parent / "released").glob("schema-*.sqlite3"))


def test_every_released_schema_has_its_library() -> None:
    assert [file.stem for file in RELEASED] == [f"schema-{number + 1}" for number in range(SCHEMA_VERSION)]


@pytest.mark.parametrize("released", RELEASED, ids=lambda file: file.stem)
def test_a_library_of_a_released_version_is_read(released: Path, tmp_path: Path) -> None:
    database = Path(shutil.copy(released, tmp_path / "library.sqlite3"))
    store = FeatureStore(database)
    assert store.notice == ""
    assert store.known_track(SONG, STAMP) == KNOWN
    assert store.failure(SONG, STAMP, "music-1") == "reason"
    track = store.track("c0ffee", "music-1", "pre-1")
    assert track is not None
    assert track.sound.key == 9
    store.close()


def test_files_of_the_first_release_were_added_when_they_were_made(tmp_path: Path) -> None:
    store = FeatureStore(Path(shutil.copy(RELEASED[0], tmp_path / "library.sqlite3")))
    (row,) = store.all_files()
    assert (row.path, row.added_ns, row.vanished_ns, row.looked_into) == (SONG, STAMP.mtime_ns, None, True)
    assert [failure.kind for failure in store.failures("music-1")] == [FailureKind.FILE]
    store.close()


def test_marks_facts_and_folders_of_the_second_release_are_read(tmp_path: Path) -> None:
    store = FeatureStore(Path(shutil.copy(RELEASED[1], tmp_path / "library.sqlite3")))
    assert store.all_marks()["c0ffee"] == MARKS
    assert store.plain_facts("key-1") == [("c0ffee", *facts_values(FACTS))]
    assert store.roots() == [SONG.parent]
    assert store.known_tree().folder_stamps == {b"/music": b"\1\2"}
    (row,) = store.all_files()
    assert row.inode == 7
    store.close()


def test_a_video_of_a_release_that_measured_less_is_to_be_analysed_anew(tmp_path: Path) -> None:
    database = Path(shutil.copy(RELEASED[0], tmp_path / "library.sqlite3"))
    store = FeatureStore(database)
    assert store.video("clip", "frame-1", "pre-1") is None
    store.close()


def test_a_library_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    database = tmp_path / "library.sqlite3"
    FeatureStore(database).close()
    with closing(sqlite3.connect(database)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = database.read_bytes()
    with pytest.raises(FileError, match=r"newer version of TIVM Desktop .* update the program"):
        FeatureStore(database)
    assert database.read_bytes() == before


def test_migrations_run_forward_from_where_the_library_is(tmp_path: Path) -> None:
    later = (*MIGRATIONS, ("ALTER TABLE files ADD COLUMN stars INTEGER NOT NULL DEFAULT 0",))
    with closing(sqlite3.connect(tmp_path / "library.sqlite3", isolation_level=None)) as connection:
        migrate(connection, tmp_path)
        migrate(connection, tmp_path, later)
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION + 1,)
        assert connection.execute("SELECT stars FROM files").fetchall() == []


def test_a_migration_that_fails_changes_nothing(tmp_path: Path) -> None:
    broken = (*MIGRATIONS, ("CREATE TABLE ratings (stars INTEGER)", "NOT A STATEMENT"))
    with closing(sqlite3.connect(tmp_path / "library.sqlite3", isolation_level=None)) as connection:
        migrate(connection, tmp_path)
        with pytest.raises(sqlite3.OperationalError):
            migrate(connection, tmp_path, broken)
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        tables = connection.execute("SELECT name FROM sqlite_master WHERE name = 'ratings'").fetchall()
        assert tables == []
