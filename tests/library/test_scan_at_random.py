"""Hundreds of random changes of real folders, each scan checked against what was done."""

import os
import random
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from tests.library.shelf import LONG_AGO_NS, Shelf, nothing, sound
from tivm_desktop.domain.analysis import TrackTags
from tivm_desktop.library.changes import Changes, KnownTree
from tivm_desktop.library.known import FileStamp, KnownTrack
from tivm_desktop.library.store import FeatureStore


class Disk:
    """Two music folders and one beside them, and all that people do there."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - a game
        self.roots = (folder / "one", folder / "two")
        self.beside = folder / "beside"
        for place in (*self.roots, self.beside):
            place.mkdir()
            (place / ".kept").touch()
        (self.roots[0] / "cover.jpg").touch()
        (self.roots[1] / "cover.jpg").touch()
        self._was: dict[Path, Path] = {}
        self._made = 0
        self._ticks = 0

    def act(self) -> None:
        """Do one thing."""
        self.random.choice(
            (
                *(self.make, self.make, self.delete, self.rename, self.rename, self.move, self.retag),
                *(self.replace, self.copy, self.link, self.swap, self.rename_folder, self.delete_folder),
                *(self.put_aside, self.fetch, self.renumber, self.retag_and_move, self.leave),
            )
        )()

    def make(self) -> None:
        self._write(self._free_name())

    def delete(self) -> None:
        if path := self._any():
            path.unlink()

    def rename(self) -> None:
        if path := self._any():
            path.rename(self._free_name(path.parent))

    def move(self) -> None:
        if path := self._any():
            path.rename(self._free_name())

    def retag(self) -> None:
        if path := self._any():
            with path.open("a") as file:
                file.write("tag\n")
            self._tick(path)

    def retag_and_move(self) -> None:
        self.retag()
        self.move()

    def replace(self) -> None:
        if path := self._any():
            path.unlink()
            self._write(path)

    def copy(self) -> None:
        if path := self._any():
            shutil.copy2(path, self._free_name())

    def link(self) -> None:
        if path := self._any():
            self._free_name().hardlink_to(path)

    def swap(self) -> None:
        one, two = self._any(), self._any()
        if one and two and one != two:
            one.rename(self.beside / "swap")
            two.rename(one)
            (self.beside / "swap").rename(two)

    def renumber(self) -> None:
        """Move each file of a folder to the name of the next."""
        folder = self._folder()
        files = sorted(path for path in folder.iterdir() if path.suffix == ".mp3")
        for path, name in reversed(list(zip(files, [*files, self._free_name(folder)][1:], strict=True))):
            path.rename(name)

    def rename_folder(self) -> None:
        folder = self._folder()
        if folder not in self.roots:
            into = self._folder()
            if not into.is_relative_to(folder):
                folder.rename(into / self._fresh("folder"))

    def delete_folder(self) -> None:
        folder = self._folder()
        if folder not in self.roots and self.random.random() < 0.3:
            shutil.rmtree(folder)

    def put_aside(self) -> None:
        if path := self._any():
            self._was[path.rename(self.beside / self._fresh("aside.mp3"))] = path

    def fetch(self) -> None:
        aside = sorted(path for path in self.beside.iterdir() if path.suffix == ".mp3")
        if aside:
            path = self.random.choice(aside)
            was = self._was.pop(path)
            there_still = was.parent.is_dir() and not was.exists()
            path.rename(was if there_still and self.random.random() < 0.7 else self._free_name())

    def leave(self) -> None:
        """Touch what is no music."""
        (self._folder() / "notes.txt").write_text(str(self._ticks))

    def files(self) -> dict[Path, str]:
        """All music in the two folders, and its sounds."""
        return {path: sound(path) for root in self.roots for path in sorted(root.rglob("*.mp3"))}

    def stamps(self) -> dict[Path, tuple[int, int, int]]:
        return {
            path: (status.st_size, status.st_mtime_ns, status.st_ino)
            for path in self.files()
            for status in [path.stat()]
        }

    def _any(self) -> Path | None:
        files = list(self.files())
        return self.random.choice(files) if files else None

    def _folder(self) -> Path:
        folders = sorted(path for root in self.roots for path in [root, *root.rglob("*/")])
        return self.random.choice([folder for folder in folders if folder.is_dir()])

    def _free_name(self, folder: Path | None = None) -> Path:
        folder = folder or self._folder()
        if self.random.random() < 0.2:
            folder = folder / self._fresh("folder")
            folder.mkdir()
        return folder / self._fresh("track.mp3")

    def _fresh(self, name: str) -> str:
        self._made += 1
        return f"{self._made} {name}"

    def _write(self, path: Path) -> None:
        self._made += 1
        path.write_text(f"sound {self._made}\n")
        self._tick(path)

    def _tick(self, path: Path) -> None:
        self._ticks += 1
        os.utime(path, ns=(LONG_AGO_NS, LONG_AGO_NS + self._ticks))


@pytest.mark.parametrize("listening", [True, False], ids=["listening", "deaf"])
@pytest.mark.parametrize("seed", range(6))
def test_whatever_people_do_each_file_keeps_its_identity(
    tmp_path: Path, seed: int, *, listening: bool
) -> None:
    disk = Disk(tmp_path, seed)
    keep_up(disk, Shelf(*disk.roots, listening=listening), rounds=25)


@pytest.mark.parametrize("seed", range(2))
def test_the_store_keeps_up_with_whatever_people_do(tmp_path: Path, seed: int) -> None:
    disk = Disk(tmp_path, seed)
    with closing(FeatureStore(tmp_path / "library.sqlite3")) as store:
        keep_up(disk, StoreShelf(store, *disk.roots), rounds=10)


class StoreShelf(Shelf):
    """A shelf on disk: the real store."""

    def __init__(self, store: FeatureStore, *roots: Path) -> None:
        super().__init__(*roots)
        self._store = store

    def known(self) -> KnownTree:
        return self._store.known_tree()

    def apply(self, changes: Changes) -> None:
        self._store.apply(changes)
        for file in (*changes.new, *changes.changed):
            known = KnownTrack(sound(file.path), TrackTags("", "", ""), 1.0)
            self._store.save_known_track(file.path, FileStamp(file.size, file.mtime_ns), known)
        self.rows = {row.path: row for row in self.known().files}


def keep_up(disk: Disk, shelf: Shelf, rounds: int) -> None:
    """Act, scan and check, again and again."""
    for _ in range(rounds):
        for _ in range(disk.random.randrange(1, 9)):
            disk.act()
        known = {(row.size, row.mtime_ns, row.inode): row.audio_id for row in shelf.rows.values()}
        before = shelf.there()
        files, stamps = disk.files(), disk.stamps()
        changes = shelf.update()
        assert shelf.there() == files
        taken_for_unknown = {file.path for file in (*changes.new, *changes.changed)}
        assert not [path for path, stamp in stamps.items() if stamp in known and path in taken_for_unknown]
        moved_or_there = {move.was for move in changes.moved} | set(files)
        assert set(changes.vanished) == set(before) - moved_or_there
        gone = {os.fsdecode(path) for path, row in shelf.rows.items() if row.vanished}
        assert set(map(str, changes.vanished)) <= gone
        assert nothing(shelf.scan())
