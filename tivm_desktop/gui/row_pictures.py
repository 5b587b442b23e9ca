"""Pictures of rows that were painted once: painting a row again is one call."""

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

_AT_MOST = 96
"""Some screens of rows; each takes width x height x 4 bytes."""


class RowPictures:
    """Keeps the newest painted rows.

    A row of text and bars takes dozens of calls into Qt, each of which lets go of the interpreter and waits
    for its turn again. While sounds are decoded on other threads these turns add up to a late frame.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, QPixmap] = OrderedDict()

    def draw(
        self, painter: QPainter, row: QRect, look: Hashable, paint: Callable[[QPainter, QRect], None]
    ) -> None:
        """Draw the row that looks like `look`, painted by `paint` if no such row is kept.

        Args:
            painter: where it is drawn.
            row: its place, in device-independent pixels.
            look: all that tells this row's picture from others of its size, theme and font included.
            paint: paints it at the place it is given.
        """
        ratio = painter.device().devicePixelRatioF()
        key = (look, row.width(), row.height(), ratio)
        picture = self._kept.pop(key, None)
        if picture is None:
            picture = QPixmap(QSize(round(row.width() * ratio), round(row.height() * ratio)))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            own = QPainter(picture)
            paint(own, QRect(QPoint(0, 0), row.size()))
            own.end()
        self._kept[key] = picture
        if len(self._kept) > _AT_MOST:
            self._kept.popitem(last=False)
        painter.drawPixmap(row.topLeft(), picture)
