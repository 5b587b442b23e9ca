"""A box of choices that shows that it opens, whatever the style sheet leaves of it."""

# ruff: noqa: N802 - Qt names what is overridden

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QComboBox

_RIGHT_PX = 15
_HALF_PX = 3.5


class ChoiceBox(QComboBox):
    """Draws the mark of a menu at its right end."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, then the mark."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), 1.5))
        x, y = self.width() - _RIGHT_PX + 0.5, self.height() / 2
        corner = QPointF(x, y + _HALF_PX / 2)
        painter.drawLine(QPointF(x - _HALF_PX, y - _HALF_PX / 2), corner)
        painter.drawLine(corner, QPointF(x + _HALF_PX, y - _HALF_PX / 2))
        painter.end()
