"""Over which row the pointer stays, and may be about to click."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

LINGER_MS = 80
"""A pointer this long over one row may be about to click it."""


class Lingering(QObject):
    """Hears over which row the pointer is, and tells once it stays there."""

    stayed = Signal(object)
    """The file of the row; None once the pointer is over none any more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._under: Path | None = None
        self._patience = QTimer(self, singleShot=True, interval=LINGER_MS)
        self._patience.timeout.connect(lambda: self.stayed.emit(self._under))

    def move_over(self, path: Path | None) -> None:
        """Hear that the pointer is over the row of a file, or over none."""
        if path == self._under:
            return
        self._under = path
        if path is not None:
            self._patience.start()
        else:
            self._patience.stop()
            self.stayed.emit(None)
