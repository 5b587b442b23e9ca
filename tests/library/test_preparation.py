"""What happens to the library before it is used: checks, copies, and what is saved out of damage."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from threading import Event
from types import SimpleNamespace

import pytest

from tests.library.analyses import track_analysis
from tests.library.damaging import end_without_closing, overwrite, pages_of
from tests.library.make_released import FACTS, KNOWN, MARKS, SONG, STAMP
from tivm_desktop.domain.errors import FileError
from tivm_desktop.domain.marks import Marks
from tivm_desktop.library import backup, health, preparation
from tivm_desktop.library import database as databases
from tivm_desktop.library import salvage as salvaging
from tivm_desktop.library.backup import back_up, backups
from tivm_desktop.library.file_lock import held
from tivm_desktop.library.known import KnownTrack
from tivm_desktop.library.openings import broken_off
from tivm_desktop.library.preparation import connect
from tivm_desktop.library.store import FeatureStore

RELEASED = Path(__file__).parent / "released"
TRACKS = 70
"""More than are saved in one go."""


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite3"


@pytest.fixture
def full(database: Path) -> Path:
    """A library of some tracks, all of them rated."""
    store = FeatureStore(database)
    for number in range(TRACKS):
        known = KnownTrack(f"id{number}", KNOWN.tags, 12.0)
        song = SONG.with_name(f"{number}.flac")
        store.save_analysed(song, STAMP, known, track_analysis(seed=number), "pre-1", FACTS, "key-1")
        store.set_marks(f"id{number}", Marks(1 + number % 5, tags=("x",)))
    store.close()
    return database


def opened(database: Path) -> str:
    """Open and close it, and return what there was to say."""
    store = FeatureStore(database)
    store.close()
    return store.notice


def connect_slowly(database: Path) -> sqlite3.Connection:
    """As the library connects; whatever is read takes longer than any test."""
    connection = connect(database)
    connection.set_progress_handler(lambda: Event().wait(0.005), 1)
    return connection


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_library_that_was_closed_leaves_no_trace_of_who_had_it_open(full: Path) -> None:
    assert names(full.parent) == ["library.sqlite3", "library.sqlite3.lock", "library.sqlite3.marks"]


def test_an_older_library_is_copied_before_it_is_changed(database: Path) -> None:
    shutil.copy(RELEASED / "schema-1.sqlite3", database)
    assert opened(database) == ""
    (copy,) = backups(database)
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        assert connection.execute("SELECT audio_id FROM files").fetchall() == [("c0ffee",)]
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert opened(database) == ""
    assert backups(database) == [copy]


def test_a_new_library_has_no_copy(database: Path) -> None:
    opened(database)
    assert backups(database) == []


def test_only_the_newest_copies_are_kept(database: Path) -> None:
    opened(database)
    for day in (1, 2, 3):
        database.with_name(f"library.sqlite3.backup-schema1-2020010{day}-000000").touch()
    with closing(sqlite3.connect(database)) as connection:
        made = back_up(connection, database, 1)
    assert [copy.name for copy in backups(database)] == [
        made.name,
        "library.sqlite3.backup-schema1-20200103-000000",
    ]


def test_a_disk_without_room_for_the_copy_leaves_the_library_as_it_is(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(RELEASED / "schema-1.sqlite3", database)
    before = database.read_bytes()
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: SimpleNamespace(free=1000))
    with pytest.raises(
        FileError, match=r"older version, .* free 17 MB on its disk .* nothing was changed\.$"
    ):
        FeatureStore(database)
    assert database.read_bytes()[100:] == before[100:]
    assert [name for name in names(database.parent) if "backup" in name] == []


def test_what_ends_while_the_copy_is_written_leaves_no_half_of_it(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(RELEASED / "schema-1.sqlite3", database)

    def fail(part: Path) -> None:
        raise OSError(28, "No space left on device", str(part))

    monkeypatch.setattr(backup, "_sync", fail)
    with pytest.raises(FileError, match="No space left on device"):
        FeatureStore(database)
    assert [name for name in names(database.parent) if "backup" in name] == []


def test_a_library_that_another_holds_open_is_not_checked(
    full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = FeatureStore(full)
    other.set_marks("id0", MARKS)

    def never(*_: object, **__: object) -> bool:
        raise AssertionError("nobody ended without closing")

    monkeypatch.setattr(preparation, "find_damage", never)
    assert opened(full) == ""
    other.close()


def test_a_program_that_was_killed_while_writing_is_noticed_and_the_library_is_whole(full: Path) -> None:
    program = """
