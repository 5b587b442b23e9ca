"""J, K and L, as in editing programs: backwards, hold, forwards, each press a step faster."""

# ruff: noqa: N802 - Qt names what is overridden

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent

from tivm_desktop.gui.desk import Desk
from tivm_desktop.gui.keys import typed
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.player_protocol import AuditionPlayer, AuditionState
from tivm_desktop.gui.stepping import Stepping
from tivm_desktop.gui.transport import Transport

SPEEDS = (-4.0, -2.0, -1.0, 1.0, 2.0, 4.0)
_HOLD = "transport.hold"


def next_speed(speed: float | None, direction: int) -> float:
    """Return how fast to play after L (`direction` 1) or J (-1).

    Each press goes one step along `SPEEDS`: faster where it plays that way, slower where it plays the other
    way, from -1 straight to 1.

    Args:
        speed: how fast it plays; None while it is held, which begins at the normal speed.
        direction: which way.
    """
    if speed is None:
        return float(direction)
    further = [step for step in SPEEDS if (step - speed) * direction > 1e-6]
    return min(further, key=lambda step: abs(step - speed), default=SPEEDS[-1 if direction > 0 else 0])


class Shuttle(QObject):
    """Turns the three keys into speeds; while K is held down, J and L go frame by frame.

    Every hold ends in the normal speed.
    """

    def __init__(self, desk: Desk, stepping: Stepping, transport: Transport) -> None:
        super().__init__(desk.window)
        self._engine = desk.engine
        self._stepping = stepping
        self._transport = transport
        self._shortcuts = desk.shortcuts
        self._holding = False
        for name, says, key, call in (
            ("transport.shuttle_back", tr("Backwards; again: faster"), "J", lambda: self._shuttle(-1)),
            (_HOLD, tr("Hold; with J or L: frame by frame"), "K", self._hold),
            ("transport.shuttle_on", tr("Forwards; again: faster"), "L", lambda: self._shuttle(1)),
        ):
            desk.shortcuts.add(name, "Playing", says, key, call)
        desk.engine.state_changed.connect(self._show)
        desk.window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the hold key come up, or the window go away under it."""
        del watched
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyRelease and not event.isAutoRepeat():
                self._holding = self._holding and typed(event) not in self._shortcuts.keys(_HOLD)
        elif event.type() == QEvent.Type.WindowDeactivate:
            self._holding = False
        return False

    def _hold(self) -> None:
        self._holding = True
        self._engine.playhead.hold()

    def _shuttle(self, direction: int) -> None:
        state = self._engine.state
        if self._engine.video is None or state is None:
            return
        if self._holding:
            self._stepping.step(direction)
            return
        speed = next_speed(state.speed if state.playing else None, direction)

        def play(player: AuditionPlayer) -> None:
            player.set_speed(speed)
            player.play()

        self._engine.with_player(play if not state.playing else lambda player: player.set_speed(speed))

    def _show(self, state: AuditionState) -> None:
        self._transport.show_speed(state.speed if state.playing else 1.0)
