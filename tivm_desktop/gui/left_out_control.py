"""Files that can't be listened to: why, and what the user does about them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from tivm_desktop.domain.library_status import LibraryStatus
from tivm_desktop.gui.carry_reveal import reveal
from tivm_desktop.gui.desk import Desk
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.left_out_list import LeftOutList
from tivm_desktop.gui.sentences import spoken
from tivm_desktop.gui.top_bar import TopBar
from tivm_desktop.gui.wording import counted


class LeftOutControl(QObject):
    """Joins the list of such files to engine, clipboard and file manager."""

    def __init__(self, desk: Desk, top: TopBar) -> None:
        super().__init__(desk.window)
        self._engine = engine = desk.engine
        self._status = desk.status
        self._top = top
        self.list = LeftOutList(desk.icons, desk.themes, desk.window)
        top.left_out_asked.connect(self.open)
        engine.marshal.library_moved.connect(self._show)
        self.list.again_asked.connect(self.try_again)
        self.list.copy_asked.connect(self.copy)
        self.list.reveal_asked.connect(lambda path: reveal(path, engine.problem.emit, self))
        add = desk.shortcuts.add
        add("library.left_out", "Window", tr("Files left out, and why"), "", self.open)
        add(
            "library.try_again",
            "Window",
            tr("Try all files again that were left out"),
            "",
            self.try_again,
        )

    def open(self) -> None:
        """Open the list, if there is anything in it."""
        if self.list.files:
            self.list.open_under(self._top.left_out)

    def try_again(self, paths: Sequence[Path] | None = None) -> None:
        """Have files listened to again; None: all of them."""
        count = len(self.list.files if paths is None else paths)
        self._status.say(counted(count, tr("Trying {count} file again"), tr("Trying {count} files again")))
        self._engine.library.try_again(paths)

    def copy(self) -> None:
        """Put the whole list on the clipboard, a file and its reason a line."""
        text = "\n".join(f"{file.path}\t{spoken(file.reason)}" for file in self.list.files)
        QGuiApplication.clipboard().setText(text)
        one, many = tr("Copied a list of {count} file"), tr("Copied a list of {count} files")
        self._status.say(counted(len(self.list.files), one, many))

    def _show(self, status: LibraryStatus) -> None:
        self.list.show_files(status.failed)
