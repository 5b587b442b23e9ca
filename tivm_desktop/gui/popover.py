"""What opens beside a button and closes at a click elsewhere."""

# ruff: noqa: N802 - Qt names what is overridden

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

_EDGE_PX = 10
_APART_PX = 4


class Popover(QFrame):
    """A small window without a frame; a click elsewhere or Esc closes it. What is in it lies on `ground`.

    Where its window is too low for it, it scrolls.

    Args:
        parent: the window it belongs to.
        name: what a screen reader says.
        width: in pixels, or more where large text needs it; its height is what it needs.
    """

    def __init__(self, parent: QWidget, name: str, width: int) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("popover", True)
        self.setAccessibleName(name)
        self._width_px = width
        self.ground = QWidget()
        self.ground.setObjectName("popoverRows")
        self._room = QScrollArea()
        self._room.setFrameShape(QFrame.Shape.NoFrame)
        self._room.setWidgetResizable(True)
        self._room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._room.setWidget(self.ground)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._room)

    def open_under(self, anchor: QWidget) -> None:
        """Open below `anchor`, inside its window."""
        self.open_at(anchor.mapToGlobal(QPoint(0, anchor.height() + _APART_PX)), anchor.window())

    def open_above(self, anchor: QWidget) -> None:
        """Open over `anchor`, inside its window."""
        self.open_at(anchor.mapToGlobal(QPoint(0, -self.wanted_height() - _APART_PX)), anchor.window())

    def open_at(self, corner: QPoint, window: QWidget) -> None:
        """Open with the upper left corner at a place of the screen, inside `window`."""
        width, height = self.wanted_width(), self.wanted_height()
        if height > window.height() - 2 * _EDGE_PX:
            height = window.height() - 2 * _EDGE_PX
            width += self._room.verticalScrollBar().sizeHint().width()
        self.ground.setMinimumHeight(self.wanted_height() - self._frame().height())
        self.resize(width, height)
        least = window.mapToGlobal(QPoint(_EDGE_PX, _EDGE_PX))
        most = window.mapToGlobal(
            QPoint(window.width() - width - _EDGE_PX, window.height() - height - _EDGE_PX)
        )
        self.move(max(min(corner.x(), most.x()), least.x()), max(min(corner.y(), most.y()), least.y()))
        self.show()
        first = self.first_control()
        if first is not None:
            first.setFocus(Qt.FocusReason.PopupFocusReason)

    def first_control(self) -> QWidget | None:
        """Return what has the focus when it opens; None for the popover itself."""
        return None

    def wanted_width(self) -> int:
        """Return how wide it has to be, in pixels."""
        return max(self._width_px, self.ground.minimumSizeHint().width() + self._frame().width())

    def wanted_height(self) -> int:
        """Return how high it has to be, in pixels."""
        layout = self.ground.layout()
        if layout is None:
            return 0
        layout.activate()
        frame = self._frame()
        if layout.hasHeightForWidth():
            return layout.totalHeightForWidth(self.wanted_width() - frame.width()) + frame.height()
        return layout.totalSizeHint().height() + frame.height()

    def _frame(self) -> QSize:
        """Return what the theme's frame takes of its size."""
        self.ensurePolished()
        return self.size() - self.contentsRect().size()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
