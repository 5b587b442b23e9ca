"""Frame by frame: every press counts, and pictures come as fast as they can be decoded."""

from PySide6.QtCore import QObject, QTimer

from tivm_desktop.gui.engine import Engine
from tivm_desktop.gui.preview import Preview

PATIENCE_MS = 120
"""How long a step waits for the picture of the one before it."""


class Stepping(QObject):
    """Goes by frames without piling seeks up under a key that is held down.

    While the picture of a step is on its way, further steps only move the target; the next seek goes to where
    it then is.
    """

    def __init__(self, engine: Engine, preview: Preview, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._frames = 0
        self._waiting = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._waiting.timeout.connect(self._go)
        preview.painted.connect(self._picture_came)

    def step(self, frames: int) -> None:
        """Hold, and go some frames on (or back, negative)."""
        self._frames += frames
        if not self._waiting.isActive():
            self._go()

    def _picture_came(self) -> None:
        if self._waiting.isActive():
            self._waiting.stop()
            self._go()

    def _go(self) -> None:
        frames, self._frames = self._frames, 0
        if frames:
            self._engine.step_frames(frames)
            self._waiting.start()
