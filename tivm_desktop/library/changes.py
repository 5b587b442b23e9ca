"""What a scan found out about the music folders: frozen values, nothing of it written yet.

The store applies one `Changes` in one transaction; a scan that was cancelled or failed has none.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A music file as the scan saw it."""

    path: Path
    """Absolute, as the file system spells it."""
    size: int
    mtime_ns: int
    inode: int
    """Number of the file on its drive, wrapped into 64 bits with sign (what SQLite holds); 0 where the drive
    has none."""


class KnownFile(NamedTuple):
    """What the store knows of a file, as far as a scan wants it."""

    path: bytes
    """As `os.fsencode` gives it: a hundred thousand of them are read, and few are looked at."""
    size: int
    mtime_ns: int
    inode: int | None = None
    """None in rows of stores that did not keep it."""
    audio_id: str = ""
    """Empty where it is not identified yet."""
    vanished: bool = False
    """An earlier scan marked it so."""


@dataclass(frozen=True, slots=True)
class Moved:
    """One known file and what it is now: the row keeps all but place and stamp.

    All that move leave before any arrives, since a whole album may have been numbered anew; and they move
    before anything else is added or changed.
    """

    was: Path
    file: FoundFile


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A folder or file that can't be looked at, and the sentence that says so to the user."""

    path: Path
    sentence: str


@dataclass(frozen=True)
class Changes:
    """The difference between the store and the folders. Each file is in one of the first six lists at most.

    Lists of found files are in a person's order. Known files that are in none of the lists stay as they are:
    unchanged, or below a folder that is `away` or unreadable, or in no folder of the library any more.
    """

    new: tuple[FoundFile, ...] = ()
    """Not known; to be identified and analysed."""
    changed: tuple[FoundFile, ...] = ()
    """At a known path, of another size or time: to be identified again. No longer vanished, if it was."""
    moved: tuple[Moved, ...] = ()
    """Known, and now under another name or in another folder. No longer vanished, if it was."""
    returned: tuple[FoundFile, ...] = ()
    """Marked as vanished, and there again, unchanged, where it was."""
    duplicates: tuple[Moved, ...] = ()
    """A second place of a known file: a link or a copy. `was` is where the known one is now, whose identity
    and tags it shares."""
    vanished: tuple[Path, ...] = ()
    """Known, its folder was read, and it is not there: to be marked, never to be deleted."""
    unreadable: tuple[Unreadable, ...] = ()
    roots_missing: tuple[Unreadable, ...] = ()
    """Music folders that are not there now: drives that are off, shares that don't answer."""
    away: tuple[Path, ...] = ()
    """Folders below which nothing can be said now: the roots missing, and places where a drive was mounted
    and is not. What is known below them is not there now, and nothing more is said of it."""
    folder_stamps: Mapping[bytes, bytes | None] = field(default_factory=dict)
    """Stamps to remember by folder (`os.fsencode` of its path); None: to be forgotten."""
    total: int = 0
    """Music files that are there, known or not."""
    unsettled: bool = False
    """Something changed under the scan's eyes: scan again in a few seconds."""

    def __bool__(self) -> bool:
        """Whether there is anything for the store to write."""
        return bool(
            self.new
            or self.changed
            or self.moved
            or self.returned
            or self.duplicates
            or self.vanished
            or self.folder_stamps
        )


class KnownTree:
    """What the store knows of the folders, read no further than a scan needs.

    An unchanged tree is told by the stamps of its folders alone; files are read at the first difference.
    """

    def __init__(
        self,
        folder_stamps: Mapping[bytes, bytes] | None = None,
        load: Callable[[], Iterable[KnownFile]] = tuple,
    ) -> None:
        """Make it of the stamps that earlier `Changes` carried and of a way to get all known files.

        Args:
            folder_stamps: by folder, as `Changes.folder_stamps`, less those to be forgotten.
            load: gives all files of the store, vanished ones too, in any order; called once at most.
        """
        self.folder_stamps: Mapping[bytes, bytes] = folder_stamps or {}
        self._load = load

    @cached_property
    def files(self) -> tuple[KnownFile, ...]:
        """All files of the store, read when they are asked for first."""
        return tuple(self._load())
