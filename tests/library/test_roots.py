import errno
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.library.shelf import LONG_AGO_NS, Shelf, nothing, put
from tivm_desktop.domain.errors import CancelledError
from tivm_desktop.library.changes import Changes
from tivm_desktop.library.folder_stamps import folder_stamp
from tivm_desktop.library.reconcile import scan_library


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """A library of two folders, scanned once."""
    put(tmp_path, "one/a/1.mp3", "one/2.mp3", "two/3.mp3")
    shelf = Shelf(tmp_path / "one", tmp_path / "two")
    shelf.update()
    return shelf


def nothing_lost(changes: Changes, *away: Path) -> bool:
    """Tell whether only these folders are away, and nothing is to be written."""
    return not changes and changes.away == away


def test_a_folder_that_is_not_there_loses_nothing(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "one").rename(tmp_path / "unplugged")
    changes = shelf.update()
    assert nothing_lost(changes, tmp_path / "one")
    (missing,) = changes.roots_missing
    assert missing.sentence == (
        f"The folder {tmp_path / 'one'} is not there any more; choose the music folder again."
    )
    (tmp_path / "unplugged").rename(tmp_path / "one")
    assert nothing(shelf.scan())


def test_a_music_folder_that_is_bare_now_is_taken_for_an_unmounted_one(shelf: Shelf, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "one")
    (tmp_path / "one").mkdir()
    changes = shelf.scan()
    assert nothing_lost(changes, tmp_path / "one")
    assert not changes.roots_missing


def test_a_music_folder_in_which_one_thing_is_left_has_lost_the_others(shelf: Shelf, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "one" / "a")
    assert shelf.scan().vanished == (tmp_path / "one" / "a" / "1.mp3",)


@pytest.mark.parametrize("left_behind", [True, False], ids=["empty folder", "no folder"])
def test_where_a_drive_was_mounted_nothing_is_missed(
    shelf: Shelf, tmp_path: Path, *, left_behind: bool
) -> None:
    shelf.stamps[os.fsencode(tmp_path / "one" / "a")] = folder_stamp([], [], [], mounted=True)
    shutil.rmtree(tmp_path / "one" / "a")
    if left_behind:
        (tmp_path / "one" / "a").mkdir()
    assert nothing_lost(shelf.scan(), tmp_path / "one" / "a")


def test_where_a_drive_was_mounted_there_may_be_music_now(shelf: Shelf, tmp_path: Path) -> None:
    shelf.stamps[os.fsencode(tmp_path / "one" / "a")] = folder_stamp([], [], [], mounted=True)
    (tmp_path / "one" / "a" / "1.mp3").unlink()
    put(tmp_path, "one/a/9.mp3", mtime_ns=LONG_AGO_NS + 77)
    changes = shelf.scan()
    assert not changes.away
    assert changes.vanished == (tmp_path / "one" / "a" / "1.mp3",)


@pytest.fixture
def drive(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own, mounted below the folder of the test."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root mounts file systems")
    place = tmp_path / "music" / "drive"
    place.mkdir(parents=True)
    if subprocess.run(["mount", "-t", "tmpfs", "none", place], check=False).returncode:
        pytest.skip("nothing can be mounted here")
    yield place
    subprocess.run(["umount", place], check=False, stderr=subprocess.DEVNULL)


@pytest.mark.parametrize("root", ["music", "music/drive"])
def test_an_unmounted_drive_loses_nothing(tmp_path: Path, drive: Path, root: str) -> None:
    put(tmp_path, "music/drive/a/1.mp3", "music/2.mp3")
    shelf = Shelf(tmp_path / root)
    shelf.update()
    assert nothing(shelf.scan())
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    subprocess.run(["mount", "--move", drive, elsewhere], check=True)
    try:
        assert nothing_lost(shelf.update(), drive)
    finally:
        subprocess.run(["mount", "--move", elsewhere, drive], check=True)
    assert nothing(shelf.scan())


def refusing(monkeypatch: pytest.MonkeyPatch, folder: Path, refuse: Callable[[], object]) -> None:
    """Have the system do something else when a folder is opened."""
    open_folder = os.open

    def open_what_may_be(path: str, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        if path == str(folder):
            refuse()
        return open_folder(path, flags, mode, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", open_what_may_be)


@pytest.mark.parametrize("code", [errno.EACCES, errno.EIO, errno.ESTALE])
def test_a_folder_that_cannot_be_read_loses_nothing(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def refuse() -> None:
        raise OSError(code, os.strerror(code))

    refusing(monkeypatch, tmp_path / "one" / "a", refuse)
    changes = shelf.scan()
    assert not changes
    assert [one.path for one in changes.unreadable] == [tmp_path / "one" / "a"]
    assert str(tmp_path / "one" / "a") in changes.unreadable[0].sentence


def test_a_file_that_cannot_be_looked_at_is_not_missed(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Refused:
        """An entry whose file is on a broken sector."""

        def __init__(self, name: str) -> None:
            self.name = name

        def stat(self) -> os.stat_result:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    class Listing:
        def __enter__(self) -> list[Refused]:
            return [Refused("3.mp3")]

        def __exit__(self, *error: object) -> None:
            return None

    monkeypatch.setattr(os, "scandir", lambda folder: Listing())
    shelf.roots = (tmp_path / "two",)
    changes = shelf.update()
    assert not changes.vanished
    assert [one.sentence for one in changes.unreadable] == [
        "3.mp3 can't be looked at (Input/output error); check its permissions and the disk it is on."
    ]
    again = shelf.scan()
    assert not again
    assert again.unreadable
    assert not changes.unsettled, "looking at it again in a few seconds is in vain"
    assert not again.unsettled
    monkeypatch.undo()
    shelf.update()
    assert nothing(shelf.scan())


@pytest.fixture
def hanging(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """The folder `one` does not answer for as long as this is not set."""
    answer = threading.Event()
    refusing(monkeypatch, tmp_path / "one", lambda: answer.wait(30.0))
    yield answer
    answer.set()


def test_a_drive_that_does_not_answer_keeps_nobody_waiting(
    shelf: Shelf, tmp_path: Path, hanging: threading.Event
) -> None:
    put(tmp_path, "two/4.mp3", mtime_ns=LONG_AGO_NS + 66)
    changes = scan_library(shelf.roots, shelf.known(), patience_s=0.2)
    assert changes.away == (tmp_path / "one",)
    assert "does not answer; check the drive or the network" in changes.roots_missing[0].sentence
    assert [file.path for file in changes.new] == [tmp_path / "two" / "4.mp3"]
    assert not changes.vanished


def test_a_scan_of_a_drive_that_does_not_answer_can_be_cancelled(
    shelf: Shelf, hanging: threading.Event
) -> None:
    answers = iter([False, True])
    with pytest.raises(CancelledError):
        scan_library(shelf.roots, shelf.known(), lambda: next(answers))


def test_progress_is_told_while_a_drive_is_slow(shelf: Shelf, hanging: threading.Event) -> None:
    told: list[int] = []

    def progress(count: int) -> None:
        told.append(count)
        hanging.set()

    assert scan_library(shelf.roots, shelf.known(), progress=progress).total == 3
    assert told[0] == 0
