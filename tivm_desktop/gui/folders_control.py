"""The library's folders: added by drop and dialog, removed and looked at again, remembered."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from tivm_desktop.domain.library_status import LibraryState, LibraryStatus
from tivm_desktop.gui.desk import Desk
from tivm_desktop.gui.folders_popover import FoldersPopover
from tivm_desktop.gui.folders_words import joined
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.top_bar import TopBar
from tivm_desktop.gui.tracks_panel import TracksPanel
from tivm_desktop.gui.wording import short_folder


class FoldersControl(QObject):
    """Owns which folders there are; the engine has them looked at, everything shows how they stand."""

    def __init__(self, desk: Desk, top: TopBar, tracks: TracksPanel) -> None:
        super().__init__(desk.window)
        self._engine = engine = desk.engine
        self._top = top
        self._tracks = tracks
        self._message = desk.message
        self._status = desk.status
        self._settings = desk.settings
        self._said_empty = False
        self.popover = FoldersPopover(desk.icons, desk.themes, desk.window)
        top.folders_asked.connect(self.open)
        self.popover.add_asked.connect(top.choose_music)
        self.popover.rescan_asked.connect(self.rescan)
        self.popover.removed.connect(self.remove)
        engine.marshal.library_moved.connect(self._show)
        engine.marshal.folder_refused.connect(self._refuse)
        add, group = desk.shortcuts.add, "Window"
        add("library.rescan", group, tr("Look again at the music folders"), "F5", self.rescan)
        add("library.folders", group, tr("The music folders"), "Ctrl+Shift+M", self.open)

    def add(self, folders: Sequence[Path]) -> None:
        """Add folders to the library; one that is there already is looked at again."""
        before = self._engine.library.folders
        after = joined(before, folders)
        if after == before:
            if before:
                self._status.say(
                    tr("{folder} is in the library: looking again").format(folder=short_folder(folders[0]))
                )
                self.rescan()
            return
        self._set(after)

    def remove(self, folder: Path) -> None:
        """Have a folder belong to the library no more; it can be undone."""
        before = self._engine.library.folders
        self._set(tuple(other for other in before if other != folder))
        said = tr("{folder} is not in the library any more; its ratings and notes are kept.")
        self._message.notice(
            said.format(folder=short_folder(folder)),
            tr("Undo"),
            lambda: self._set(joined(before, self._engine.library.folders)),
        )

    def rescan(self) -> None:
        """Look again at what the folders hold."""
        self._engine.library.rescan()

    def open(self) -> None:
        """Open the list of folders, or the dialog where there is none."""
        if self._engine.library.folders:
            self.popover.open_under(self._top.folders)
        else:
            self._top.choose_music.emit()

    def _set(self, folders: tuple[Path, ...]) -> None:
        self._said_empty = False
        self._settings.remember_music_folders(folders)
        self._engine.library.set_folders(folders)
        self._top.show_folders(folders)
        self.popover.show_status(LibraryStatus(folders, state=LibraryState.SCANNING))
        self._tracks.hint.show_folders(folders, has_video=self._engine.video is not None)

    def _show(self, status: LibraryStatus) -> None:
        if set(status.folders) != set(self._engine.library.folders):
            return
        self._top.show_library(status)
        self.popover.show_status(status)
        empty = status.state is LibraryState.SETTLED and status.total == 0 and bool(status.folders)
        if empty and not self._said_empty:
            self._tracks.hint.tell(
                tr("No music in this folder"), tr("Choose a folder that holds music files.")
            )
        self._said_empty = empty

    def _refuse(self, folder: Path, sentence: str) -> None:
        if folder in self._engine.library.folders:
            self._top.show_stopped(tr("Not analysed"))
            self._engine.problem.emit(sentence)
