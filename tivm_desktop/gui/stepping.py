"""By frames and by seconds: every press counts, and pictures come as fast as they can be decoded."""

from PySide6.QtCore import QObject, QTimer

from tivm_desktop.gui.engine import Engine
from tivm_desktop.gui.preview import Preview

PATIENCE_MS = 400
"""How long a step waits for the picture of the one before it; an exact picture is there sooner."""


class Stepping(QObject):
    """Steps without piling seeks up under a key that is held down.

    While the picture of a step is on its way, further steps only move the target; the next seek goes to where
    it then is.
    """

    def __init__(self, engine: Engine, preview: Preview, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._frames = 0
        self._seconds = 0.0
        self._waiting = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._waiting.timeout.connect(self._go)
        preview.painted.connect(self._picture_came)

    def step(self, frames: int) -> None:
        """Hold, and go some frames on (or back, negative)."""
        self._frames += frames
        self._go_unless_waiting()

    def jump(self, seconds: float) -> None:
        """Go some seconds on (or back, negative), and play on if it plays."""
        self._seconds += seconds
        self._go_unless_waiting()

    def _go_unless_waiting(self) -> None:
        if not self._waiting.isActive():
            self._go()

    def _picture_came(self) -> None:
        if self._waiting.isActive():
            self._waiting.stop()
            self._go()

    def _go(self) -> None:
        frames, self._frames = self._frames, 0
        seconds, self._seconds = self._seconds, 0.0
        state = self._engine.state
        if state is None or self._engine.video is None or not (frames or seconds):
            return
        if seconds:
            self._engine.playhead.seek(
                min(max(state.position_s + seconds, 0.0), self._engine.playhead.last_frame_s)
            )
        if frames:
            self._engine.playhead.step_frames(frames)
        self._waiting.start()
