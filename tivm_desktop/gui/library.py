"""The library in the window, joined: folders, search, marks, listening, what is left out."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tivm_desktop.domain.found_track import FoundTrack
from tivm_desktop.domain.library_status import LibraryStatus
from tivm_desktop.gui.engine import Engine
from tivm_desktop.gui.failed_control import FailedControl
from tivm_desktop.gui.folders_control import FoldersControl
from tivm_desktop.gui.found_rows import rows_of
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.index_control import IndexControl
from tivm_desktop.gui.marks_control import MarksControl
from tivm_desktop.gui.message_bar import MessageBar
from tivm_desktop.gui.search_control import SearchControl
from tivm_desktop.gui.settings import Settings
from tivm_desktop.gui.shortcuts import Shortcuts
from tivm_desktop.gui.status_bar import StatusBar
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.top_bar import TopBar
from tivm_desktop.gui.track_menu import TrackMenu
from tivm_desktop.gui.tracks_panel import TracksPanel
from tivm_desktop.gui.view_report import ViewReport


class Library(QObject):
    """Makes the parts, and lists what was found while there is no video."""

    def __init__(
        self,
        engine: Engine,
        top: TopBar,
        tracks: TracksPanel,
        menu: TrackMenu,
        message: MessageBar,
        status: StatusBar,
        settings: Settings,
        shortcuts: Shortcuts,
        icons: Icons,
        themes: Themes,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._engine = engine
        self._tracks = tracks
        self.folders = FoldersControl(
            engine, top, tracks, message, status, settings, shortcuts, icons, themes, window
        )
        self.search = SearchControl(engine, tracks, settings, shortcuts, window)
        self.marks = MarksControl(engine, tracks, menu, message, status, shortcuts, window)
        self.index = IndexControl(engine, status, settings, shortcuts, icons, themes, window)
        self.failed = FailedControl(engine, top, status, shortcuts, icons, themes, window)
        ViewReport(engine, tracks, window)
        self._failed: frozenset[Path] = frozenset()
        engine.marshal.library_moved.connect(self._note_failed)
        engine.marshal.tracks_found.connect(self._list)
        shortcuts.add("library.folders", "Window", "The music folders", "Ctrl+Shift+M", self.folders.open)

    def _list(self, tracks: Sequence[FoundTrack], total: int) -> None:
        if self._engine.video is None:
            self._tracks.offer(rows_of(tracks, self._failed), total)

    def _note_failed(self, status: LibraryStatus) -> None:
        self._failed = frozenset(file.path for file in status.failed)
