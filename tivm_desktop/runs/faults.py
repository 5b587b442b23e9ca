"""Stacks of crashes: one file that Python writes to when the process dies of a fatal signal."""

import faulthandler
import os
from contextlib import suppress
from pathlib import Path

LARGEST = 1 << 19
_MOST = 1 << 16


class Faults:
    """Has the stacks of all threads written to a file at a crash; several programs may share the file."""

    def __init__(self, file: Path) -> None:
        """Begin; where the file can't be written, a crash leaves no stack."""
        self._handle: int | None = None
        self.begins_at = 0
        """Length of the file: what is behind it is of this run."""
        with suppress(OSError):
            too_large = file.exists() and file.stat().st_size > LARGEST
            kind = os.O_WRONLY | os.O_APPEND | os.O_CREAT | (os.O_TRUNC if too_large else 0)
            self._handle = os.open(file, kind, 0o600)
            self.begins_at = os.fstat(self._handle).st_size
            faulthandler.enable(self._handle, all_threads=True)

    def close(self) -> None:
        """End it."""
        if self._handle is not None:
            faulthandler.disable()
            os.close(self._handle)
            self._handle = None


def stack_since(file: Path, begin: int) -> tuple[str, float]:
    """Return what was written behind a place of the file, and when (`time.time()`); "" and 0 if nothing."""
    try:
        with file.open("rb") as stream:
            stream.seek(begin)
            text = stream.read(_MOST).decode("utf-8", "replace").strip()
        return (text, file.stat().st_mtime) if text else ("", 0.0)
    except OSError:
        return "", 0.0
