"""The library in the window, joined: folders, search, marks, listening, what is left out."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from tivm_desktop.domain.found_track import FoundTrack
from tivm_desktop.domain.library_status import LibraryStatus
from tivm_desktop.gui.desk import Desk
from tivm_desktop.gui.folders_control import FoldersControl
from tivm_desktop.gui.found_rows import rows_of
from tivm_desktop.gui.index_control import IndexControl
from tivm_desktop.gui.left_out_control import LeftOutControl
from tivm_desktop.gui.marks_control import MarksControl
from tivm_desktop.gui.search_control import SearchControl
from tivm_desktop.gui.top_bar import TopBar
from tivm_desktop.gui.track_menu import TrackMenu
from tivm_desktop.gui.tracks_panel import TracksPanel
from tivm_desktop.gui.view_report import ViewReport


class Library(QObject):
    """Makes the parts, and lists what was found while there is no video."""

    def __init__(self, desk: Desk, top: TopBar, tracks: TracksPanel, menu: TrackMenu) -> None:
        super().__init__(desk.window)
        self._engine = engine = desk.engine
        self._tracks = tracks
        self.folders = FoldersControl(desk, top, tracks)
        self.search = SearchControl(desk, tracks)
        self.marks = MarksControl(desk, tracks, menu)
        self.index = IndexControl(desk)
        self.left_out = LeftOutControl(desk, top)
        ViewReport(engine, tracks, desk.window)
        self._failed: frozenset[Path] = frozenset()
        engine.marshal.library_moved.connect(self._note_failed)
        engine.marshal.tracks_found.connect(self._list)

    def _list(self, tracks: Sequence[FoundTrack], total: int) -> None:
        if self._engine.video is None:
            self._tracks.offer(rows_of(tracks, self._failed), total, ranked=False)

    def _note_failed(self, status: LibraryStatus) -> None:
        self._failed = frozenset(file.path for file in status.failed)
