"""A file that is either whole or not there."""

import errno
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tivm_desktop.handoff.errors import export_error
from tivm_desktop.handoff.names import free_names
from tivm_desktop.whole_file import Part, part_beside


class NewFile:
    """A file being written beside where it will be."""

    def __init__(self, wanted: Path, part: Part, *, replace: bool) -> None:
        self.stream = part.stream
        """To be written to."""
        self.path = wanted
        """Where the file is, or is wanted as long as it is not published."""
        self._part = part
        self._replace = replace

    def publish(self) -> None:
        """Have the file whole on the drive and give it its name; a name that is taken gets a number.

        Raises:
            OSError: It can't be written or named.
        """
        if self._replace:
            self._part.become(self.path, durable=True)
            return
        for path in free_names(self.path):
            try:
                self._part.become_new(path)
            except FileExistsError:
                continue
            self.path = path
            return


@contextmanager
def new_file(wanted: Path, *, replace: bool) -> Iterator[NewFile]:
    """Make a file to write to; what `publish` was not called on is gone afterwards, whatever happens.

    Args:
        wanted: Its name and folder.
        replace: Whether a file of that name is given up for it; else the next free name is taken.

    Raises:
        ExportError: It can't be made, written or named.
    """
    try:
        _check_name(wanted, replace=replace)
        with part_beside(wanted) as part:
            yield NewFile(wanted, part, replace=replace)
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