import os, signal, sys
from pathlib import Path
from tivm_desktop.domain.marks import Marks
from tivm_desktop.library.store import FeatureStore

store = FeatureStore(Path(sys.argv[1]))
store.set_marks("id0", Marks(4))
os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", program, str(full)], check=False, env=_environment())
    assert len(broken_off(full)) == 1
    store = FeatureStore(full)
    assert store.notice == ""
    assert store.all_marks()["id0"] == Marks(4)
    store.close()
    assert broken_off(full) == []


def test_damage_after_an_end_without_closing_is_found_at_once(full: Path) -> None:
    overwrite(full, *pages_of(full, "facts"))
    assert opened(full) == ""
    end_without_closing(full)
    notice = opened(full)
    assert "was damaged" in notice
    assert f"{TRACKS} of your ratings" in notice
    assert opened(full) == ""


@pytest.mark.parametrize("table", ["marks", "own_tags", "analyses", "files", "failures", "roots"])
def test_whichever_table_is_damaged_no_rating_is_lost(full: Path, table: str) -> None:
    overwrite(full, *pages_of(full, table))
    end_without_closing(full)
    store = FeatureStore(full)
    assert "was damaged" in store.notice
    assert store.all_marks() == {
        f"id{number}": Marks(1 + number % 5, tags=("x",)) for number in range(TRACKS)
    }
    if table != "analyses":
        assert store.analysed("music-1", "pre-1") == {f"id{number}" for number in range(TRACKS)}
    if table != "files":
        assert len(list(store.all_files())) == TRACKS
    assert len(store.plain_facts("key-1")) == TRACKS
    store.close()


