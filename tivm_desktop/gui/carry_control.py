"""Taking a track along: its path, its file, its place in the file manager."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.gui.carry_files import copied_file
from tivm_desktop.gui.carry_reveal import reveal
from tivm_desktop.gui.desk import Desk
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.track_menu import TrackMenu

_GROUP = "Take it with you"


class CarryControl(QObject):
    """Joins the list's menu and the window's keys to clipboard and file manager."""

    def __init__(self, desk: Desk, menu: TrackMenu) -> None:
        super().__init__(desk.window)
        self._engine = desk.engine
        self._say = desk.status.say
        self._copy_current = menu.on_current(self.copy_path)
        menu.add_separator()
        menu.add(tr("Copy path"), self.copy_path, "carry.path")
        menu.add(tr("Copy file"), self.copy_file, "carry.file")
        menu.add(tr("Show in file manager"), self.show_track, "carry.reveal")
        add = desk.shortcuts.add
        add("carry.path", _GROUP, tr("Copy the track's path"), "Ctrl+C", self._copy)
        add(
            "carry.file", _GROUP, tr("Copy the track's file"), "Ctrl+Shift+C", menu.on_current(self.copy_file)
        )
        add(
            "carry.reveal",
            _GROUP,
            tr("Show the track in the file manager"),
            "Ctrl+Shift+R",
            menu.on_current(self.show_track),
        )

    def copy_path(self, track: Suggestion) -> None:
        """Put the track's path on the clipboard, as text."""
        QGuiApplication.clipboard().setText(str(track.path))
        self._say(tr("Copied the path of {file}").format(file=track.path.name))

    def copy_file(self, track: Suggestion) -> None:
        """Put the track's file on the clipboard, to be pasted in file managers and editors."""
        QGuiApplication.clipboard().setMimeData(copied_file(track.path))
        self._say(tr("Copied {file}").format(file=track.path.name))

    def show_track(self, track: Suggestion) -> None:
        """Show the track in the file manager."""
        self.show_file(track.path)

    def show_file(self, path: Path) -> None:
        """Show a file in the file manager."""
        reveal(path, self._engine.problem.emit, self)

    def _copy(self) -> None:
        """Copy text that is marked in a message, else the current track's path."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QLabel) and focused.hasSelectedText():
            QGuiApplication.clipboard().setText(focused.selectedText())
        else:
            self._copy_current()
