"""Play, hold and go: the keys and buttons of the transport, joined to the engine."""

from functools import partial

from PySide6.QtCore import QObject

from tivm_desktop.gui.desk import Desk
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.stepping import Stepping
from tivm_desktop.gui.transport import Transport


class TransportControl(QObject):
    """Space always plays at the normal speed; jumps to the start or by a second go on playing."""

    def __init__(self, desk: Desk, stepping: Stepping, transport: Transport) -> None:
        super().__init__(desk.window)
        self._engine = engine = desk.engine
        transport.play_toggled.connect(engine.playhead.toggle_play)
        transport.start_requested.connect(self._to_start)
        add, step, jump = desk.shortcuts.add, stepping.step, stepping.jump
        for name, says, keys, call, repeats in (
            ("play", tr("Play or hold"), "Space", engine.playhead.toggle_play, False),
            ("frame_back", tr("A frame back"), "Left", partial(step, -1), True),
            ("frame_on", tr("A frame on"), "Right", partial(step, 1), True),
            ("second_back", tr("A second back"), "Shift+Left", partial(jump, -1.0), True),
            ("second_on", tr("A second on"), "Shift+Right", partial(jump, 1.0), True),
            ("start", tr("To the start"), "Home", self._to_start, False),
            ("end", tr("To the end"), "End", self._to_end, False),
        ):
            add(f"transport.{name}", "Playing", says, keys, call, repeats=repeats)

    def _to_start(self) -> None:
        if self._engine.video is not None:
            self._engine.playhead.seek(0.0)

    def _to_end(self) -> None:
        if self._engine.video is not None:
            self._engine.playhead.hold()
            self._engine.playhead.seek(self._engine.playhead.last_frame_s)
