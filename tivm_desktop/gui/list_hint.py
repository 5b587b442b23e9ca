"""What stands in place of the list: what is needed before there is one, or that nothing was found."""

# ruff: noqa: N802 - Qt names what is overridden

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tivm_desktop.gui.controls import IconLabel, label, push_button, stands_for
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.theme import Themes

_SIDE_PX = 28


class _Page(QWidget):
    """Lines in the middle, the icon above them where there is room for it."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the icon out where the words need its room."""
        super().resizeEvent(event)
        column = self._column
        needed_px = column.totalHeightForWidth(self.width())
        if self._icon.isHidden():
            needed_px += self._icon.sizeHint().height() + column.spacing()
        self._icon.setVisible(self.height() >= needed_px)

    def _lay_out(self, icon: QLabel, lines: tuple[QLabel, ...], button: QWidget) -> None:
        self._icon = icon
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE_PX, 0, _SIDE_PX, 0)
        column.setSpacing(8)
        column.addStretch(1)
        for line in (icon, *lines):
            line.setWordWrap(line is not icon)
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(line)
        column.addSpacing(12)
        column.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)


class ListHint(_Page):
    """Says what is needed: music, a video, or time."""

    choose_music = Signal()

    def __init__(self, icons: Icons, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = label("", "title")
        self._more = label("", "body", "dim")
        self._choose = push_button(tr("Add a music folder…"), tr("Add a music folder"))
        stands_for(self._choose, "file.choose_music")
        self._choose.clicked.connect(self.choose_music)
        icon = IconLabel(icons, themes, "music", "text_faint", 32)
        self._lay_out(icon, (self._heading, self._more), self._choose)
        self.ask_for_music()

    def show_folders(self, folders: Sequence[Path], *, has_video: bool) -> None:
        """Say what is needed with these music folders."""
        if not folders:
            self.ask_for_music()
        elif has_video:
            self.tell_looking()
        else:
            self.tell(
                tr("Ready when your video is"), tr("Drop a video on the window to rank your tracks for it.")
            )

    def ask_for_music(self) -> None:
        """Say that a music folder is needed."""
        self.tell(
            tr("Where is your music?"),
            tr("Add your folders, or drop them here. Music is read, never changed."),
        )
        self._choose.show()

    def tell_looking(self) -> None:
        """Say that the first ranked tracks are on their way."""
        self.tell(
            tr("Looking at the picture"),
            tr("The first tracks appear as soon as video and music are analysed."),
        )

    def tell(self, heading: str, more: str) -> None:
        """Say something else."""
        self._heading.setText(heading)
        self._more.setText(more)
        self._choose.hide()

    def text(self) -> str:
        """Return the heading of what is said."""
        return self._heading.text()


class NothingFound(_Page):
    """Says that nothing answers the search, and offers to look for everything again."""

    clear_asked = Signal()

    def __init__(self, icons: Icons, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        clear = push_button(tr("Clear search and filters"), tr("Clear search and filters"))
        stands_for(clear, "search.clear")
        clear.clicked.connect(self.clear_asked)
        icon = IconLabel(icons, themes, "search", "text_faint", 32)
        more = label(tr("Search for less, or take a filter away."), "body", "dim")
        self._lay_out(icon, (label(tr("Nothing found"), "title"), more), clear)
