"""Playing over and over: the range where one is set, else the whole video."""

from PySide6.QtCore import QObject

from tivm_desktop.gui.desk import Desk
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.timeline import Timeline
from tivm_desktop.gui.transport import Transport

_AT_END_S = 0.05
"""An out point set at the playhead is behind it by the time the player hears of it."""


class LoopControl(QObject):
    """Keeps the player's loop in step with the range; stays on from video to video, off at the start.

    What plays behind a range as it begins to loop goes to the in point: an out point set at the playhead ends
    the round there.
    """

    def __init__(self, desk: Desk, transport: Transport, timeline: Timeline) -> None:
        super().__init__(desk.window)
        self._engine = engine = desk.engine
        self._transport = transport
        self._timeline = timeline
        self._on = False
        self._sent: tuple[float, float] | None = None
        transport.loop_toggled.connect(self._toggle)
        says = tr("Loop the range, or the video")
        desk.shortcuts.add("transport.loop", "Playing", says, "Ctrl+L", self._toggle)
        engine.range_changed.connect(self._renew)
        engine.state_changed.connect(self._follow)

    def _toggle(self) -> None:
        self._on = not self._on
        self._follow()

    def _renew(self) -> None:
        """Send the loop again: a player that opened a video has forgotten it."""
        self._sent = None if self._on else self._sent
        self._follow()

    def _follow(self) -> None:
        chosen = self._engine.range
        self._transport.show_loop(on=self._on, of_range=chosen is not None)
        self._timeline.set_looping(on=self._on)
        state, video = self._engine.state, self._engine.video
        if state is None or video is None:
            return
        loop = None
        if self._on:
            whole = (0.0, state.duration_s or video.duration_s)
            loop = whole if chosen is None else (chosen.start_s, min(chosen.end_s, whole[1]))
        if loop == self._sent:
            return
        self._sent = loop
        self._engine.with_player(lambda player: player.set_loop(loop))
        if (
            loop is not None
            and state.playing
            and chosen is not None
            and state.position_s >= loop[1] - _AT_END_S
        ):
            self._engine.playhead.seek(loop[0])
