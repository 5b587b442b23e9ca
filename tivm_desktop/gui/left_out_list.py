"""The list that opens under "3 left out": each file, the sentence that says why, and what can be done."""

from pathlib import Path
from textwrap import shorten

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tivm_desktop.domain.suggestion import SkippedTrack
from tivm_desktop.gui.controls import ElidedLabel, IconButton, label, plain_tip, push_button, stands_for
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.popover import Popover
from tivm_desktop.gui.sentences import spoken
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.wording import number

_WIDTH = 460
_ROWS_PX = 300
_ROW_PX = 64
_MOST_LETTERS = 180
"""Of a reason that are shown; the copied list has all."""
MOST_ROWS = 100
"""More are counted, not listed: each row takes time to make."""


class LeftOutList(Popover):
    """Shows files and asks for something to be done about them; decides nothing."""

    again_asked = Signal(object)
    """Files to be tried again: a sequence of paths, or None for all."""
    reveal_asked = Signal(object)
    """A file to be shown in the file manager."""
    copy_asked = Signal()

    def __init__(self, icons: Icons, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent, tr("Files left out"), _WIDTH)
        self._icons, self._themes = icons, themes
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(tr("Files left out and why"))
        self.again = push_button(tr("Try all again"), tr("Try all these files again"))
        stands_for(self.again, "library.try_again")
        self._copy = push_button(
            tr("Copy list"), tr("Copy the list of these files with their reasons"), "quiet"
        )
        buttons = QHBoxLayout()
        buttons.addWidget(self.again)
        buttons.addWidget(self._copy)
        buttons.addStretch()
        column = QVBoxLayout(self.ground)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._scroll)
        column.addLayout(buttons)
        self.again.clicked.connect(lambda: self._ask_again(None))
        self._copy.clicked.connect(self.copy_asked)
        self._files: tuple[SkippedTrack, ...] = ()
        self._stale = True

    @property
    def files(self) -> tuple[SkippedTrack, ...]:
        """What is listed."""
        return self._files

    def show_files(self, files: tuple[SkippedTrack, ...]) -> None:
        """List other files; nothing is made before the list is seen."""
        if files == self._files:
            return
        self._files = files
        self._stale = True
        if self.isVisible():
            if files:
                self._fill()
            else:
                self.close()

    def open_under(self, anchor: QWidget) -> None:
        """Open below `anchor`, as high as the list needs."""
        self._fill()
        super().open_under(anchor)

    def first_control(self) -> QWidget | None:
        """Begin with what is done about all."""
        return self.again

    def _fill(self) -> None:
        if not self._stale:
            return
        self._stale = False
        rows = QWidget()
        rows.setObjectName("popoverRows")
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(10)
        for file in self._files[:MOST_ROWS]:
            column.addWidget(self._row(file))
        more = len(self._files) - MOST_ROWS
        if more > 0:
            said = tr("and {count} more: copy the list to see all").format(count=number(more))
            column.addWidget(label(said, "body", "dim"))
        column.addStretch()
        self._scroll.setWidget(rows)
        self._scroll.setFixedHeight(min(_ROW_PX * len(self._files) + 8, _ROWS_PX))

    def _row(self, file: SkippedTrack) -> QWidget:
        row = QWidget()
        name, reason = (
            ElidedLabel("strong"),
            label(shorten(spoken(file.reason), _MOST_LETTERS, placeholder="…"), "body", "dim"),
        )
        name.show_text(file.path.name)
        name.setToolTip(plain_tip(str(file.path)))
        name.setAccessibleDescription(str(file.path))
        reason.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(name)
        words.addWidget(reason)
        again = IconButton(
            self._icons, self._themes, "refresh", tr("Try {file} again").format(file=file.path.name), size=16
        )
        said = tr("Show {file} in the file manager").format(file=file.path.name)
        show = IconButton(self._icons, self._themes, "folder", said, size=16)
        again.clicked.connect(lambda: self._ask_again([file.path]))
        show.clicked.connect(lambda: self.reveal_asked.emit(file.path))
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 4, 0)
        across.setSpacing(2)
        across.addLayout(words, 1)
        for button in (again, show):
            across.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        return row

    def _ask_again(self, paths: list[Path] | None) -> None:
        self.again_asked.emit(paths)
