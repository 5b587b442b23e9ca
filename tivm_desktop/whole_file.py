"""Files that are whole or not there: each is written beside where it belongs, and then given its name."""

import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

ABANDONED_S = 3600.0
"""A part that nobody wrote to for so long was left behind by a process that was killed."""


class Part:
    """A file being written, under a name that nobody takes for the file itself."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        """To be written to."""
        self._path = Path(stream.name)

    def become(self, path: Path, *, durable: bool) -> None:
        """Take a name, in one step, instead of a file that has it.

        Args:
            path: in the same folder.
            durable: be on the drive when this returns; else a power failure may take the file away.

        Raises:
            OSError: it can't be written or named.
        """
        self._finish(durable=durable)
        self._path.replace(path)
        if durable:
            _sync_folder(path.parent)

    def become_new(self, path: Path) -> None:
        """Take a name, in one step that never takes it from another, and be on the drive.

        Raises:
            FileExistsError: something of that name is there; another one can be tried.
            OSError: it can't be written or named.
        """
        self._finish(durable=True)
        try:
            path.hardlink_to(self._path)
        except FileExistsError:
            raise
        except OSError:
            self._replace_reserved(path)
        _sync_folder(path.parent)

    def discard(self) -> None:
        """Leave nothing behind but what got a name."""
        with suppress(OSError):
            self.stream.close()
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _finish(self, *, durable: bool) -> None:
        if not self.stream.closed:
            self.stream.flush()
            if durable:
                os.fsync(self.stream.fileno())
            self.stream.close()

    def _replace_reserved(self, path: Path) -> None:
        """As `become_new`, on a drive that knows no links: an empty file has the name first."""
        path.open("xb").close()
        try:
            self._path.replace(path)
        except OSError:
            path.unlink(missing_ok=True)
            raise


@contextmanager
def part_beside(path: Path) -> Iterator[Part]:
    """Make a part in the folder of `path`; if it got no name it is gone after the block, whatever happens.

    Raises:
        OSError: it can't be made.
    """
    part = Part(path.with_name(f".tivm-{secrets.token_hex(8)}.part").open("xb"))
    try:
        yield part
    finally:
        part.discard()


def write_whole(path: Path, content: bytes, *, durable: bool = False, tidy: bool = True) -> None:
    """Put a file in place in one step, instead of one that is there; its folder has to be.

    Whoever reads it, or is killed meanwhile, finds the old file or the new one.

    Args:
        path: of the file.
        content: all of it.
        durable: as for `Part.become`.
        tidy: remove what was abandoned beside it, for which the whole folder is listed; who writes many
            files into one does that once, by `drop_abandoned`.

    Raises:
        OSError: it can't be written; what was there before still is.
    """
    if tidy:
        drop_abandoned(path.parent)
    with part_beside(path) as part:
        part.stream.write(content)
        part.become(path, durable=durable)


def write_new(path: Path, content: bytes) -> None:
    """Make a file that is not there yet, on the drive when this returns.

    Raises:
        FileExistsError: something of that name is there.
        OSError: it can't be written; nothing is left behind.
    """
    with part_beside(path) as part:
        part.stream.write(content)
        part.become_new(path)


def drop_abandoned(folder: Path) -> None:
    """Remove parts that processes which were killed left in a folder."""
    for part in folder.glob(".tivm-*.part"):
        with suppress(OSError):
            if time.time() - part.stat().st_mtime > ABANDONED_S:
                part.unlink()


def _sync_folder(folder: Path) -> None:
    """Have the names in a folder on the drive too, where folders can be opened and synced."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
