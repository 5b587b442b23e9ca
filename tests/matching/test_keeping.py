"""Results are stored, or kept until the library can be written again."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.library.analyses import track_analysis
from tivm_desktop.domain.analysis import TrackTags
from tivm_desktop.domain.errors import FileError
from tivm_desktop.domain.track_facts import UNKNOWN, Depth
from tivm_desktop.library.changes import Changes, FoundFile, Moved
from tivm_desktop.library.known import FileRow, FileStamp, file_stamp
from tivm_desktop.library.store import FeatureStore
from tivm_desktop.matching import keeping
from tivm_desktop.matching.analysed import SOUND_VERSION, AnalysedTrack
from tivm_desktop.matching.index_queue import Wanted
from tivm_desktop.matching.jobs import Failed
from tivm_desktop.matching.keeping import Keeping
from tivm_desktop.matching.pack_ids import PackIds

FULL = "The library can't be used (disk full); make room."


class Shelf:
    """A store that may be full, and what is told of it."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.store = FeatureStore(folder / "library.sqlite3")
        self.full = False
        self.told: list[str] = []
        self.keeping = Keeping(self.store, PackIds("toy", "key"), self.told.append)
        save = FeatureStore.save_analysed

        def save_unless_full(*arguments: object) -> None:
            if self.full:
                raise FileError(self.store.path, FULL)
            save(*arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(FeatureStore, "save_analysed", save_unless_full)

    def stored(self, audio_id: str) -> bool:
        return self.store.track(audio_id, "toy", SOUND_VERSION) is not None


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    return Shelf(tmp_path, monkeypatch)


def file(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_bytes(name.encode())
    return path


def wanted(path: Path, stamp: FileStamp | None = None) -> Wanted:
    return Wanted(path, Depth.FULL, 0, stamp=stamp)


def heard(name: str) -> AnalysedTrack:
    facts = replace(UNKNOWN, depth=Depth.FULL, duration_s=9.0, integrated_lufs=-14.0)
    analysis = replace(track_analysis(), encoder_id="toy")
    return AnalysedTrack(name, TrackTags(title=name), analysis, Depth.FULL, facts)


def test_what_is_found_out_is_stored_as_it_is_told(tmp_path: Path, shelf: Shelf) -> None:
    path = file(tmp_path, "a.flac")
    row = shelf.keeping.keep(wanted(path), heard("a"))
    assert shelf.stored("a")
    assert isinstance(row, FileRow)
    assert row.stamp == file_stamp(path)
    assert (row.audio_id, row.tags.title, row.looked_into) == ("a", "a", True)
    assert shelf.keeping.unsaved("a") is None
    assert shelf.told == []
    shelf.store.close()


def test_a_full_disk_is_told_and_what_was_found_out_meanwhile_is_stored_later(
    tmp_path: Path, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "PATIENCE_S", 0.0)
    shelf.full = True
    shelf.keeping.keep(wanted(file(tmp_path, "a.flac")), heard("a"))
    shelf.keeping.keep(wanted(file(tmp_path, "b.flac")), heard("b"))
    assert set(shelf.told) == {FULL}
    assert shelf.keeping.unsaved("a") is not None
    assert shelf.keeping.unsaved("c") is None
    shelf.full = False
    shelf.keeping.keep(wanted(file(tmp_path, "c.flac")), heard("c"))
    assert all(map(shelf.stored, "abc"))
    assert shelf.keeping.unsaved("a") is None
    shelf.store.close()


def test_what_could_not_be_stored_is_tried_once_more_at_the_end(tmp_path: Path, shelf: Shelf) -> None:
    shelf.full = True
    shelf.keeping.keep(wanted(file(tmp_path, "a.flac")), heard("a"))
    shelf.keeping.flush()
    assert not shelf.stored("a")
    shelf.full = False
    shelf.keeping.flush()
    assert shelf.stored("a")
    shelf.store.close()


@pytest.mark.parametrize("patience_s", [0.0, keeping.PATIENCE_S])
def test_so_much_is_kept_and_no_more(
    tmp_path: Path, shelf: Shelf, monkeypatch: pytest.MonkeyPatch, patience_s: float
) -> None:
    monkeypatch.setattr(keeping, "MOST_UNSAVED", 2)
    monkeypatch.setattr(keeping, "PATIENCE_S", patience_s)
    shelf.full = True
    for name in "ab":
        shelf.keeping.keep(wanted(file(tmp_path, f"{name}.flac")), heard(name))
    for name in "cd":
        with pytest.raises(FileError, match="disk full"):
            shelf.keeping.keep(wanted(file(tmp_path, f"{name}.flac")), heard(name))
    shelf.keeping.flush()
    assert shelf.keeping.waiting == 2
    shelf.full = False
    shelf.keeping.flush()
    assert [shelf.stored(name) for name in "abcd"] == [True, True, False, False]
    shelf.keeping.keep(wanted(file(tmp_path, "c.flac")), heard("c"))
    assert shelf.stored("c")
    shelf.store.close()


def test_a_file_that_is_gone_is_its_own_fault(tmp_path: Path, shelf: Shelf) -> None:
    gone = tmp_path / "gone.flac"
    with pytest.raises(FileError) as caught:
        shelf.keeping.keep(wanted(gone), heard("gone"))
    assert caught.value.path == gone
    shelf.keeping.keep_failure(wanted(gone), Failed("gone.flac can't be read.", lasting=True))
    assert shelf.told == []
    shelf.store.close()


@pytest.mark.parametrize("moves", [True, False])
def test_a_file_that_leaves_while_it_is_listened_to_comes_not_back_to_where_it_was(
    tmp_path: Path, shelf: Shelf, *, moves: bool
) -> None:
    path, there = file(tmp_path, "a.flac"), tmp_path / "b.flac"
    stamp = file_stamp(path)
    shelf.store.apply(Changes(new=(FoundFile(path, stamp.size, stamp.mtime_ns, 0),)))
    path.rename(there)
    found = FoundFile(there, stamp.size, stamp.mtime_ns, 0)
    shelf.store.apply(Changes(moved=(Moved(path, found),)) if moves else Changes(vanished=(path,)))
    before = list(shelf.store.all_files())
    with pytest.raises(FileError) as caught:
        shelf.keeping.keep(wanted(path, stamp), heard("a"))
    assert caught.value.path == path
    assert list(shelf.store.all_files()) == before
    shelf.store.close()


def test_only_what_is_the_files_own_fault_is_remembered(tmp_path: Path, shelf: Shelf) -> None:
    path = file(tmp_path, "a.flac")
    shelf.keeping.keep_failure(wanted(path), Failed("no memory"))
    assert shelf.store.failures(PackIds("toy", "key").failure) == []
    shelf.keeping.keep_failure(wanted(path), Failed("a.flac is damaged.", lasting=True, kind="crash"))
    (failure,) = shelf.store.failures(PackIds("toy", "key").failure)
    assert (failure.path, failure.reason, failure.kind) == (path, "a.flac is damaged.", "crash")
    shelf.store.close()


def test_what_was_said_of_half_a_file_is_not_held_against_the_whole_one(tmp_path: Path, shelf: Shelf) -> None:
    path = file(tmp_path, "copying.flac")
    half = file_stamp(path)
    shelf.store.apply(Changes(new=(FoundFile(path, half.size, half.mtime_ns, 0),)))
    path.write_bytes(b"all of it, which the worker did not see")
    shelf.keeping.keep_failure(wanted(path), Failed("copying.flac is damaged.", lasting=True))
    failures = PackIds("toy", "key").failure
    assert shelf.store.failure(path, file_stamp(path), failures) is None
    assert shelf.store.failure(path, half, failures) == "copying.flac is damaged."
    shelf.store.close()


def test_what_was_heard_of_half_a_file_is_not_kept_once_a_scan_has_seen_the_whole(
    tmp_path: Path, shelf: Shelf
) -> None:
    path = file(tmp_path, "copying.flac")
    half = wanted(path, file_stamp(path))
    path.write_bytes(b"all of it, which the worker did not see")
    whole = file_stamp(path)
    shelf.store.apply(Changes(new=(FoundFile(path, whole.size, whole.mtime_ns, 0),)))
    assert shelf.keeping.keep(half, heard("half")) == whole
    assert shelf.keeping.keep_failure(half, Failed("copying.flac is damaged.", lasting=True)) == whole
    assert not shelf.stored("half")
    assert shelf.store.failures(PackIds("toy", "key").failure) == []
    assert isinstance(shelf.keeping.keep(wanted(path, whole), heard("whole")), FileRow)
    assert shelf.store.known_track(path, whole) is not None
    shelf.store.close()


def test_what_waits_for_the_library_is_not_kept_of_a_file_that_changes_meanwhile(
    tmp_path: Path, shelf: Shelf
) -> None:
    path = file(tmp_path, "a.flac")
    shelf.full = True
    assert isinstance(shelf.keeping.keep(wanted(path, file_stamp(path)), heard("a")), FileRow)
    shelf.store.apply(Changes(new=(FoundFile(path, 1, 2, 0),)))
    shelf.full = False
    shelf.keeping.flush()
    assert shelf.keeping.waiting == 0
    assert not shelf.stored("a")
    shelf.store.close()


def test_a_file_on_a_drive_that_is_gone_is_not_to_blame(tmp_path: Path, shelf: Shelf) -> None:
    gone = tmp_path / "gone.flac"
    shelf.store.apply(Changes(new=(FoundFile(gone, 1, 2, 0),)))
    shelf.keeping.keep_failure(wanted(gone), Failed("gone.flac can't be read.", lasting=True))
    assert shelf.store.failures(PackIds("toy", "key").failure) == []
    shelf.store.close()
