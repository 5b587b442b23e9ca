"""Who has the library open, and whether somebody who wrote to it did not come to the end.

Each opening holds a file of its own beside the database, removed at closing. One that nobody holds is of a
process that ended without closing: killed, crashed, or the power failed. So another program that runs is no
reason to look for damage, and neither is a worker that only read and was killed.
"""

import secrets
from contextlib import suppress
from pathlib import Path

from tivm_desktop.library.file_lock import HeldFile

_WROTE = b"wrote"


class Opening:
    """One opening of a database; costs nothing where files can't be held, and protects nothing there."""

    def __init__(self, database: Path) -> None:
        """Tell others that the database is open."""
        self._wrote = False
        self._file: HeldFile | None = None
        trace = _beside(database, secrets.token_hex(8))
        try:
            self._file = HeldFile(trace)
        except OSError:
            with suppress(OSError):
                trace.unlink(missing_ok=True)

    def about_to_write(self) -> None:
        """Have an end without closing looked into from now on."""
        if not self._wrote:
            self._wrote = True
            if self._file is not None:
                with suppress(OSError):
                    self._file.write(_WROTE)

    def close(self) -> None:
        """All that was written is whole."""
        if self._file is not None:
            self._file.close()
            with suppress(OSError):
                self._file.path.unlink()
            self._file = None


def broken_off(database: Path) -> list[Path]:
    """The traces of those who wrote and did not come to the end; those who only read leave none behind."""
    found = []
    for path in _traces(database):
        try:
            file = HeldFile(path)
        except OSError:
            continue
        wrote = file.read() == _WROTE
        file.close()
        if wrote:
            found.append(path)
        else:
            with suppress(OSError):
                path.unlink()
    return found


def in_use(database: Path) -> bool:
    """Tell whether anybody has the database open."""
    for path in _traces(database):
        try:
            HeldFile(path).close()
        except BlockingIOError:
            return True
        except OSError:
            continue
    return False


def _beside(database: Path, token: str) -> Path:
    return database.with_name(f"{database.name}.open-{token}")


def _traces(database: Path) -> list[Path]:
    return sorted(database.parent.glob(f"{database.name}.open-*"))
