"""What files sound like, found out once in a scan, and of not too many of them."""

from collections.abc import Callable
from pathlib import Path

from tivm_desktop.domain.errors import CancelledError, TivmError
from tivm_desktop.library.changes import FoundFile

LISTENS = 300
"""So many files are listened to in one scan at most, some 20 seconds; what is not clear without it then is
new: who analyses it finds out what it is."""


class Sounds:
    """Listens to files for one scan, however often that compares them."""

    def __init__(self, identify: Callable[[Path], str] | None, cancelled: Callable[[], bool]) -> None:
        """Begin.

        Args:
            identify: gives a file's audio id; None where nobody can listen.
            cancelled: asked before each file; True ends the listening.
        """
        self._identify = identify
        self._cancelled = cancelled
        self._heard: dict[FoundFile, str] = {}

    @property
    def can_be_heard(self) -> bool:
        """Whether anybody can listen at all."""
        return self._identify is not None

    def can_hear(self, file: FoundFile) -> bool:
        """Tell whether this file was listened to, or can be."""
        return self.can_be_heard and (file in self._heard or len(self._heard) < LISTENS)

    def of(self, file: FoundFile) -> str | None:
        """Return a file's audio id, "" if it can't be told; None where it can't be listened to.

        Raises:
            CancelledError: `cancelled` said so.
        """
        if self._identify is None or not self.can_hear(file):
            return None
        if file not in self._heard:
            if self._cancelled():
                raise CancelledError
            try:
                self._heard[file] = self._identify(file.path)
            except (TivmError, OSError):
                self._heard[file] = ""
        return self._heard[file]
