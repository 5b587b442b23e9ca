"""Where a row's marks are, how they are drawn, and which of them lies under a point."""

from dataclasses import dataclass
from math import cos, pi, sin

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from tivm_desktop.domain.marks import Marks
from tivm_desktop.gui.row_places import RIGHT, places
from tivm_desktop.gui.theme import Theme

_HEIGHT = 16
_HEART_WIDTH = 18
_STAR_WIDTH = 14
_STARS = 5
_GAP = 6
_SPARE = 12
"""Between a reason and the marks."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """What a click on a row's marks asks for."""

    rating: int | None = None
    """None: the heart was clicked."""


def room(marks: Marks, *, hovered: bool) -> int:
    """Return how wide a row's marks are, in pixels from the row's right margin; 0 where none is drawn."""
    if hovered or marks.rating:
        return _HEART_WIDTH + _GAP + _STARS * _STAR_WIDTH + _SPARE
    return _HEART_WIDTH + _SPARE if marks.favourite else 0


def mark_at(row: QRect, point: QPoint) -> Pressed | None:
    """Return which mark of a row lies under a point of the same coordinates, if any does."""
    if _heart(row).adjusted(-2, -4, 2, 4).contains(point):
        return Pressed()
    for number in range(1, _STARS + 1):
        if _star(row, number).adjusted(0, -4, 0, 4).contains(point):
            return Pressed(number)
    return None


def draw_marks(painter: QPainter, row: QRect, theme: Theme, marks: Marks, *, hovered: bool) -> None:
    """Draw what is marked; under the pointer also what could be."""
    if marks.favourite or hovered:
        _draw(painter, _heart_path(_heart(row)), theme, filled=marks.favourite)
    if not (marks.rating or hovered):
        return
    for number in range(1, _STARS + 1):
        if number <= marks.rating or hovered:
            _draw(painter, _star_path(_star(row, number)), theme, filled=number <= marks.rating)


def _heart(row: QRect) -> QRect:
    at = places()
    top = row.top() + at.why_top + (at.line - _HEIGHT) // 2
    return QRect(row.right() - RIGHT - _HEART_WIDTH, top, _HEART_WIDTH, _HEIGHT)


def _star(row: QRect, number: int) -> QRect:
    heart = _heart(row)
    left = heart.left() - _GAP - (_STARS + 1 - number) * _STAR_WIDTH
    return QRect(left, heart.top(), _STAR_WIDTH, _HEIGHT)


def _draw(painter: QPainter, path: QPainterPath, theme: Theme, *, filled: bool) -> None:
    if filled:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent))
    else:
        painter.setPen(QPen(QColor(theme.text_faint), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def _heart_path(place: QRect) -> QPainterPath:
    x, y = place.center().x() + 0.5, place.top() + 3.0
    path = QPainterPath(QPointF(x, y + 2.5))
    path.cubicTo(QPointF(x + 1.5, y - 1.5), QPointF(x + 6.5, y - 1.0), QPointF(x + 6.0, y + 3.5))
    path.cubicTo(QPointF(x + 5.5, y + 6.5), QPointF(x + 2.0, y + 8.5), QPointF(x, y + 11.0))
    path.cubicTo(QPointF(x - 2.0, y + 8.5), QPointF(x - 5.5, y + 6.5), QPointF(x - 6.0, y + 3.5))
    path.cubicTo(QPointF(x - 6.5, y - 1.0), QPointF(x - 1.5, y - 1.5), QPointF(x, y + 2.5))
    path.closeSubpath()
    return path


def _star_path(place: QRect) -> QPainterPath:
    centre = QPointF(place.center()) + QPointF(0.5, 0.5)
    corners = []
    for corner in range(10):
        radius = 5.5 if corner % 2 == 0 else 2.4
        angle = -pi / 2 + corner * pi / 5
        corners.append(centre + QPointF(radius * cos(angle), radius * sin(angle)))
    path = QPainterPath()
    path.addPolygon(QPolygonF(corners))
    path.closeSubpath()
    return path
