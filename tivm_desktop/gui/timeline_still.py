"""What of the timeline stands still: ruler, motion with cuts, or what is said in place of a track."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from tivm_desktop.gui.theme import Theme
from tivm_desktop.gui.typography import font, line_px, width_px
from tivm_desktop.gui.wording import length

if TYPE_CHECKING:
    from tivm_desktop.domain.analysis import PictureTimeline

SIDE_PX = 20
"""Left and right of the video's first and last moment."""
PICTURE_PX = 40
STRIP_PX = 6
GAP_PX = 6
_FOOT_PX = 12
_LEAST_RULER_PX = 22
_LABEL_APART_PX = 88


def ruler_px() -> int:
    """Return how high the ruler is: a line of times and what is below it."""
    return max(_LEAST_RULER_PX, line_px("caption") + 6)


@dataclass
class Content:
    """What there is to paint."""

    duration_s: float = 0.0
    picture: "PictureTimeline | None" = None
    seen: float = 0.0
    """How much of the picture was looked at, 0..1."""
    has_track: bool = False
    """Whether a track lies under the video."""
    hint: str = ""
    """Said in place of a track."""


@dataclass(frozen=True, slots=True)
class Areas:
    """Where things lie in the timeline, logical pixels."""

    picture: QRectF
    strip: QRectF
    wave: QRectF


def areas(size: QSize) -> Areas:
    """Return where things lie in a timeline of that size."""
    width = size.width() - 2 * SIDE_PX
    picture = QRectF(SIDE_PX, ruler_px(), width, PICTURE_PX)
    strip = QRectF(SIDE_PX, picture.bottom() + GAP_PX, width, STRIP_PX)
    top = strip.bottom() + GAP_PX
    return Areas(picture, strip, QRectF(SIDE_PX, top, width, size.height() - top - _FOOT_PX))


def paint_still(content: Content, theme: Theme, size: QSize, scale: float) -> QPixmap:
    """Paint the content into a pixmap of `size` logical pixels for a screen of `scale`."""
    still = QPixmap(size * scale)
    still.setDevicePixelRatio(scale)
    still.fill(QColor(theme.panel))
    painter = QPainter(still)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    at = areas(size)
    if content.duration_s > 0:
        _paint_ruler(painter, content, theme, QRectF(SIDE_PX, 0, at.picture.width(), ruler_px()))
        _paint_picture(painter, content, theme, at.picture)
    if not content.has_track:
        whole = QRectF(0, 0, size.width(), size.height())
        _paint_hint(painter, content, theme, at.strip.united(at.wave) if content.duration_s > 0 else whole)
    painter.end()
    return still


def _paint_ruler(painter: QPainter, content: Content, theme: Theme, area: QRectF) -> None:
    from tivm_desktop.gui.timeline_picture import tick_step_s

    widest_px = width_px("caption", length(content.duration_s))
    step = tick_step_s(content.duration_s, area.width(), max(_LABEL_APART_PX, widest_px + 24))
    painter.setFont(font("caption"))
    for number in range(int(content.duration_s / step) + 1):
        x = area.left() + number * step * area.width() / content.duration_s
        painter.setPen(QColor(theme.line_strong))
        painter.drawLine(QPointF(x, area.bottom() - 8), QPointF(x, area.bottom() - 2))
        if x + max(40, widest_px + 5) < area.right() + SIDE_PX:
            painter.setPen(QColor(theme.text_dim))
            painter.drawText(QPointF(x + 5, area.bottom() - 6), length(number * step))


def _paint_picture(painter: QPainter, content: Content, theme: Theme, area: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.motion_fill))
    if content.picture is None:
        painter.drawRect(area.adjusted(0, area.height() - 2, 0, 0))
        painter.setBrush(QColor(theme.accent))
        painter.drawRect(QRectF(area.left(), area.bottom() - 2, area.width() * content.seen, 2))
        return
    from tivm_desktop.gui.timeline_picture import motion_outline

    painter.setPen(QPen(QColor(theme.motion), 1))
    painter.drawPolygon(motion_outline(content.picture.motion, content.duration_s, area))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for cut in content.picture.cuts_s:
        x = round(area.left() + float(cut) * area.width() / content.duration_s)
        painter.fillRect(QRectF(x, area.top() + 4, 1, area.height() - 12), QColor(theme.line_strong))
        painter.fillRect(QRectF(x, area.bottom() - 8, 1, 8), QColor(theme.cut))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _paint_hint(painter: QPainter, content: Content, theme: Theme, area: QRectF) -> None:
    painter.setPen(QColor(theme.text_faint))
    painter.setFont(font("body"))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, content.hint)