def test_analyses_before_and_behind_damaged_pages_are_saved(full: Path) -> None:
    pages = full.stat().st_size // 4096
    overwrite(full, pages // 2, 3)
    end_without_closing(full)
    store = FeatureStore(full)
    saved = store.analysed("music-1", "pre-1")
    assert TRACKS - 8 <= len(saved) < TRACKS
    assert all(store.track(audio_id, "music-1", "pre-1") is not None for audio_id in saved)
    assert len(store.all_marks()) == TRACKS
    store.close()


def test_ratings_outlive_a_library_of_which_nothing_can_be_read(full: Path) -> None:
    overwrite(full, 1, full.stat().st_size // 4096)
    store = FeatureStore(full)
    assert f"{TRACKS} of your ratings and notes and 0 analyses were saved" in store.notice
    assert store.all_marks()["id7"] == Marks(3, tags=("x",))
    store.close()


def test_ratings_outlive_a_library_that_is_gone(full: Path) -> None:
    full.unlink()
    store = FeatureStore(full)
    assert store.notice == ""
    assert len(store.all_marks()) == TRACKS
    store.close()


def test_ratings_are_read_out_of_a_damaged_library_without_its_journal(full: Path) -> None:
    full.with_name(f"{full.name}.marks").unlink()
    overwrite(full, *pages_of(full, "facts"))
    end_without_closing(full)
    store = FeatureStore(full)
    assert len(store.all_marks()) == TRACKS
    store.close()


def test_altered_analyses_are_not_saved(full: Path) -> None:
    with closing(sqlite3.connect(full)) as connection, connection:
        connection.execute("UPDATE analyses SET analysis = x'00' WHERE media_id = 'id3'")
    overwrite(full, *pages_of(full, "facts"))
    end_without_closing(full)
    with closing(FeatureStore(full)) as store:
        assert f"{TRACKS - 1} analyses were saved" in store.notice
        expected = {f"id{number}" for number in range(TRACKS) if number != 3}
        assert store.analysed("music-1", "pre-1") == expected


def test_a_damaged_library_that_is_in_use_is_left_where_it_is(full: Path) -> None:
    other = FeatureStore(full)
    overwrite(full, *pages_of(full, "facts"))
    end_without_closing(full)
    with pytest.raises(FileError, match=r"is damaged .* and in use; end every copy"):
        FeatureStore(full)
    other.close()
    assert "was damaged" in opened(full)


def test_a_library_that_is_being_opened_elsewhere_is_waited_for_in_vain(
    full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparation, "OPENING_PATIENCE_S", 0.05)
    with (
        held(full.with_name(f"{full.name}.lock"), 1.0),
        pytest.raises(FileError, match="being opened by another running copy"),
    ):
        FeatureStore(full)


def test_a_large_library_is_looked_through_beside_the_work(
    full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "AT_ONCE_BYTES", 0)
    overwrite(full, full.stat().st_size // 4096 // 2, 3)
    end_without_closing(full)
    store = FeatureStore(full)
    assert store.notice == ""
    store.wait_for_check()
    store.close()
    assert full.with_name(f"{full.name}.check").exists()
    assert "was damaged" in opened(full)


def test_a_large_library_that_is_whole_stays_unsuspected(full: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "AT_ONCE_BYTES", 0)
    end_without_closing(full)
    store = FeatureStore(full)
    store.wait_for_check()
    store.close()
    assert not full.with_name(f"{full.name}.check").exists()
    assert broken_off(full) == []


def test_a_large_library_is_closed_before_it_is_looked_through(
    full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "AT_ONCE_BYTES", 0)
    end_without_closing(full)
    store = FeatureStore(full)
    store.close()
    store.close()
    assert opened(full) == ""


def test_a_large_library_that_was_closed_before_it_was_looked_through_is_looked_through_next_time(
    full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "AT_ONCE_BYTES", 0)
    overwrite(full, full.stat().st_size // 4096 // 2, 3)
    end_without_closing(full)
    for _ in range(2):
        with monkeypatch.context() as slowly:
            slowly.setattr(databases, "connect", connect_slowly)
            assert opened(full) == ""
    store = FeatureStore(full)
    store.wait_for_check()
    store.close()
    assert full.with_name(f"{full.name}.check").exists()
    assert "was damaged" in opened(full)


def test_a_disk_too_full_for_what_can_be_saved_is_one_sentence(
    full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    overwrite(full, *pages_of(full, "facts"))
    end_without_closing(full)

    def fail(blob: bytes) -> bool:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(salvaging, "is_altered", fail)
    with pytest.raises(FileError, match="disk is full"):
        FeatureStore(full)
    monkeypatch.undo()
    assert [name for name in names(full.parent) if "damaged" in name or "repaired" in name] == []
    store = FeatureStore(full)
    assert len(store.analysed("music-1", "pre-1")) == len(store.all_marks()) == TRACKS
    store.close()


def test_a_repair_that_broke_off_before_the_end_is_ended(full: Path) -> None:
    full.rename(full.with_name(f"{full.name}.repaired"))
    store = FeatureStore(full)
    assert store.notice == ""
    assert len(store.analysed("music-1", "pre-1")) == TRACKS
    store.close()


def test_a_repair_that_broke_off_before_the_log_was_moved_keeps_what_it_saved(full: Path) -> None:
    other = full.with_name("damaged.sqlite3")
    with closing(FeatureStore(other)) as damaged:
        damaged.set_dated_marks({f"damaged{number}": (MARKS, number) for number in range(300)})
        log = other.with_name(f"{other.name}-wal").read_bytes()
    full.rename(full.with_name(f"{full.name}.repaired"))
    full.with_name(f"{full.name}-wal").write_bytes(log)
    with closing(FeatureStore(full)) as store:
        assert store.integrity() == []
        assert len(store.analysed("music-1", "pre-1")) == TRACKS
        assert store.all_marks().keys() == {f"id{number}" for number in range(TRACKS)}
    (aside,) = full.parent.glob(f"{full.name}.damaged-*")
    assert aside.read_bytes() == log


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


def test_a_schema_that_somebody_else_wrote_is_not_trusted(full: Path) -> None:
    with closing(sqlite3.connect(full)) as theirs:
        theirs.execute("CREATE VIEW trap AS SELECT spring(path) FROM files")
    sprung: list[str] = []
    with closing(connect(full)) as ours:
        ours.create_function("spring", 1, sprung.append)
        with pytest.raises(sqlite3.OperationalError, match="unsafe use of spring"):
            ours.execute("SELECT * FROM trap").fetchall()
    assert sprung == []
