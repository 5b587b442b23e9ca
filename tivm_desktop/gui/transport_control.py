"""Play, hold and go: the keys and buttons of the transport, joined to the engine."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tivm_desktop.gui.engine import Engine
from tivm_desktop.gui.shortcuts import Shortcuts
from tivm_desktop.gui.stepping import Stepping
from tivm_desktop.gui.transport import Transport

_GROUP = "Playing"


class TransportControl(QObject):
    """Space always plays at the normal speed; jumps to the start or by a second go on playing."""

    def __init__(
        self, engine: Engine, stepping: Stepping, transport: Transport, shortcuts: Shortcuts, window: QWidget
    ) -> None:
        super().__init__(window)
        self._engine = engine
        transport.play_toggled.connect(engine.playhead.toggle_play)
        transport.start_requested.connect(self._to_start)
        add = shortcuts.add
        add("transport.play", _GROUP, "Play or hold", "Space", engine.playhead.toggle_play)
        add("transport.frame_back", _GROUP, "A frame back", "Left", lambda: stepping.step(-1), repeats=True)
        add("transport.frame_on", _GROUP, "A frame on", "Right", lambda: stepping.step(1), repeats=True)
        add(
            "transport.second_back",
            _GROUP,
            "A second back",
            "Shift+Left",
            lambda: stepping.jump(-1.0),
            repeats=True,
        )
        add(
            "transport.second_on",
            _GROUP,
            "A second on",
            "Shift+Right",
            lambda: stepping.jump(1.0),
            repeats=True,
        )
        add("transport.start", _GROUP, "To the start", "Home", self._to_start)
        add("transport.end", _GROUP, "To the end", "End", self._to_end)

    def _to_start(self) -> None:
        if self._engine.video is not None:
            self._engine.playhead.seek(0.0)

    def _to_end(self) -> None:
        if self._engine.video is not None:
            self._engine.playhead.hold()
            self._engine.playhead.seek(self._engine.playhead.last_frame_s)
