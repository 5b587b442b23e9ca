"""A file that is either whole or not there."""

import errno
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from tivm_desktop.handoff.errors import export_error
from tivm_desktop.handoff.names import free_names


class NewFile:
    """A file being written beside where it will be, under a name that nobody takes for the file itself."""

    def __init__(self, wanted: Path, stream: BinaryIO, *, replace: bool) -> None:
        self.stream = stream
        """To be written to."""
        self.path = wanted
        """Where the file is, or is wanted as long as it is not published."""
        self._temporary = Path(stream.name)
        self._replace = replace

    def publish(self) -> None:
        """Have the file whole on the drive and give it its name; a name that is taken gets a number.

        Raises:
            OSError: It can't be written or named.
        """
        self.stream.flush()
        os.fsync(self.stream.fileno())
        self.stream.close()
        if not self._replace:
            self.path = _reserved(self.path)
        try:
            self._temporary.replace(self.path)
        except OSError:
            if not self._replace:
                self.path.unlink(missing_ok=True)
            raise
        _sync_folder(self.path.parent)

    def discard(self) -> None:
        """Leave nothing behind; after `publish` there is nothing to leave."""
        with suppress(OSError):
            self.stream.close()
        with suppress(OSError):
            self._temporary.unlink(missing_ok=True)


@contextmanager
def new_file(wanted: Path, *, replace: bool) -> Iterator[NewFile]:
    """Make a file to write to; what `publish` was not called on is gone afterwards, whatever happens.

    Args:
        wanted: Its name and folder.
        replace: Whether a file of that name is given up for it; else the next free name is taken.

    Raises:
        ExportError: It can't be made, written or named.
    """
    temporary = wanted.with_name(f".tivm-{secrets.token_hex(8)}.part")
    try:
        _check_name(wanted, replace=replace)
        made = NewFile(wanted, temporary.open("xb"), replace=replace)
        try:
            yield made
        finally:
            made.discard()
    except OSError as error:
        raise export_error(wanted, error) from error


def _check_name(wanted: Path, *, replace: bool) -> None:
    """Refuse at once what could not be named in the end."""
    try:
        mode = wanted.stat().st_mode
    except FileNotFoundError:
        return
    if replace and stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "a folder")


def _reserved(wanted: Path) -> Path:
    """Take the first free name by an empty file, in one step, so that two never take the same."""
    for path in free_names(wanted):
        try:
            path.open("xb").close()
        except FileExistsError:
            continue
        return path
    raise AssertionError("there is always another number")


def _sync_folder(folder: Path) -> None:
    """Have the name on the drive too, where folders can be synced."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
