"""Whether a key that goes down was down before."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent


class HeldKey:
    """Hears what a window hears of keys and tells first presses from repeats.

    Under X11 Qt looks ahead for the next press to know a repeat, and takes it for a new one where it has not
    arrived yet; but both bear the time of the release before them.
    """

    def __init__(self) -> None:
        self._released: tuple[int, int] | None = None
        self._repeats = False

    @property
    def repeats(self) -> bool:
        """Whether the key that went down last only repeats itself."""
        return self._repeats

    def see(self, event: QKeyEvent) -> None:
        """Hear of a key's press, before anything acts on it, or release."""
        which = (event.key(), event.timestamp())
        if event.type() == QEvent.Type.KeyRelease:
            self._released = which
        elif event.type() == QEvent.Type.ShortcutOverride:
            self._repeats = event.isAutoRepeat() or (which[1] > 0 and which == self._released)
