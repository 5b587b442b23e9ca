"""The first tracks in turn, a few bars of each, under the picture that goes on."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.gui.auditions import Audition
from tivm_desktop.gui.desk import Desk
from tivm_desktop.gui.engine import STATE_POLL_MS
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.player_protocol import AuditionPlayer, AuditionState
from tivm_desktop.gui.tour_times import Hearing, on_the_beat_s, sounds_at, stay_s
from tivm_desktop.gui.tracks_panel import TracksPanel

_GROUP = "Comparing"
LEAST_TRACKS, USUAL_TRACKS, MOST_TRACKS = 3, 10, 30
LEAST_BARS, USUAL_BARS, MOST_BARS = 1, 4, 16
AHEAD = 2
"""So many of the next tracks stand by."""
_END_S = 0.05


class TourControl(QObject):
    """Goes from track to track by the video's clock, so that holding the picture holds the tour.

    What the user chooses ends it, and what plays then goes on.
    """

    changed = Signal()
    """Other tracks come next."""

    def __init__(self, desk: Desk, tracks: TracksPanel) -> None:
        super().__init__(desk.window)
        self._engine = engine = desk.engine
        self._tracks = tracks
        self._status = desk.status
        self._settings = desk.settings
        self._stops: tuple[Suggestion, ...] = ()
        self._place = 0
        self._asked: Suggestion | None = None
        self._playing: Audition | None = None
        self._hearing = Hearing()
        self._on_time = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._on_time.timeout.connect(self._go_on)
        tracks.tour.toggled.connect(self.toggle)
        tracks.tour.tracks_chosen.connect(lambda count: self._choose("tour/tracks", count))
        tracks.tour.bars_chosen.connect(lambda count: self._choose("tour/bars", count))
        tracks.view.chosen.connect(self.stop)
        tracks.view.stepped.connect(self.stop)
        tracks.emptied.connect(self.stop)
        engine.auditions.entered.connect(self._hear)
        engine.auditions.left.connect(self.stop)
        engine.state_changed.connect(self._look)
        add = desk.shortcuts.add
        add("compare.tour", _GROUP, tr("Hear the first tracks in turn, or stop"), "T", self.toggle)
        add(
            "compare.tour_length",
            _GROUP,
            tr("How long a tour is, and how much of each track"),
            "Shift+T",
            tracks.tour.open_menu,
        )
        self._show()

    @property
    def tracks(self) -> int:
        """How many tracks a tour has."""
        return _kept(self._settings.text("tour/tracks"), LEAST_TRACKS, USUAL_TRACKS, MOST_TRACKS)

    @property
    def bars(self) -> int:
        """How many bars of each are heard."""
        return _kept(self._settings.text("tour/bars"), LEAST_BARS, USUAL_BARS, MOST_BARS)

    @property
    def next(self) -> Sequence[Suggestion]:
        """The tracks that come next, while there is a tour."""
        coming = self._stops[self._place + 1 : self._place + 1 + AHEAD]
        return [self._newest(suggestion) for suggestion in coming]

    def toggle(self) -> None:
        """Begin a tour at the playhead, or end it."""
        if self._stops:
            self.stop()
        else:
            self._begin()

    def stop(self, _chosen: object = None) -> None:
        """End the tour; what plays goes on."""
        if not self._stops:
            return
        self._stops = ()
        self._asked = self._playing = None
        self._on_time.stop()
        self._show()
        self.changed.emit()

    def _begin(self) -> None:
        state, stops = self._engine.state, self._tracks.model.suggestions[: self.tracks]
        if state is None or self._engine.video is None or not stops:
            self._status.say(tr("A tour needs a video and ranked tracks."))
            return
        self._stops, self._place = stops, -1
        self._return_to_range(state)
        self._engine.with_player(_play)
        self._go_on()

    def _go_on(self) -> None:
        """Enter the next track that sounds where the playhead stands; end behind the last."""
        state = self._engine.state
        position_s = state.position_s if state is not None else 0.0
        first = self._place < 0
        self._on_time.stop()
        for place in range(self._place + 1, len(self._stops)):
            stop = self._newest(self._stops[place])
            if sounds_at(position_s, self._engine.auditions.placement_s(stop), stop.duration_s):
                self._place, self._asked, self._playing = place, stop, None
                view = self._tracks.view
                view.go_to(stop.path, hold_still=view.settling.in_use and not first)
                self._engine.auditions.enter(stop, play=first)
                self._show()
                return
        self.stop()
        self._status.say(tr("None of these tracks sounds here.") if first else tr("The tour is over."))

    def _hear(self, audition: Audition) -> None:
        if not self._stops:
            return
        if not self._is_asked(audition.suggestion):
            self.stop()
            return
        self._playing, self._hearing = audition, Hearing()
        self._status.say(f"{self._said()}: {audition.suggestion.title}")
        self.changed.emit()

    def _is_asked(self, entered: Suggestion) -> bool:
        """Tell whether this is the tour's own track; one that was not placed yet enters as another row."""
        asked = self._asked
        return entered is asked or (asked is not None and not asked.placed and entered.path == asked.path)

    def _look(self, state: AuditionState) -> None:
        if not self._stops or self._playing is None:
            return
        self._hearing.look(state.position_s)
        if self._return_to_range(state):
            return
        due_in_s = self._due_in_s(state, self._playing)
        if due_in_s <= 0:
            self._go_on()
        elif state.playing and due_in_s * 1000 < 1.5 * STATE_POLL_MS:
            self._on_time.start(round(due_in_s * 1000))

    def _due_in_s(self, state: AuditionState, playing: Audition) -> float:
        """Return in how many seconds the next track is due, on a beat of this one where it has beats."""
        tempo_bpm = playing.suggestion.tempo_bpm
        left_s = stay_s(tempo_bpm, self.bars) - self._hearing.heard_s
        if state.speed > 0:
            beats_s = playing.analysis.sound.beats_s if playing.analysis is not None else None
            now_s = state.position_s + playing.placed.placement_s
            left_s = on_the_beat_s(now_s + left_s, tempo_bpm, beats_s) - now_s
        return left_s / max(abs(state.speed), 1e-3)

    def _return_to_range(self, state: AuditionState) -> bool:
        """Go back where the picture leaves the range, or ends; tell whether that was so."""
        chosen = self._engine.range
        begin_s, end_s = (chosen.start_s, chosen.end_s) if chosen is not None else (0.0, state.duration_s)
        ended = not state.playing and 0 < state.duration_s <= state.position_s + _END_S
        outside = chosen is not None and not begin_s - _END_S <= state.position_s < end_s
        if not ended and not outside:
            return False
        self._hearing.expect_jump()
        self._engine.playhead.seek(begin_s)
        if ended:
            self._engine.with_player(_play)
        return True

    def _newest(self, suggestion: Suggestion) -> Suggestion:
        model = self._tracks.model
        return model.suggestion(model.row_of(suggestion.path)) or suggestion

    def _said(self) -> str:
        said = tr("Tour {place} of {count}", "the second of ten tracks")
        return said.format(place=self._place + 1, count=len(self._stops))

    def _choose(self, key: str, count: int) -> None:
        self._settings.remember(key, str(count))
        self._show()

    def _show(self) -> None:
        self._tracks.show_tour(self._said() if self._stops else "")
        self._tracks.tour.show_running(running=bool(self._stops), tracks=self.tracks)
        self._tracks.tour.show_length(self.tracks, self.bars)


def _kept(text: str, least: int, usual: int, most: int) -> int:
    return min(max(int(text), least), most) if text.isdecimal() else usual


def _play(player: AuditionPlayer) -> None:
    player.play()
