"""The main window: lays the panels out and joins them to the engine."""

# ruff: noqa: N802 - Qt names what is overridden

import logging
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow

from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.gui.auditions import Audition
from tivm_desktop.gui.carry import Carry
from tivm_desktop.gui.desk import Desk
from tivm_desktop.gui.drop_control import DropControl
from tivm_desktop.gui.drop_overlay import DropOverlay
from tivm_desktop.gui.empty_state import EmptyState
from tivm_desktop.gui.engine import Engine
from tivm_desktop.gui.help import Help
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.intake import Intake
from tivm_desktop.gui.layout import lay_out
from tivm_desktop.gui.level_line import LevelLine
from tivm_desktop.gui.library import Library
from tivm_desktop.gui.message_bar import MessageBar
from tivm_desktop.gui.mix_control import MixControl
from tivm_desktop.gui.output_control import OutputControl
from tivm_desktop.gui.parts import VideoFacts
from tivm_desktop.gui.picture_control import PictureControl
from tivm_desktop.gui.pins_control import PinsControl
from tivm_desktop.gui.placement_control import PlacementControl
from tivm_desktop.gui.player_protocol import AuditionState
from tivm_desktop.gui.playing import join_playing
from tivm_desktop.gui.preview import Preview
from tivm_desktop.gui.range_control import RangeControl
from tivm_desktop.gui.settings import Settings
from tivm_desktop.gui.shortcuts import Shortcuts
from tivm_desktop.gui.standby_control import StandbyControl
from tivm_desktop.gui.status_bar import StatusBar
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.timeline_panel import TimelinePanel
from tivm_desktop.gui.top_bar import TopBar
from tivm_desktop.gui.tour_control import TourControl
from tivm_desktop.gui.tracks_panel import TracksPanel
from tivm_desktop.gui.transport import Transport

if TYPE_CHECKING:
    from tivm_desktop.domain.analysis import VideoAnalysis

NAME = "TIVM Desktop"

_log = logging.getLogger(__name__)


