"""Ratings as a file: whole or not there, and taken in without losing what was said here."""

import json
import os
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.library.damaging import end_without_closing
from tests.library.make_released import KNOWN, MARKS, SONG, STAMP
from tivm_desktop.domain.errors import FileError
from tivm_desktop.domain.marks import Marks
from tivm_desktop.library.marks_file import ImportReport, export_marks, import_marks
from tivm_desktop.library.marks_merge import merged
from tivm_desktop.library.store import FeatureStore


@pytest.fixture
def here(tmp_path: Path) -> Iterator[FeatureStore]:
    store = FeatureStore(tmp_path / "here.sqlite3")
    yield store
    store.close()


@pytest.fixture
def there(tmp_path: Path) -> Iterator[FeatureStore]:
    store = FeatureStore(tmp_path / "there.sqlite3")
    yield store
    store.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "marks.json"


def write(file: Path, tracks: object) -> None:
    """Make a file of marks by hand."""
    file.write_text(json.dumps({"format": "tivm-marks", "version": 1, "tracks": tracks}))


def test_marks_reach_another_library_and_wait_for_their_music(
    here: FeatureStore, there: FeatureStore, file: Path
) -> None:
    here.save_known_track(SONG, STAMP, KNOWN)
    here.set_marks("c0ffee", MARKS)
    here.set_marks("elsewhere", Marks(1))
    here.set_marks("nothing", Marks())
    assert export_marks(here, file) == 2
    there.save_known_track(SONG.with_name("another name.flac"), STAMP, KNOWN)
    assert import_marks(there, file) == ImportReport(added=2, waiting=1)
    assert there.all_marks()["c0ffee"] == MARKS
    there.save_known_track(SONG, STAMP, type(KNOWN)("elsewhere", KNOWN.tags, 1.0))
    assert there.all_marks()["elsewhere"] == Marks(1)
    assert import_marks(there, file) == ImportReport(unchanged=2)


def test_the_file_can_be_read_by_a_person(here: FeatureStore, file: Path) -> None:
    odd = Path(os.fsdecode(b"/music/caf\xe9.mp3"))
    here.save_known_track(odd, STAMP, KNOWN)
    here.set_marks("c0ffee", MARKS)
    export_marks(here, file)
    track = json.loads(file.read_text("utf-8"))["tracks"]["c0ffee"]
    assert track["title"] == "Ärger"
    assert track["files"] == ["/music/caf\ufffd.mp3"]
    assert track["tags"] == ["drive", "rain"]


def test_nothing_is_overwritten_unasked(here: FeatureStore, file: Path) -> None:
    file.write_text("mine")
    with pytest.raises(FileError, match=r"marks\.json is there already; choose another name"):
        export_marks(here, file)
    assert file.read_text() == "mine"
    export_marks(here, file, replace=True)
    assert json.loads(file.read_text())["tracks"] == {}
    assert [path.name for path in file.parent.iterdir() if path.name.endswith(".part")] == []


def test_a_folder_that_can_not_be_written_is_one_sentence(here: FeatureStore, tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"can't be written \(No such file or directory\)"):
        export_marks(here, tmp_path / "missing" / "marks.json")


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{}",
        "[]",
        '{"format": "other"}',
        '{"format": "tivm-marks", "version": 1, "tracks": 7}',
        "[" * 100_000,
    ],
)
def test_what_is_no_such_file_is_refused(here: FeatureStore, file: Path, content: str) -> None:
    file.write_text(content)
    with pytest.raises(FileError, match=r"marks\.json is no file of ratings"):
        import_marks(here, file)


