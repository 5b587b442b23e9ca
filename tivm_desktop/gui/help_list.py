"""All commands by group, in as many columns as there is room for."""

# ruff: noqa: N802 - Qt names what is overridden

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tivm_desktop.gui.controls import label
from tivm_desktop.gui.help_row import HelpRow
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.shortcuts import Shortcuts
from tivm_desktop.gui.theme import Themes

_TWO_COLUMNS_PX = 700


class HelpList(QWidget):
    """The rows under their headings; a search leaves those that it finds."""

    def __init__(self, shortcuts: Shortcuts, icons: Icons, themes: Themes) -> None:
        super().__init__()
        self.setObjectName("helpList")
        groups = dict.fromkeys(command.group for command in shortcuts.commands)
        self.rows = [HelpRow(command, shortcuts, icons, themes) for command in shortcuts.commands]
        self._groups = {group: _group(group, self._of(group)) for group in groups}
        self._nothing = label("Nothing is called that.", "body", "dim")
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
        shortcuts.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show the keys that the commands have now."""
        for row in self.rows:
            row.refresh()

    def stops(self) -> list[QWidget]:
        """Return where the focus stops on its way through."""
        return [stop for group in self._groups for row in self._of(group) for stop in row.stops()]

    def search(self, text: str) -> None:
        """Leave the rows that a search finds; all of them for an empty one."""
        for row in self.rows:
            row.setHidden(not row.matches(text.strip()))
        for group, block in self._groups.items():
            block.setHidden(all(row.isHidden() for row in self._of(group)))
        self._nothing.setVisible(all(row.isHidden() for row in self.rows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._spread(wide=event.size().width() >= _TWO_COLUMNS_PX)

    def _spread(self, *, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        counts = {group: len(self._of(group)) + 2 for group in self._groups}
        half = sum(counts.values()) / 2
        filled = 0.0
        self._across.setSpacing(40 if wide else 0)
        self._columns[0].addWidget(self._nothing)
        for group, block in self._groups.items():
            column = self._columns[1 if wide and filled + counts[group] / 2 > half else 0]
            column.addWidget(block)
            filled += counts[group]
        self._across.setStretch(1, 1 if wide else 0)

    def _of(self, group: str) -> list[HelpRow]:
        return [row for row in self.rows if row.command.group == group]


def _group(name: str, rows: list[HelpRow]) -> QWidget:
    block = QWidget()
    column = QVBoxLayout(block)
    column.setContentsMargins(0, 12, 0, 0)
    column.setSpacing(2)
    column.addWidget(label(name, "strong"))
    for row in rows:
        column.addWidget(row)
    return block
