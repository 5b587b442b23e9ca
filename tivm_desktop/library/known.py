"""What the library's database says of files: whether they changed, what they hold, why they failed."""

import hashlib
import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tivm_desktop.domain.analysis import TrackTags
from tivm_desktop.domain.errors import FileError


@dataclass(frozen=True, slots=True)
class FileStamp:
    """What tells cheaply that a file has not changed."""

    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class KnownTrack:
    """What the store knows of an unchanged music file without opening it."""

    audio_id: str
    tags: TrackTags
    duration_s: float


@dataclass(frozen=True, slots=True)
class FileRow:
    """A music file as the library keeps it."""

    path: Path
    size: int
    mtime_ns: int
    audio_id: str
    """Empty as long as no look was ever taken into it."""
    tags: TrackTags
    """Its name alone as long as no look was ever taken into it."""
    duration_s: float
    """0 as long as no look was ever taken into it."""
    added_ns: int
    """When it was first seen, nanoseconds since 1970."""
    vanished_ns: int | None
    """When it was first missed; None while it is there."""
    inode: int | None
    """As in `changes.FoundFile`; None where it was not kept."""
    looked_into: bool
    """False if it is new or has changed since: identity, tags and length are what they were, or empty."""

    @property
    def stamp(self) -> FileStamp:
        """Size and time of change when it was last seen."""
        return FileStamp(self.size, self.mtime_ns)


class FailureKind(StrEnum):
    """In which way a file could not be analysed."""

    FILE = "file"
    """It is damaged, empty or of a kind that can't be decoded."""
    CRASH = "crash"
    """The decoder took the worker with it."""
    TIME = "time"
    """It took longer than anything sound does."""


@dataclass(frozen=True, slots=True)
class FailureRow:
    """A file that could not be analysed."""

    path: Path
    stamp: FileStamp
    """As it was when it failed: a file that changed since is tried again."""
    kind: FailureKind
    reason: str
    """One sentence for the user."""


def file_stamp(path: Path) -> FileStamp:
    """Look up size and time of change.

    Raises:
        FileError: the file is not there, or not to be looked at.
    """
    try:
        status = path.stat()
    except OSError as error:
        raise FileError(
            path, f"{path.name} can't be found ({error.strerror or error}); choose it again."
        ) from error
    return FileStamp(status.st_size, status.st_mtime_ns)


def video_id(path: Path, stamp: FileStamp) -> str:
    """Identity of a video: hash of where it lies, its size and its time of change."""
    key = b"\0".join([os.fsencode(path.absolute()), str(stamp.size).encode(), str(stamp.mtime_ns).encode()])
    return hashlib.blake2b(key, digest_size=16).hexdigest()
