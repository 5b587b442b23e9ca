"""A run that proves itself: plays for some seconds, says in one JSON line what was really shown."""

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.gui.engine import Engine
from tivm_desktop.gui.player_protocol import AuditionState
from tivm_desktop.gui.window import MainWindow


class SmokeRun(QObject):
    """Auditions the first track that is ranked, ends the window after `seconds`, reports and judges.

    Args:
        window: the window, not shown yet.
        engine: the engine behind it.
        seconds: how long to run once the window is usable; closing the window ends it earlier.
        started_s: `time.monotonic()` when the program began.
        music_asked: whether ranked tracks belong to success.
    """

    def __init__(
        self, window: MainWindow, engine: Engine, seconds: float, started_s: float, *, music_asked: bool
    ) -> None:
        super().__init__()
        self._window = window
        self._engine = engine
        self._seconds = seconds
        self._started_s = started_s
        self._music_asked = music_asked
        self._ready_s: float | None = None
        self._provider: str | None = None
        self._device: str | None = None
        self._tracks = 0
        self._heard = False
        self._errors: list[str] = []
        window.usable.connect(self._count_down)
        window.problem_told.connect(self._errors.append)
        engine.marshal.provider_named.connect(self._name_provider)
        engine.state_changed.connect(self._name_device)
        engine.marshal.order_changed.connect(self._count_tracks)
        window.tracks.model.rowsInserted.connect(self._hear_first)

    def status(self) -> int:
        """Return 0 if frames were painted and, where music was asked for, tracks ranked; else 1."""
        shown = self._window.preview.frames_painted > 0
        ranked = self._tracks > 0 and self._heard
        return 0 if shown and (ranked or not self._music_asked) else 1

    def report(self) -> str:
        """Return the JSON line."""
        return json.dumps(
            {
                "ready_s": None if self._ready_s is None else round(self._ready_s, 3),
                "frames_shown": self._window.preview.frames_painted,
                "tracks_ranked": self._tracks,
                "provider": self._provider,
                "audio_device": self._device,
                "errors": self._errors,
            }
        )

    def write(self) -> None:
        """Write the JSON line to stdout."""
        sys.stdout.write(self.report() + "\n")
        sys.stdout.flush()

    def _count_down(self) -> None:
        self._ready_s = time.monotonic() - self._started_s
        QTimer.singleShot(round(self._seconds * 1000), self._window.close)

    def _name_provider(self, provider: str) -> None:
        self._provider = provider

    def _name_device(self, state: AuditionState) -> None:
        self._device = state.device

    def _hear_first(self) -> None:
        first = self._window.tracks.model.suggestion(0)
        if not self._heard and first is not None and self._engine.video is not None:
            self._heard = True
            self._engine.auditions.enter(first, play=True)

    def _count_tracks(self, video: Path, order: Sequence[Suggestion]) -> None:
        del video
        self._tracks = len(order)
