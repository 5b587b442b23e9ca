"""The program's own icons: SVG drawn in one colour, tinted by the theme, sharp on every screen."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_SCALES = (1, 2, 3)
_OWN = {16: "app-16", 22: "app-22", 24: "app-24", 32: "app-16"}
"""Drawings of the icon for the grids of small sizes, where the bars of the large one run together."""


class Icons:
    """Makes icons out of the SVG files of one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def pixmap(self, name: str, colour: str, size: int = 20, scale: float = 1.0) -> QPixmap:
        """Draw icon `name` in `colour` (#RRGGBB), `size` logical pixels wide, for a screen of `scale`."""
        return _drawn(self._drawing(name, colour), size, scale)

    def icon(self, name: str, colour: str, size: int = 20) -> QIcon:
        """Return icon `name` in `colour` for all usual screen scales."""
        icon = QIcon()
        drawing = self._drawing(name, colour)
        for scale in _SCALES:
            icon.addPixmap(_drawn(drawing, size, scale))
        return icon

    def application(self) -> QIcon:
        """Return the program's own icon."""
        icon = QIcon()
        for size in (16, 22, 24, 32, 48, 64, 128, 256):
            icon.addPixmap(self.pixmap(_OWN.get(size, "app"), "#000000", size))
        return icon

    def _drawing(self, name: str, colour: str) -> QSvgRenderer:
        source = (self._folder / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
        return QSvgRenderer(QByteArray(source.encode()))


def _drawn(drawing: QSvgRenderer, size: int, scale: float) -> QPixmap:
    pixmap = QPixmap(round(size * scale), round(size * scale))
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    drawing.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
