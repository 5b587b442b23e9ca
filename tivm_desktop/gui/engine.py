"""The engine's parts behind the window: made off the GUI thread, asked for one thing at a time."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from tivm_desktop.domain.errors import TivmError
from tivm_desktop.domain.mix import Mix
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.gui.auditions import Auditions
from tivm_desktop.gui.intake import read_paths
from tivm_desktop.gui.lane import Lane
from tivm_desktop.gui.library_wishes import LibraryWishes
from tivm_desktop.gui.marshal import Marshal
from tivm_desktop.gui.parts import Matching, Parts, VideoFacts
from tivm_desktop.gui.player_protocol import AuditionPlayer, AuditionState, Frame
from tivm_desktop.gui.playhead import Playhead
from tivm_desktop.gui.session_protocol import MatchingSession
from tivm_desktop.gui.speech_finder import SpeechFinder

STATE_POLL_MS = 33

T = TypeVar("T")


class Engine(QObject):
    """Holds player and matching session; what is asked before they exist is done when they do."""

    player_ready = Signal()
    pack_named = Signal(str)
    """Name of the model pack, once it is verified."""
    taken_in = Signal(object)
    """`Intake`: what a drop, a dialog or the command line brought."""
    state_changed = Signal(object)
    """`AuditionState`, about thirty times a second."""
    range_changed = Signal(object)
    """`VideoRange` of the open video, None for all of it: what tracks are ranked for. Also where what was
    asked for could not be had, so that whoever asked shows what is."""
    problem = Signal(str)
    """One sentence for the user."""
    solved = Signal(str)
    """A sentence of `problem` that is not true any more."""

    def __init__(self, parts: Parts, marshal: Marshal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.marshal = marshal
        self._parts = parts
        self._player: AuditionPlayer | None = None
        self._session: MatchingSession | None = None
        self._video: VideoFacts | None = None
        self._range: VideoRange | None = None
        self._range_problem = ""
        self._held_at: tuple[Path, float] | None = None
        self._begin_s: float | None = None
        self._mix = Mix()
        self._view: tuple[int, int] | None = None
        self._last_error: str | None = None
        self._playback = Lane(marshal, "playback")
        self._matching = Lane(marshal, "matching")
        self._intake = Lane(marshal, "intake")
        self._interactive = Lane(marshal, "interactive")
        self._aside = Lane(marshal, "aside")
        self.auditions = Auditions(
            self.with_player,
            lambda look_up, take: self._interactive.submit(look_up, take, self.problem.emit),
            lambda: self._session,
            self,
        )
        self.playhead = Playhead(self.with_player, lambda: self.state, lambda: self._video, self)
        self.library = LibraryWishes(lambda: self._session)
        self.speech = SpeechFinder(self.with_player, lambda: self._session, marshal, self)
        self.speech.failed.connect(self.problem)
        self.speech.solved.connect(self.solved)
        self._pulse = QTimer(self, interval=STATE_POLL_MS)
        self._pulse.timeout.connect(self._tell_state)

    @property
    def video(self) -> VideoFacts | None:
        """The open video."""
        return self._video

    @property
    def range(self) -> VideoRange | None:
        """The range of the open video that tracks are ranked for; None for all of it."""
        return self._range

    @property
    def mix(self) -> Mix:
        """Volumes, mutes, solo and ducking."""
        return self._mix

    @property
    def state(self) -> AuditionState | None:
        """What the player says of itself, None before there is one."""
        return self._player.state if self._player is not None else None

    def start(self) -> None:
        """Make the parts, each on its own thread."""
        told, make = self.problem.emit, partial(self._parts.make_matching, self.marshal)
        self._playback.submit(self._parts.make_player, self._take_player, told, lambda made: made.close())
        self._matching.submit(make, self._take_matching, told, lambda made: made.session.close())

    def take_in(self, paths: Sequence[Path]) -> None:
        """Find out what `paths` are and say so with `taken_in`; nothing is opened yet."""
        wanted = list(paths)
        look_at = self._parts.look_at
        self._intake.submit(lambda: read_paths(wanted, look_at), self.taken_in.emit, self.problem.emit)

    def hold_at(self, video: Path, position_s: float) -> None:
        """Have a video, if it is the next to be opened, wait at a second of it rather than play."""
        self._held_at = (video, position_s)

    def open_video(self, video: VideoFacts) -> None:
        """Play `video` at once and have it analysed."""
        self._video = video
        held, self._held_at = self._held_at, None
        self._begin_s = min(held[1], video.duration_s) if held and held[0] == video.path else None
        self.playhead.start_over()
        self.auditions.forget_moves()
        self.speech.set_video(video.path)
        self.with_player(self._open_in_player)
        self._keep_range(None)
        self._look_at_video()

    def set_range(self, chosen: VideoRange | None) -> None:
        """Have tracks ranked and placed for a range of the open video; None for all of it."""
        if self._video is None:
            return
        self.solved.emit(self._range_problem)
        try:
            held = None if chosen is None else chosen.within(self._video.path, self._video.duration_s)
        except TivmError as error:
            self._range_problem = str(error)
            self.problem.emit(str(error))
            held = self._range
        if held is not None and held.is_whole(self._video.duration_s):
            held = None
        if held != self._range and self._session is not None:
            self._session.set_range(held)
        self._keep_range(held)

    def analyse_video_again(self) -> None:
        """Take up an analysis that was cancelled."""
        self._look_at_video()

    def cancel_video(self) -> None:
        """Give up analysing the video; it still plays."""
        if self._session is not None:
            self._session.cancel_video()

    def set_mix(self, mix: Mix) -> None:
        """Set volumes, mutes, solo and ducking."""
        self._mix = mix
        self.with_player(lambda player: player.set_mix(mix))
        self.speech.want(wanted=mix.ducking.on)

    def set_view_size(self, width: int, height: int) -> None:
        """Have pictures made for a view of that many device pixels."""
        self._view = (width, height)
        self.with_player(lambda player: player.set_view_size(width, height))

    def with_player(self, call: Callable[[AuditionPlayer], None]) -> None:
        """Call something with the player, if there is one yet, and tell what goes wrong as a problem."""
        if self._player is None:
            return
        try:
            call(self._player)
        except TivmError as error:
            self.problem.emit(str(error))

    def aside(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Compute something off the GUI thread, one thing after the other; `done` is called on it."""
        self._aside.submit(work, done, self.problem.emit)

    def frame_due(self) -> Frame | None:
        """Return the frame to show now, if it is a new one."""
        return self._player.frame_due() if self._player is not None else None

    def close(self) -> None:
        """End player, session and threads."""
        self._pulse.stop()
        self._intake.close()
        self._interactive.close()
        self._aside.close()
        self._playback.close()
        self._matching.close()
        if self._player is not None:
            self._player.close()
        if self._session is not None:
            self._session.close()

    def _take_player(self, player: AuditionPlayer) -> None:
        self._player = player
        player.set_mix(self._mix)
        if self._view is not None:
            player.set_view_size(*self._view)
        self.player_ready.emit()
        if self._video is not None:
            self.with_player(self._open_in_player)
        self._pulse.start()

    def _take_matching(self, matching: Matching) -> None:
        self._session = matching.session
        self.pack_named.emit(matching.pack)
        self.library.tell(self._session)
        self._look_at_video()

    def _look_at_video(self) -> None:
        if self._session is not None and self._video is not None:
            self._session.set_video(self._video.path)
            self.speech.look()
            if self._range is not None:
                self._session.set_range(self._range)

    def _keep_range(self, chosen: VideoRange | None) -> None:
        self._range = chosen
        self.range_changed.emit(chosen)

    def _open_in_player(self, player: AuditionPlayer) -> None:
        if self._video is not None:
            player.set_track(None)
            player.open_video(self._video.path)
            self.speech.tell(player)
            if self._begin_s is None:
                player.play()
            else:
                player.seek(self._begin_s)

    def _tell_state(self) -> None:
        state = self.state
        if state is None:
            return
        if self._video is not None and state.error and state.error != self._last_error:
            self._last_error = state.error
            self.problem.emit(state.error)
        elif self._last_error and not state.error:
            self.solved.emit(self._last_error)
        self.state_changed.emit(state)
