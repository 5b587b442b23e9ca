"""What happens to the folders while they are scanned."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.library.shelf import LONG_AGO_NS, Shelf, nothing, put, sound
from tivm_desktop.library.changes import KnownFile
from tivm_desktop.library.reconcile import scan_library

FOLDERS = "abcd"


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """A library with a folder for each track, scanned once."""
    put(tmp_path, *(f"{name}/{name}.mp3" for name in FOLDERS))
    for name in FOLDERS:
        os.utime(tmp_path / name, ns=(LONG_AGO_NS, LONG_AGO_NS))
    shelf = Shelf(tmp_path)
    shelf.update()
    return shelf


Act = Callable[[list[Path]], None]


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Callable[[Act], None]:
    """Have something done each time a track's folder is about to be opened.

    It is given these folders as they were opened, the one that comes now last.
    """
    open_folder = os.open
    opened: list[Path] = []

    def begin(act: Act) -> None:
        def open_after(path: str, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
            if Path(path).name in FOLDERS and flags & os.O_DIRECTORY:
                opened.append(Path(path))
                act(opened)
            return open_folder(path, flags, mode, dir_fd=dir_fd)

        monkeypatch.setattr(os, "open", open_after)

    return begin


def track(folder: Path) -> Path:
    return folder / f"{folder.name}.mp3"


def test_a_file_moved_to_where_the_scan_was_is_not_missed(
    shelf: Shelf, meanwhile: Callable[[Act], None]
) -> None:
    paths: list[Path] = []

    def move(opened: list[Path]) -> None:
        if len(opened) == 2:
            before, now = opened
            paths.extend([track(now), track(now).rename(before / "moved.mp3")])

    meanwhile(move)
    changes = shelf.update()
    assert [[one.was, one.file.path] for one in changes.moved] == [paths]
    assert not changes.vanished
    assert changes.total == 4


def test_a_folder_moved_to_where_the_scan_was_is_not_missed(
    shelf: Shelf, meanwhile: Callable[[Act], None]
) -> None:
    paths: list[Path] = []

    def move(opened: list[Path]) -> None:
        if len(opened) == 2:
            before, now = opened
            paths.extend([track(now), now.rename(before / "below") / track(now).name])

    meanwhile(move)
    changes = shelf.update()
    assert [[one.was, one.file.path] for one in changes.moved] == [paths]
    assert not changes.vanished
    assert changes.total == 4
    assert nothing(shelf.scan())


def test_a_file_deleted_after_it_was_seen_is_missed_by_the_next_scan(
    shelf: Shelf, meanwhile: Callable[[Act], None]
) -> None:
    paths: list[Path] = []

    def delete(opened: list[Path]) -> None:
        if len(opened) == 3:
            paths.extend(map(track, opened[:1]))
            paths[0].unlink()

    meanwhile(delete)
    assert not shelf.update().vanished
    assert shelf.update().vanished == tuple(paths)


def test_nothing_is_missed_as_long_as_things_are_on_the_move(
    shelf: Shelf, meanwhile: Callable[[Act], None], tmp_path: Path
) -> None:
    lost = track(tmp_path / "a")
    lost.unlink()
    never_listed = os.fsencode(tmp_path / "gone" / "e.mp3")
    shelf.rows[never_listed] = KnownFile(never_listed, 1, 1)

    def stir(opened: list[Path]) -> None:
        for folder in FOLDERS:
            os.utime(tmp_path / folder, ns=(LONG_AGO_NS, LONG_AGO_NS + len(opened)))

    meanwhile(stir)
    changes = shelf.update()
    assert not changes.vanished
    assert changes.unsettled
    meanwhile(lambda opened: None)
    assert shelf.update().vanished == (lost, tmp_path / "gone" / "e.mp3")
    assert nothing(shelf.scan())


def test_a_scan_that_looks_again_reads_and_listens_once(
    shelf: Shelf, meanwhile: Callable[[Act], None], tmp_path: Path
) -> None:
    """Some of what is known is missed all the time, and a copy can be told by its sound only."""
    for name in FOLDERS:
        os.utime(tmp_path / name / f"{name}.mp3", (1_600_000_000, 1_600_000_000))
    shelf.update()
    shutil.copy2(track(tmp_path / "b"), tmp_path / "copy.mp3")
    track(tmp_path / "a").unlink()
    heard: list[Path] = []

    def listen(path: Path) -> str:
        heard.append(path)
        return sound(path)

    def stir(opened: list[Path]) -> None:
        os.utime(tmp_path / "b", ns=(LONG_AGO_NS, LONG_AGO_NS + len(opened)))

    meanwhile(stir)
    loads = shelf.loads
    changes = scan_library(shelf.roots, shelf.known(), identify=listen)
    assert [one.file.path for one in changes.duplicates] == [tmp_path / "copy.mp3"]
    assert changes.unsettled
    assert heard == [tmp_path / "copy.mp3"]
    assert shelf.loads == loads + 1


def test_a_folder_deleted_before_it_is_listed_is_missed_and_not_complained_of(
    shelf: Shelf, meanwhile: Callable[[Act], None]
) -> None:
    paths: list[Path] = []

    def delete(opened: list[Path]) -> None:
        if len(opened) == 2:
            paths.append(track(opened[1]))
            shutil.rmtree(opened[1])

    meanwhile(delete)
    changes = shelf.update()
    assert not changes.unreadable
    assert changes.vanished == tuple(paths)
