"""The main window: lays the panels out and joins them to the engine."""

# ruff: noqa: N802 - Qt names what is overridden

import logging
from pathlib import Path

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow

from tivm_desktop.gui.carry import Carry
from tivm_desktop.gui.desk import Desk
from tivm_desktop.gui.drop_control import DropControl
from tivm_desktop.gui.drop_overlay import DropOverlay
from tivm_desktop.gui.empty_state import EmptyState
from tivm_desktop.gui.engine import Engine
from tivm_desktop.gui.help import Help
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.intake import Intake
from tivm_desktop.gui.language import tr
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
from tivm_desktop.gui.playing import join_playing
from tivm_desktop.gui.preview import Preview
from tivm_desktop.gui.range_control import RangeControl
from tivm_desktop.gui.sentences import spoken
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
from tivm_desktop.gui.video_control import VideoControl

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
        self.usable.connect(lambda: self.setWindowIcon(icons.application()))
        self.setWindowTitle(NAME)
        self._make_panels(icons, themes)
        self.shortcuts = Shortcuts(self, settings)
        desk = Desk(engine, settings, self.shortcuts, self.status, self.message, icons, themes, window=self)
        self._video = VideoControl(desk, self.top, self.preview, self.transport, self.tracks, self.timeline)
        self._join()
        self._make_controls(desk)
        self._bind_keys()
        self.help = Help(desk, self.top)
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
        self._video.hint()

    def open_video(self, video: VideoFacts) -> None:
        """Play `video` and rank tracks for it."""
        self.setWindowTitle(f"{video.path.name} — {NAME}")
        self._video.open(video)

    def tell(self, sentence: str) -> None:
        """Say what went wrong, out of the way."""
        _log.info("told: %s", sentence)
        self.message.say(spoken(sentence))
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

    def _make_panels(self, icons: Icons, themes: Themes) -> None:
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
        self.setCentralWidget(self._layout.room)
        self._layout.ground.setFocus()
        self.overlay = DropOverlay(themes, self)

    def _join(self) -> None:
        engine, marshal = self._engine, self._engine.marshal
        engine.pack_named.connect(self.status.show_pack)
        engine.taken_in.connect(self._on_taken_in)
        engine.problem.connect(self.tell)
        engine.solved.connect(lambda sentence: self.message.clear_if(spoken(sentence)))
        marshal.provider_named.connect(self.status.show_provider)
        marshal.provider_refused.connect(self.tell)
        marshal.warning_given.connect(self.tell)
        self._video.refused.connect(self.tell)
        drops = DropControl(engine, self.overlay, self)
        drops.dropped.connect(self._video.note_drop)
        drops.refused.connect(self.tell)
        for opener in (self.empty.open_video, self.top.open_video):
            opener.connect(self.ask_for_video)
        for chooser in (self.top.choose_music, self.tracks.choose_music):
            chooser.connect(self.ask_for_music)
        self.top.theme_toggled.connect(self._toggle_theme)

    def _make_controls(self, desk: Desk) -> None:
        timeline = self.timeline.timeline
        join_playing(desk, self.preview, self.transport, self.tracks.view, timeline)
        RangeControl(desk, self.timeline, self.tracks)
        PlacementControl(desk, self.timeline)
        self.mix = MixControl(desk, self.transport.mix)
        LevelLine(desk, self.timeline)
        self.pins = PinsControl(desk, self.tracks)
        tour = TourControl(desk, self.tracks)
        StandbyControl(desk, self.tracks, self.pins, tour)
        self.output = OutputControl(desk, self.status.device)
        PictureControl(desk, timeline, self.preview)
        self.carry = Carry(desk, self.tracks.view)
        self.carry.menu.add_separator()
        self.carry.menu.add(self.pins.menu_text, self.pins.toggle_track)
        self.library = Library(desk, self.top, self.tracks, self.carry.menu)

    def _bind_keys(self) -> None:
        add = self.shortcuts.add
        add("file.open_video", "Window", tr("Open a video"), "Ctrl+O", self.ask_for_video)
        add("file.choose_music", "Window", tr("Add a music folder"), "Ctrl+M", self.ask_for_music)
        add(
            "window.escape",
            "Window",
            tr("Stop analysing the video, or put a message away"),
            "Esc",
            self._escape,
            fixed=True,
        )
        add("window.quit", "Window", tr("Quit"), "Ctrl+Q", self._quit)

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
        self.status.say(tr("Getting ready…"))

    def _on_taken_in(self, intake: Intake) -> None:
        if intake.problem:
            self.tell(intake.problem)
        else:
            self.message.clear()
        if intake.music is not None:
            self.open_folder(intake.music, *intake.more_music)
        if intake.video is not None:
            self.open_video(intake.video)

    def _escape(self) -> None:
        if self.help.put_away():
            return
        if self.timeline.looking:
            self._video.cancel()
        else:
            self.message.clear()

    def _toggle_theme(self) -> None:
        self._themes.toggle()
        self._settings.remember_theme(self._themes.current.name)

    def _quit(self) -> None:
        self.close()
