"""What opens under the library's name: its folders, one a line, and what is done with them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tivm_desktop.domain.library_status import LibraryStatus
from tivm_desktop.gui.controls import ElidedLabel, IconButton, IconLabel, label, push_button, stands_for
from tivm_desktop.gui.folders_words import known
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.popover import Popover
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.typography import line_px
from tivm_desktop.gui.wording import short_folder

_WIDTH = 420
_ROW_PX = 52
_AROUND_PX = 12
_MOST_ROWS = 6


class FoldersPopover(Popover):
    """Shows folders and asks for others; decides nothing."""

    add_asked = Signal()
    rescan_asked = Signal()
    removed = Signal(object)
    """The folder that is not to belong to the library any more."""

    def __init__(self, icons: Icons, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent, tr("Music folders"), _WIDTH)
        self._icons, self._themes = icons, themes
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(tr("Music folders"))
        self._known = label("", "caption", "dim")
        self._known.setWordWrap(True)
        note = label(
            tr("Music is read, never changed. Ratings and notes of a folder that is removed are kept."),
            "caption",
            "faint",
        )
        note.setWordWrap(True)
        self.add = push_button(tr("Add a folder…"), tr("Add a music folder"))
        stands_for(self.add, "file.choose_music")
        self.rescan = push_button(tr("Look again"), tr("Look again at what the folders hold"), "quiet")
        stands_for(self.rescan, "library.rescan")
        buttons = QHBoxLayout()
        buttons.addWidget(self.add)
        buttons.addWidget(self.rescan)
        buttons.addStretch()
        column = QVBoxLayout(self.ground)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._scroll)
        column.addWidget(self._known)
        column.addLayout(buttons)
        column.addWidget(note)
        self.add.clicked.connect(self._on_add)
        self.rescan.clicked.connect(self.rescan_asked)
        self._shown: tuple[tuple[Path, ...], tuple[Path, ...]] | None = None
        self.show_folders((), ())

    def show_folders(self, folders: Sequence[Path], away: Sequence[Path]) -> None:
        """List folders; those `away` are not there now."""
        shown = tuple(folders), tuple(away)
        if shown == self._shown:
            return
        self._shown = shown
        rows = QWidget()
        rows.setObjectName("popoverRows")
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for folder in folders:
            column.addWidget(self._row(folder, away=folder in away))
        column.addStretch()
        self._scroll.setWidget(rows)
        self._scroll.setFixedHeight(_row_px() * min(max(len(folders), 1), _MOST_ROWS) + 2)
        self.rescan.setEnabled(bool(folders))

    def show_status(self, status: LibraryStatus) -> None:
        """Say what is known of the folders' tracks."""
        self.show_folders(status.folders, status.away)
        self._known.setText(known(status) if status.folders else "")

    def _row(self, folder: Path, *, away: bool) -> QWidget:
        row = QWidget()
        row.setFixedHeight(_row_px())
        name, where = ElidedLabel("strong"), ElidedLabel("caption", "danger" if away else "dim")
        name.show_text(folder.name or str(folder))
        away_text = tr("Not there now: what is known of its tracks is kept. {folder}")
        where.show_text((away_text if away else "{folder}").format(folder=short_folder(folder)))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(name)
        words.addWidget(where)
        words.addStretch()
        says = tr("Remove {folder} from the library").format(folder=folder.name)
        remove = IconButton(self._icons, self._themes, "close", says, size=14)
        remove.clicked.connect(lambda: self.removed.emit(folder))
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 4, 0)
        across.setSpacing(12)
        tone = "danger" if away else "text_faint"
        across.addWidget(IconLabel(self._icons, self._themes, "folder", tone, 20))
        across.addLayout(words, 1)
        across.addWidget(remove)
        return row

    def _on_add(self) -> None:
        self.close()
        self.add_asked.emit()


def _row_px() -> int:
    return max(_ROW_PX, line_px("strong") + line_px("caption") + _AROUND_PX)
