"""What hangs on the pointer while a track is dragged out."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPixmap

from tivm_desktop.gui.theme import Theme
from tivm_desktop.gui.typography import font

_WIDEST = 280
_HEIGHT = 32
_SIDE = 14
GRIP = QPoint(-14, -10)
"""Where the pointer is from the picture's corner: it stays readable below and right of it."""


def drag_picture(theme: Theme, title: str, ratio: float) -> QPixmap:
    """Draw a title on a chip.

    Args:
        theme: whose colours it has.
        title: as long as there is room it is whole.
        ratio: device pixels per pixel.
    """
    face = font("strong")
    metrics = QFontMetrics(face)
    text = metrics.elidedText(title, Qt.TextElideMode.ElideRight, _WIDEST)
    width = metrics.horizontalAdvance(text) + 2 * _SIDE
    picture = QPixmap(round(width * ratio), round(_HEIGHT * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.accent), 1))
    painter.setBrush(QColor(theme.raised))
    chip = QRectF(0.5, 0.5, width - 1, _HEIGHT - 1)
    painter.drawRoundedRect(chip, 8, 8)
    painter.setFont(face)
    painter.setPen(QColor(theme.text))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)
    painter.end()
    return picture
