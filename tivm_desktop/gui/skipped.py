"""The list that opens under "3 left out": each file and the sentence that says why."""

# ruff: noqa: N802 - Qt names what is overridden

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from tivm_desktop.domain.suggestion import SkippedTrack
from tivm_desktop.gui.controls import label

_WIDTH = 420
_MOST_HEIGHT = 360
_FRAME = 10


class SkippedList(QFrame):
    """A popover; a click elsewhere or Esc closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("skippedList")
        self.setAccessibleName("Files left out")
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName("Files left out and why")
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self._scroll)
        self._files: tuple[SkippedTrack, ...] = ()

    @property
    def files(self) -> tuple[SkippedTrack, ...]:
        """What is listed."""
        return self._files

    def show_files(self, files: tuple[SkippedTrack, ...]) -> None:
        """List other files."""
        if files == self._files:
            return
        self._files = files
        rows = QWidget()
        rows.setObjectName("skippedRows")
        column = QVBoxLayout(rows)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(2)
        for file in files:
            name = label(file.path.name, "strong")
            reason = label(file.reason, "body", "dim")
            reason.setWordWrap(True)
            column.addWidget(name)
            column.addWidget(reason)
            column.addSpacing(10)
        column.addStretch()
        self._scroll.setWidget(rows)

    def open_under(self, anchor: QWidget) -> None:
        """Open below `anchor`, as high as the list needs."""
        rows = self._scroll.widget()
        wanted = rows.heightForWidth(_WIDTH - _FRAME) + _FRAME if rows is not None else 0
        self.resize(_WIDTH, min(wanted, _MOST_HEIGHT))
        corner = anchor.mapToGlobal(QPoint(0, anchor.height() + 4))
        window = anchor.window()
        last_left = window.mapToGlobal(QPoint(window.width() - _WIDTH - _FRAME, 0)).x()
        self.move(min(corner.x(), last_left), corner.y())
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