class MainWindow(QMainWindow):
    """Everything the user sees. The engine does the work and answers in signals."""

    problem_told = Signal(str)
    """A sentence was shown in the message bar."""
    usable = Signal()
    """The window was painted for the first time and the event loop is free."""
    closing = Signal()
    """The window is about to end what is behind it."""

    def __init__(self, engine: Engine, settings: Settings, themes: Themes, icons: Icons) -> None:
        super().__init__()
        self._engine = engine
        self._settings = settings
        self._themes = themes
        self._was_painted = False
        self._asked_s: float | None = None
        self.usable.connect(lambda: self.setWindowIcon(icons.application()))
        self.setWindowTitle(NAME)
        self.empty = EmptyState(icons, themes)
        self.preview = Preview(themes, self.empty)
        self.transport = Transport(icons, themes)
        self.tracks = TracksPanel(icons, themes)
        self.timeline = TimelinePanel(icons, themes)
        self.top = TopBar(icons, themes)
        self.message = MessageBar(icons, themes, over=self.preview)
        self.status = StatusBar()
        self._layout = lay_out(
            top=self.top,
            picture=self.preview,
            transport=self.transport,
            tracks=self.tracks,
            timeline=self.timeline,
            status=self.status,
        )
        self.setCentralWidget(self._layout.ground)
        self._layout.ground.setFocus()
        self.overlay = DropOverlay(themes, self)
        drops = DropControl(engine, self.overlay, self)
        drops.dropped.connect(self._note_drop)
        drops.refused.connect(self.tell)
        self.shortcuts = Shortcuts(self, settings)
        self._join_engine()
        self._join_controls()
        join_playing(
            engine,
            self.preview,
            self.transport,
            self.tracks.view,
            self.timeline.timeline,
            self.shortcuts,
            self,
        )
        RangeControl(engine, self.timeline, self.tracks, self.shortcuts, self)
        PlacementControl(engine, self.timeline, self.shortcuts, self)
        self.mix = MixControl(engine, self.transport.mix, settings, self.shortcuts, self)
        LevelLine(engine, self.timeline, self)
        desk = Desk(
            engine, settings, self.shortcuts, self.status, self.message, icons, themes, window=self
        )
        pins = self.pins = PinsControl(desk, self.tracks)
        tour = TourControl(desk, self.tracks)
        StandbyControl(engine, self.tracks, pins, tour, self)
        self.output = OutputControl(engine, self.status.device, settings, self.shortcuts, self)
        PictureControl(engine, self.timeline.timeline, self.preview, self.status, self)
        self.carry = Carry(desk, self.tracks.view)
        self.carry.menu.add_separator()
        self.carry.menu.add(pins.menu_text, pins.toggle_track)
        self.library = Library(desk, self.top, self.tracks, self.carry.menu)
        self._bind_keys()
        self.help = Help(icons, themes, self.top, self.shortcuts, self)
        self._restore()

    def sizeHint(self) -> QSize:
        """Prefer room for preview and list side by side."""
        return QSize(1360, 840)

    def ask_for_video(self) -> None:
        """Let the user choose a video."""
        from tivm_desktop.gui.dialogs import choose_video

        video = choose_video(self)
        if video is not None:
            self._engine.take_in([video])

    def ask_for_music(self) -> None:
        """Let the user choose a music folder for the library."""
        from tivm_desktop.gui.dialogs import choose_music_folder

        folder = choose_music_folder(self, next(iter(self._engine.library.folders), None))
        if folder is not None:
            self._engine.take_in([folder])

    def open_folder(self, folder: Path, *more: Path) -> None:
        """Add the music of folders to the library, and rank it."""
        self.library.folders.add((folder, *more))
        self._hint()

    def open_video(self, video: VideoFacts) -> None:
        """Play `video` and rank tracks for it."""
        self.setWindowTitle(f"{video.path.name} — {NAME}")
        self.top.show_video(video)
        self.preview.show_video()
        self.transport.set_enabled(enabled=True)
        self.timeline.timeline.set_video(video.duration_s)
        self.timeline.show_looking(0.0, video.duration_s)
        self.tracks.start_over()
        self._forget_track()
        self._engine.open_video(video)
        self.tracks.show_folders(self._engine.library.folders, has_video=True)
        self._hint()
        self.status.say(f"Looking at {video.path.name}")

    def tell(self, sentence: str) -> None:
        """Say what went wrong, out of the way."""
        _log.info("told: %s", sentence)
        self.message.say(sentence)
        self.problem_told.emit(sentence)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first time."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.usable.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the layout and end the engine."""
        self.closing.emit()
        for name, state in (
            ("window", self.saveGeometry()),
            ("across", self._layout.across.saveState()),
            ("down", self._layout.down.saveState()),
        ):
            self._settings.remember_layout(name, state)
        self._settings.flush()
        self.preview.stop()
        self.carry.close()
        self._engine.close()
        super().closeEvent(event)

    def _join_engine(self) -> None:
        engine, marshal = self._engine, self._engine.marshal
        engine.player_ready.connect(self._on_player)
        engine.pack_named.connect(self.status.show_pack)
        engine.taken_in.connect(self._on_taken_in)
        engine.state_changed.connect(self._on_state)
        engine.auditions.entered.connect(self._on_entered)
        engine.problem.connect(self.tell)
        engine.solved.connect(self.message.clear_if)
        marshal.provider_named.connect(self.status.show_provider)
        marshal.provider_refused.connect(self.tell)
        marshal.warning_given.connect(self.tell)
        marshal.video_moved.connect(self._on_video_moved)
        marshal.video_analysed.connect(self._on_video_analysed)
        marshal.video_refused.connect(self._on_video_refused)
        marshal.order_changed.connect(self._on_order)

    def _join_controls(self) -> None:
        engine = self._engine
        for opener in (self.empty.open_video, self.top.open_video):
            opener.connect(self.ask_for_video)
        for chooser in (self.top.choose_music, self.tracks.choose_music):
            chooser.connect(self.ask_for_music)
        self.top.theme_toggled.connect(self._toggle_theme)
        self.timeline.video_cancelled.connect(self._cancel_video)
        self.timeline.analysis_wanted.connect(self._analyse_again)
        self.preview.view_resized.connect(engine.set_view_size)
        self.preview.painted.connect(self._note_first_picture)
        self.tracks.view.chosen.connect(lambda track: self._enter(track, play=True))
        self.tracks.view.stepped.connect(lambda track: self._enter(track, play=False))

    def _bind_keys(self) -> None:
        add = self.shortcuts.add
        add("file.open_video", "Window", "Open a video", "Ctrl+O", self.ask_for_video)
        add("file.choose_music", "Window", "Add a music folder", "Ctrl+M", self.ask_for_music)
        add(
            "window.escape",
            "Window",
            "Stop analysing the video, or put a message away",
            "Esc",
            self._escape,
            fixed=True,
        )
        add("window.quit", "Window", "Quit", "Ctrl+Q", self._quit)

    def _restore(self) -> None:
        self.resize(self.sizeHint())
        for name, restore in (
            ("window", self.restoreGeometry),
            ("across", self._layout.across.restoreState),
            ("down", self._layout.down.restoreState),
        ):
            state = self._settings.layout(name)
            if state is not None:
                restore(state)
        self.status.say("Getting ready…")

    def _on_player(self) -> None:
        self.preview.follow(self._engine.frame_due)
        self.status.say("Ready")

    def _note_drop(self) -> None:
        self._asked_s = time.monotonic()

    def _note_first_picture(self) -> None:
        if self._asked_s is not None:
            _log.info("first picture %.3f s after the drop", time.monotonic() - self._asked_s)
            self._asked_s = None

    def _on_taken_in(self, intake: Intake) -> None:
        if intake.problem:
            self.tell(intake.problem)
        else:
            self.message.clear()
        if intake.music is not None:
            self.open_folder(intake.music, *intake.more_music)
        if intake.video is not None:
            self.open_video(intake.video)

    def _on_state(self, state: AuditionState) -> None:
        self.preview.set_playing(playing=state.playing)
        self.transport.show_playing(playing=state.playing)
        if self._engine.video is not None:
            self.transport.show_time(state.position_s, state.duration_s or self._engine.video.duration_s)
            self.timeline.timeline.set_position(state.position_s)

    def _on_entered(self, audition: Audition) -> None:
        track = audition.suggestion
        _log.info("auditioning %s", track.path.name)
        self.tracks.model.set_auditioned(track.path)
        self.timeline.show_track(track)
        self.status.say(f"Playing {track.title}" if track.title else "")

    def _on_video_moved(self, video: Path, done_s: float, total_s: float) -> None:
        if self._shows(video):
            self.timeline.show_looking(done_s, total_s)

    def _on_video_analysed(self, video: Path, analysis: "VideoAnalysis") -> None:
        if self._shows(video):
            self.timeline.timeline.set_picture(analysis.picture)
            self.timeline.show_looked(len(analysis.picture.cuts_s))
            self.status.say(f"{video.name} is analysed")

    def _on_video_refused(self, video: Path, sentence: str) -> None:
        if self._shows(video):
            self.timeline.show_not_looked("Picture not analysed")
            self.tracks.tell("Tracks can't be ranked", sentence)
            self.tell(sentence)

    def _on_order(self, video: Path, order: Sequence[Suggestion]) -> None:
        if self._shows(video):
            _log.info("ranked %d tracks", len(order))
            first = self.tracks.model.rowCount() == 0
            self.tracks.offer(order)
            if first and order and not self.tracks.search.field.hasFocus():
                self.tracks.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shows(self, video: Path) -> bool:
        return self._engine.video is not None and self._engine.video.path == video

    def _hint(self) -> None:
        self.timeline.timeline.set_hint(
            "Click a track: it appears here, where it enters under your video."
            if self._engine.library.folders
            else "Choose a music folder to rank your tracks for this video."
        )

    def _enter(self, track: Suggestion, *, play: bool) -> None:
        if self._engine.video is None:
            self.status.say("Open a video to hear tracks under it.")
        else:
            self._engine.auditions.enter(track, play=play)

    def _forget_track(self) -> None:
        self._engine.auditions.leave()

    def _cancel_video(self) -> None:
        self._engine.cancel_video()
        self.timeline.show_not_looked("Picture not analysed")
        self.tracks.tell("Analysis stopped", "The video plays; its tracks are ranked once it is analysed.")
        self.status.say("Analysis stopped")

    def _analyse_again(self) -> None:
        video = self._engine.video
        if video is not None:
            self.timeline.show_looking(0.0, video.duration_s)
            self.tracks.tell_looking()
            self._engine.analyse_video_again()

    def _escape(self) -> None:
        if self.help.put_away():
            return
        if self.timeline.looking:
            self._cancel_video()
        else:
            self.message.clear()

    def _toggle_theme(self) -> None:
        self._themes.toggle()
        self._settings.remember_theme(self._themes.current.name)

    def _quit(self) -> None:
        self.close()
