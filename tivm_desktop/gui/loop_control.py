"""Playing over and over: the range where one is set, else the whole video."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tivm_desktop.gui.engine import Engine
from tivm_desktop.gui.shortcuts import Shortcuts
from tivm_desktop.gui.transport import Transport


class LoopControl(QObject):
    """Keeps the player's loop in step with the range; stays on from video to video, off at the start."""

    def __init__(self, engine: Engine, transport: Transport, shortcuts: Shortcuts, window: QWidget) -> None:
        super().__init__(window)
        self._engine = engine
        self._transport = transport
        self._on = False
        self._sent: tuple[Path | None, tuple[float, float] | None] = (None, None)
        transport.loop_toggled.connect(self._toggle)
        shortcuts.add("transport.loop", "Playing", "Loop the range, or the video", "Ctrl+L", self._toggle)
        engine.range_changed.connect(self._follow)
        engine.state_changed.connect(self._follow)

    def _toggle(self) -> None:
        self._on = not self._on
        self._follow()

    def _follow(self) -> None:
        chosen = self._engine.range
        self._transport.show_loop(on=self._on, of_range=chosen is not None)
        state, video = self._engine.state, self._engine.video
        if state is None or video is None:
            return
        loop = None
        if self._on:
            whole = (0.0, state.duration_s or video.duration_s)
            loop = whole if chosen is None else (chosen.start_s, min(chosen.end_s, whole[1]))
        wanted = (video.path if loop is not None else None, loop)
        if wanted != self._sent:
            self._sent = wanted
            self._engine.with_player(lambda player: player.set_loop(loop))
