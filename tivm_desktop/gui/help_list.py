"""All commands by group, in as many columns as there is room for."""

# ruff: noqa: N802 - Qt names what is overridden

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tivm_desktop.gui.controls import label
from tivm_desktop.gui.help_row import HelpRow
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.shortcuts import Command, Shortcuts
from tivm_desktop.gui.theme import Themes

_LETTERS = 48
"""Of each of two columns."""
_TWO_COLUMNS_PX = 700


class _Group(QWidget):
    """A heading and the rows under it."""

    def __init__(self, name: str, commands: list[Command]) -> None:
        super().__init__()
        self.commands = commands
        self.rows: list[HelpRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 12, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(label(tr(name), "strong"))

    def add(self, row: HelpRow) -> None:
        """Put a row below the others."""
        self.rows.append(row)
        self._column.addWidget(row)

    def search(self, text: str) -> None:
        """Show the rows that a search finds, and nothing where there is none."""
        for row in self.rows:
            row.setHidden(not row.matches(text))
        self.setHidden(bool(self.rows) and all(row.isHidden() for row in self.rows))


class HelpList(QWidget):
    """The rows under their headings; a search leaves those that it finds.

    Rows come a group at a time, between two turns of the event loop, so that what plays goes on.
    """

    filled = Signal()
    """All rows are there."""

    def __init__(self, shortcuts: Shortcuts, icons: Icons, themes: Themes) -> None:
        super().__init__()
        self.setObjectName("helpList")
        self._shortcuts = shortcuts
        self._icons = icons
        self._themes = themes
        names = dict.fromkeys(command.group for command in shortcuts.commands)
        self._groups = [_Group(name, [c for c in shortcuts.commands if c.group == name]) for name in names]
        self._sought = ""
        self._nothing = label(tr("Nothing is called that."), "body", "dim")
        self._nothing.hide()
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(24, 4, 24, 16)
        self._across.setSpacing(40)
        self._columns = [QVBoxLayout(), QVBoxLayout()]
        for column in self._columns:
            column.setAlignment(Qt.AlignmentFlag.AlignTop)
            column.setSpacing(10)
            self._across.addLayout(column, 1)
        self._wide: bool | None = None
        self._spread(wide=False)
        self._filling = QTimer(self, interval=0)
        self._filling.timeout.connect(self._fill)
        self._filling.start()
        shortcuts.changed.connect(self.refresh)

    @property
    def rows(self) -> list[HelpRow]:
        """The rows there are so far, in the order in which they are read."""
        return [row for group in self._groups for row in group.rows]

    def refresh(self) -> None:
        """Show the keys that the commands have now."""
        for row in self.rows:
            row.refresh()

    def stops(self) -> list[QWidget]:
        """Return where the focus stops on its way through."""
        return [stop for row in self.rows for stop in row.stops()]

    def search(self, text: str) -> None:
        """Leave the rows that a search finds; all of them for an empty one."""
        self._sought = text.strip()
        for group in self._groups:
            group.search(self._sought)
        self._nothing.setVisible(all(row.isHidden() for row in self.rows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        least_px = max(_TWO_COLUMNS_PX, 2 * _LETTERS * self.fontMetrics().averageCharWidth())
        self._spread(wide=event.size().width() >= least_px)

    def _fill(self) -> None:
        empty = next((group for group in self._groups if not group.rows), None)
        if empty is None:
            self._filling.stop()
            self.search(self._sought)
            self.filled.emit()
            return
        for command in empty.commands:
            empty.add(HelpRow(command, self._shortcuts, self._icons, self._themes))
        empty.search(self._sought)

    def _spread(self, *, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        heights = [len(group.commands) + 2 for group in self._groups]
        half = sum(heights) / 2
        filled = 0
        self._across.setSpacing(40 if wide else 0)
        self._columns[0].addWidget(self._nothing)
        for group, height in zip(self._groups, heights, strict=True):
            self._columns[1 if wide and filled + height / 2 > half else 0].addWidget(group)
            filled += height
        self._across.setStretch(1, 1 if wide else 0)
