"""Rows as the store keeps them, in memory: what a scan is compared with, and changes are applied to."""

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from tivm_desktop.library.changes import Changes, FoundFile, KnownFile, KnownTree, Moved
from tivm_desktop.library.reconcile import scan_library

LONG_AGO_NS = 1_600_000_000_123_456_789
"""A time that no file is written at any more."""


class Shelf:
    """A store, less the disk. Identities are what `sound` says of a file."""

    def __init__(self, *roots: Path, listening: bool = True) -> None:
        self.roots = roots
        self.rows: dict[bytes, KnownFile] = {}
        self.stamps: dict[bytes, bytes] = {}
        self.loads = 0
        self._listening = listening

    def known(self) -> KnownTree:
        return KnownTree(dict(self.stamps), self._load)

    def scan(self, cancelled: Callable[[], bool] = lambda: False) -> Changes:
        return scan_library(self.roots, self.known(), cancelled, identify=sound if self._listening else None)

    def update(self) -> Changes:
        """Scan, and take over what it says."""
        changes = self.scan()
        self.apply(changes)
        return changes

    def apply(self, changes: Changes) -> None:
        leaving = [(self.rows.pop(os.fsencode(move.was)), move.file) for move in changes.moved]
        for row, file in leaving:
            self._put(file, row.audio_id)
        for file in (*changes.new, *changes.changed):
            self._put(file, sound(file.path))
        for file in changes.returned:
            self._put(file, self.rows[os.fsencode(file.path)].audio_id)
        for double in changes.duplicates:
            self._put(double.file, self.rows[os.fsencode(double.was)].audio_id)
        for path in changes.vanished:
            self.rows[os.fsencode(path)] = self.rows[os.fsencode(path)]._replace(vanished=True)
        for folder, stamp in changes.folder_stamps.items():
            if stamp is None:
                del self.stamps[folder]
            else:
                self.stamps[folder] = stamp

    def there(self) -> dict[Path, str]:
        """Files that did not vanish, and their identities."""
        return {Path(os.fsdecode(row.path)): row.audio_id for row in self.rows.values() if not row.vanished}

    def _load(self) -> Iterable[KnownFile]:
        self.loads += 1
        return list(self.rows.values())

    def _put(self, file: FoundFile, audio_id: str) -> None:
        path = os.fsencode(file.path)
        self.rows[path] = KnownFile(path, file.size, file.mtime_ns, file.inode, audio_id)


def sound(path: Path) -> str:
    """Identity of a made-up music file: its first line."""
    with path.open(errors="replace") as file:
        return file.readline().strip()


def put(folder: Path, *files: str, mtime_ns: int = LONG_AGO_NS) -> None:
    """Make music files, each with a sound of its own, written long ago, one nanosecond after the other."""
    for number, name in enumerate(files):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"sound of %s\n" % os.fsencode(name))
        os.utime(path, ns=(mtime_ns + number, mtime_ns + number))


def nothing(changes: Changes) -> bool:
    """Tell whether a scan found everything as it was."""
    return not changes and not changes.unreadable and not changes.roots_missing and not changes.away


def names(folder: Path, files: Sequence[FoundFile]) -> list[str]:
    """Places of files below a folder."""
    return [str(file.path.relative_to(folder)) for file in files]


def moves(folder: Path, moved: Sequence[Moved]) -> list[tuple[str, str]]:
    """Places below a folder that files moved from, and to."""
    return [(str(one.was.relative_to(folder)), str(one.file.path.relative_to(folder))) for one in moved]