def test_a_file_too_large_for_marks_is_not_read(
    here: FeatureStore, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(file, {"a": {"rating": 5}})
    monkeypatch.setattr("tivm_desktop.library.marks_file.LARGEST_BYTES", file.stat().st_size - 1)
    with pytest.raises(FileError, match="is no file of ratings"):
        import_marks(here, file)
    assert here.all_marks() == {}


def test_marks_that_say_nothing_are_not_taken_in(here: FeatureStore, file: Path) -> None:
    write(file, {"a": {"rating": 0, "notes": ""}, "b": {"rating": 1}})
    assert import_marks(here, file) == ImportReport(added=1, waiting=1, refused=1)


def test_a_file_of_a_newer_version_is_refused(here: FeatureStore, file: Path) -> None:
    file.write_text('{"format": "tivm-marks", "version": 2, "tracks": {}}')
    with pytest.raises(FileError, match="newer version"):
        import_marks(here, file)


def test_a_file_that_is_gone_is_one_sentence(here: FeatureStore, file: Path) -> None:
    with pytest.raises(FileError, match="can't be read"):
        import_marks(here, file)


def test_entries_that_are_no_marks_are_counted_and_the_others_taken(here: FeatureStore, file: Path) -> None:
    tracks = {"a": {"rating": 3}, "b": {"rating": 77}, "": {"rating": 1}, "c": [], "\ud800": {"rating": 3}}
    write(file, tracks)
    assert import_marks(here, file) == ImportReport(added=1, waiting=1, refused=4)
    assert here.all_marks() == {"a": Marks(3)}


def test_an_entry_without_a_name_is_counted(here: FeatureStore, file: Path) -> None:
    write(file, [[7, {"rating": 3}], ["a", {"rating": 3}]])
    assert import_marks(here, file) == ImportReport(added=1, waiting=1, refused=1)


def test_what_both_said_is_joined(here: FeatureStore, there: FeatureStore, file: Path) -> None:
    there.set_marks("a", Marks(3, tags=("x",), notes="old"))
    here.set_marks("a", Marks(5, favourite=True, tags=("y",), notes="new"))
    export_marks(here, file)
    assert import_marks(there, file) == ImportReport(merged=1, waiting=1)
    assert there.all_marks()["a"] == Marks(5, favourite=True, tags=("x", "y"), notes="new\nold")
    assert import_marks(there, file) == ImportReport(unchanged=1, waiting=1)


@pytest.mark.parametrize("said_here", [Marks(), Marks(5)])
def test_what_is_said_after_a_mark_from_the_future_was_taken_in_holds(
    here: FeatureStore, file: Path, said_here: Marks
) -> None:
    here.set_marks("a", said_here)
    before_ns = time.time_ns()
    write(file, {"a": {"rating": 3, "changed_ns": 9 * 10**18}})
    import_marks(here, file)
    assert before_ns <= here.dated_marks()["a"][1] <= time.time_ns()
    here.set_marks("a", Marks(1))
    here.close()
    end_without_closing(here.path)
    with closing(FeatureStore(here.path)) as again:
        assert again.all_marks()["a"] == Marks(1)


def test_an_older_mark_taken_in_where_one_was_cleared_outlives_an_end_without_closing(
    here: FeatureStore, file: Path
) -> None:
    here.set_marks("a", Marks())
    write(file, {"a": {"rating": 3, "changed_ns": 1000}})
    assert import_marks(here, file).added == 1
    here.close()
    end_without_closing(here.path)
    with closing(FeatureStore(here.path)) as again:
        assert again.all_marks()["a"] == Marks(3)


A, B = Marks(2, notes="a"), Marks(4, never=True, notes="b")


@pytest.mark.parametrize(
    ("ours", "theirs", "both"),
    [
        ((Marks(), 9), (A, 1), (A, 1)),
        ((A, 1), (Marks(), 9), (A, 1)),
        ((A, 1), (B, 2), (Marks(4, never=True, notes="b\na"), 2)),
        ((A, 2), (B, 1), (Marks(2, notes="a\nb"), 2)),
        ((A, 1), (B, 1), (Marks(2, notes="a\nb"), 1)),
        ((A, 1), (Marks(favourite=True), 2), (Marks(2, favourite=True, notes="a"), 2)),
        ((Marks(1, notes="a and more"), 2), (A, 1), (Marks(1, notes="a and more"), 2)),
    ],
)
def test_of_two_the_newer_holds_and_no_word_is_lost(
    ours: tuple[Marks, int], theirs: tuple[Marks, int], both: tuple[Marks, int]
) -> None:
    assert merged(ours, theirs) == both
