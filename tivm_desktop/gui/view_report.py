"""The engine hears which rows are on the screen: they are listened to and placed first."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from tivm_desktop.gui.engine import Engine
from tivm_desktop.gui.tracks_panel import TracksPanel

PACE_MS = 150
"""Scrolling rests this long before it is said what is seen."""


class ViewReport(QObject):
    """Tells what is seen once it rests, and only where it is something else."""

    def __init__(self, engine: Engine, tracks: TracksPanel, window: QWidget) -> None:
        super().__init__(window)
        self._engine = engine
        self._view = tracks.view
        self._told: Sequence[Path] = ()
        self._pace = QTimer(self, singleShot=True, interval=PACE_MS)
        self._pace.timeout.connect(self._tell)
        self._view.scrolled.connect(self._pace.start)
        self._view.settled.connect(self._pace.start)

    def _tell(self) -> None:
        seen = self._view.in_view()
        if seen != self._told:
            self._told = seen
            self._engine.library.set_in_view(seen)
