"""The engine's parts behind the window: made off the GUI thread, asked for one thing at a time."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from tivm_desktop.domain.errors import TivmError
from tivm_desktop.domain.finding import Order, Query
from tivm_desktop.domain.indexing import IndexPace
from tivm_desktop.domain.marks import Marks
from tivm_desktop.domain.mix import Mix
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.gui.auditions import Auditions
from tivm_desktop.gui.intake import read_paths
from tivm_desktop.gui.lane import Lane
from tivm_desktop.gui.marshal import Marshal
from tivm_desktop.gui.parts import Matching, Parts, VideoFacts
from tivm_desktop.gui.player_protocol import AuditionPlayer, AuditionState, Frame
from tivm_desktop.gui.session_protocol import MatchingSession
from tivm_desktop.gui.speech_finder import SpeechFinder

STATE_POLL_MS = 33

Asked = tuple[Query, Order]

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
    picture_asked = Signal()
    """Another picture was asked for by a seek or by scrubbing, and is on its way."""
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
        self._folders: tuple[Path, ...] = ()
        self._asked: Asked | None = None
        self._pace: IndexPace | None = None
        self._held = False
        self._mix = Mix()
        self._view: tuple[int, int] | None = None
        self._last_error: str | None = None
        self._resumes = False
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
    def folder(self) -> Path | None:
        """The first of the folders whose music is ranked."""
        return self._folders[0] if self._folders else None

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders whose music is ranked: the library."""
        return self._folders

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
        self._resumes = False
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

    def set_folder(self, folder: Path) -> None:
        """Have the music of `folder` analysed and ranked, and no other's."""
        self.set_folders([folder])

    def set_folders(self, folders: Sequence[Path]) -> None:
        """Have the music of these folders analysed and ranked, and no other's."""
        self._folders = tuple(folders)
        self._with_session(self._send_folders)

    def rescan(self) -> None:
        """Look anew at what the folders hold."""
        self._with_session(lambda session: session.rescan())

    def look_for(self, query: Query, order: Order) -> None:
        """Rank, or list while there is no video, only what `query` asks for, in that order."""
        self._asked = query, order
        self._with_session(lambda session: session.set_query(query, order))

    def set_in_view(self, paths: Sequence[Path]) -> None:
        """Tell which rows are on the screen, the most wanted first."""
        self._with_session(lambda session: session.set_in_view(paths))

    def set_marks(self, path: Path, marks: Marks) -> None:
        """Keep what the user says of a track."""
        self._with_session(lambda session: session.set_marks(path, marks))

    def hold_indexing(self, *, held: bool) -> None:
        """Have no more tracks listened to for now, or go on."""
        self._held = held
        self._with_session(_hold if held else _release)

    def set_pace(self, pace: IndexPace) -> None:
        """Have tracks listened to with so many workers, and only when it says."""
        self._pace = pace
        self._with_session(lambda session: session.set_pace(pace))

    def try_again(self, paths: Sequence[Path] | None = None) -> None:
        """Have files listened to again that failed; None: all of them."""
        self._with_session(lambda session: session.try_again(paths))

    def analyse_video_again(self) -> None:
        """Take up an analysis that was cancelled."""
        self._look_at_video()

    def cancel_video(self) -> None:
        """Give up analysing the video; it still plays."""
        if self._session is not None:
            self._session.cancel_video()

    def cancel_folder(self) -> None:
        """Give up analysing the folder; what is done stays."""
        if self._session is not None:
            self._session.cancel_folder()

    def toggle_play(self) -> None:
        """Play, or hold picture, original sound and music together."""
        state = self.state
        if self._video is None or state is None:
            return
        self._resumes = False
        self.with_player(_pause if state.playing else _play_normally)

    def hold(self) -> None:
        """Hold picture, original sound and music; what plays next plays at the normal speed."""
        self._resumes = False
        self.with_player(_pause)

    def scrub(self, time_s: float) -> None:
        """Hold, and show a picture near a second of the video as quickly as can be."""
        state = self.state
        self._resumes = self._resumes or (state is not None and state.playing)
        self.with_player(lambda player: player.scrub(time_s))
        self.picture_asked.emit()

    def seek(self, time_s: float) -> None:
        """Go to a second of the video; what `scrub` held goes on."""
        self.with_player(lambda player: player.seek(time_s))
        self.picture_asked.emit()
        if self._resumes:
            self._resumes = False
            self.with_player(_play)

    def step_frames(self, frames: int) -> None:
        """Hold, and go some frames on (or back, negative)."""
        state = self.state
        if self._video is None or state is None:
            return
        rate = self._video.frame_rate or 25.0
        target = (round(state.position_s * rate) + frames) / rate
        last = max((state.duration_s or self._video.duration_s) - 1 / rate, 0.0)
        self.with_player(_pause)
        self.seek(min(max(target, 0.0), last))

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
        if self._pace is not None:
            self._session.set_pace(self._pace)
        if self._held:
            self._session.pause_indexing()
        if self._asked is not None:
            self._session.set_query(*self._asked)
        if self._folders:
            self._send_folders(self._session)
        self._look_at_video()

    def _with_session(self, call: Callable[[MatchingSession], None]) -> None:
        if self._session is not None:
            call(self._session)

    def _send_folders(self, session: MatchingSession) -> None:
        if len(self._folders) == 1:
            session.set_music_folder(self._folders[0])
        else:
            session.set_music_folders(self._folders)

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


def _hold(session: MatchingSession) -> None:
    session.pause_indexing()


def _release(session: MatchingSession) -> None:
    session.resume_indexing()


def _play(player: AuditionPlayer) -> None:
    player.play()


def _play_normally(player: AuditionPlayer) -> None:
    _at_normal_speed(player)
    player.play()


def _pause(player: AuditionPlayer) -> None:
    player.pause()
    _at_normal_speed(player)


def _at_normal_speed(player: AuditionPlayer) -> None:
    if player.state.speed != 1.0:
        player.set_speed(1.0)
