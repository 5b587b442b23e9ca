"""What of the timeline stands still: ruler, motion with cuts, and the track lying under them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from tivm_desktop.gui.theme import Theme
from tivm_desktop.gui.typography import font
from tivm_desktop.gui.wording import length

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tivm_desktop.domain.analysis import PictureTimeline

SIDE_PX = 20
"""Left and right of the video's first and last moment."""
RULER_PX = 22
PICTURE_PX = 40
STRIP_PX = 6
GAP_PX = 6
_FOOT_PX = 12


@dataclass
class Content:
    """What there is to paint."""

    duration_s: float = 0.0
    picture: "PictureTimeline | None" = None
    seen: float = 0.0
    """How much of the picture was looked at, 0..1."""
    peaks: "NDArray[np.float32] | None" = None
    """(P, 2) the track's waveform at 20 a second."""
    placement_s: float = 0.0
    fit: tuple[float, ...] = ()
    hint: str = ""
    """Said in place of a waveform."""


def paint_still(content: Content, theme: Theme, size: QSize, scale: float) -> QPixmap:
    """Paint the content into a pixmap of `size` logical pixels for a screen of `scale`."""
    still = QPixmap(size * scale)
    still.setDevicePixelRatio(scale)
    still.fill(QColor(theme.panel))
    painter = QPainter(still)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = size.width() - 2 * SIDE_PX
    picture = QRectF(SIDE_PX, RULER_PX, width, PICTURE_PX)
    strip = QRectF(SIDE_PX, picture.bottom() + GAP_PX, width, STRIP_PX)
    wave = QRectF(SIDE_PX, strip.bottom() + GAP_PX, width, size.height() - strip.bottom() - GAP_PX - _FOOT_PX)
    if content.duration_s > 0:
        _paint_ruler(painter, content, theme, QRectF(SIDE_PX, 0, width, RULER_PX))
        _paint_picture(painter, content, theme, picture)
    if content.peaks is not None:
        _paint_track(painter, content, theme, content.peaks, strip, wave)
    else:
        whole = QRectF(0, 0, size.width(), size.height())
        _paint_hint(painter, content, theme, strip.united(wave) if content.duration_s > 0 else whole)
    painter.end()
    return still


def _paint_ruler(painter: QPainter, content: Content, theme: Theme, area: QRectF) -> None:
    from tivm_desktop.gui.timeline_picture import tick_step_s

    step = tick_step_s(content.duration_s, area.width())
    painter.setFont(font("caption"))
    for number in range(int(content.duration_s / step) + 1):
        x = area.left() + number * step * area.width() / content.duration_s
        painter.setPen(QColor(theme.line_strong))
        painter.drawLine(QPointF(x, 14), QPointF(x, area.bottom() - 2))
        if x + 40 < area.right() + SIDE_PX:
            painter.setPen(QColor(theme.text_faint))
            painter.drawText(QPointF(x + 5, 16), length(number * step))


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


def _paint_track(
    painter: QPainter,
    content: Content,
    theme: Theme,
    peaks: "NDArray[np.float32]",
    strip: QRectF,
    wave: QRectF,
) -> None:
    from tivm_desktop.gui.timeline_picture import fit_cells, loudest, waveform_columns

    painter.setPen(Qt.PenStyle.NoPen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.fillRect(strip, QColor(theme.motion_fill))
    colour = QColor(theme.accent)
    for cell, value in fit_cells(content.fit, content.duration_s, strip):
        colour.setAlphaF(0.12 + 0.88 * value * value)
        painter.fillRect(cell, colour)
    columns = waveform_columns(peaks, content.placement_s, content.duration_s, int(wave.width()))
    half = wave.height() / 2 / loudest(peaks)
    middle = wave.center().y()
    painter.setPen(QPen(QColor(theme.track_off), 1))
    painter.drawLine(QPointF(wave.left(), middle), QPointF(wave.right(), middle))
    outer, core = QColor(theme.accent), QColor(theme.accent)
    outer.setAlphaF(0.5)
    for colour, share in ((outer, 1.0), (core, 0.5)):
        painter.setPen(QPen(colour, 1))
        for column, (low, high) in enumerate(columns.tolist()):
            if low == low:
                x = wave.left() + column
                top, bottom = middle - high * half * share, middle - low * half * share
                painter.drawLine(QPointF(x, top), QPointF(x, max(bottom, top + 1)))
