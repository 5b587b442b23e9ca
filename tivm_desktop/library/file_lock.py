"""Files that a running process holds: the system lets go of them when it ends, however it ends."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_FAR = 1 << 30
"""The byte that is locked, where locks keep others from reading what they cover."""
_STEP_S = 0.02

if sys.platform == "win32":
    import msvcrt

    def _try(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError(*error.args) from error

else:
    import fcntl

    def _try(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class HeldFile:
    """A file that is held from when it is made until `close` or the end of the process."""

    def __init__(self, path: Path) -> None:
        """Open or make the file and hold it.

        Raises:
            BlockingIOError: another holds it.
            OSError: it can't be made, or its file system knows no holding.
        """
        self.path = path
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644)
        try:
            _try(self._handle)
        except BaseException:
            os.close(self._handle)
            raise

    def read(self) -> bytes:
        """What is in it, the first kilobyte of it."""
        os.lseek(self._handle, 0, os.SEEK_SET)
        return os.read(self._handle, 1024)

    def write(self, content: bytes, *, durably: bool = True) -> None:
        """Write over the beginning of it, on the drive when this returns unless it needn't be."""
        os.lseek(self._handle, 0, os.SEEK_SET)
        os.write(self._handle, content)
        if durably:
            os.fsync(self._handle)

    def close(self) -> None:
        """Let go of it; it stays."""
        os.close(self._handle)


@contextmanager
def held(path: Path, patience_s: float) -> Iterator[None]:
    """Hold a file during a block, waiting for another to let go of it.

    A folder that can't be written or a file system that knows no holding is not waited for.

    Raises:
        TimeoutError: another held it all the time.
    """
    until_s = time.monotonic() + patience_s
    file: HeldFile | None = None
    while file is None:
        try:
            file = HeldFile(path)
        except BlockingIOError:
            if time.monotonic() > until_s:
                raise TimeoutError(f"{path} is held") from None
            time.sleep(_STEP_S)
        except OSError:
            break
    try:
        yield
    finally:
        if file is not None:
            with suppress(OSError):
                file.close()
