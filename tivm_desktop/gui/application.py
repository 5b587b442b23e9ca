"""The application as the system sees it: macOS hands it documents by an event, not by its command line."""

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """Tells which files the system asks it to open."""

    asked_to_open = Signal(object)
    """`Path` of a file."""

    def __init__(self, name: str) -> None:
        super().__init__([name])
        self.asked_early: list[Path] | None = []
        """What was asked for before anybody was ready to open it; None once somebody is."""

    def event(self, event: QEvent) -> bool:
        """Hear what the system asks for."""
        if isinstance(event, QFileOpenEvent):
            if event.file():
                self._ask(Path(event.file()))
            return True
        return super().event(event)

    def take_early(self) -> list[Path]:
        """Return what was asked for so far, and tell by the signal from now on."""
        early, self.asked_early = self.asked_early or [], None
        return early

    def _ask(self, path: Path) -> None:
        if self.asked_early is not None:
            self.asked_early.append(path)
        else:
            self.asked_to_open.emit(path)
