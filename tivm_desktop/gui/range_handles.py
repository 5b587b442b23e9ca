"""The chosen range as it lies on the timeline: handles, shade outside, and the drag of a handle."""

import math
from collections.abc import Callable, Iterable
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from tivm_desktop.domain.video_range import LEAST_S, VideoRange
from tivm_desktop.gui.theme import Theme
from tivm_desktop.gui.timeline_still import ruler_px

Edge = Literal["start", "end"]

HANDLE_PX = 8
"""Width of a handle, which stands outside the range, beside its point."""
HANDLE_HEIGHT_PX = 16
_REACH_PX = 5
_SNAP_PX = 6
_UNDER_TIMES_PX = 6
_SHADE = 0.68
_LOOP_BAND = 0.28


class RangeHandles:
    """Where the handles are, which one a hand holds, and how all of it is painted.

    Args:
        x_at: horizontal position of a second of the video.
        time_at: second of the video at a horizontal position, kept inside the video.
    """

    def __init__(self, x_at: Callable[[float], float], time_at: Callable[[float], float]) -> None:
        self._x_at = x_at
        self._time_at = time_at
        self.looping = False
        """Whether the range is played over and over."""
        self._chosen: VideoRange | None = None
        self._dragged: VideoRange | None = None
        self._held: Edge | None = None
        self._off_px = 0.0

    @property
    def shown(self) -> VideoRange | None:
        """The range as it is painted: while a handle is dragged, as it would be."""
        return self._dragged if self._dragged is not None else self._chosen

    @property
    def holding(self) -> bool:
        """Whether a handle is being dragged."""
        return self._held is not None

    def show(self, chosen: VideoRange | None) -> None:
        """Show a range, or none; a drag is over."""
        self._chosen = chosen
        self._dragged = self._held = None

    def edge_at(self, point: QPointF) -> Edge | None:
        """Return whose handle lies under a point of the timeline."""
        if self._chosen is None or point.y() > HANDLE_HEIGHT_PX + _REACH_PX:
            return None
        before_px = self._x_at(self._chosen.start_s) - point.x()
        behind_px = point.x() - self._x_at(self._chosen.end_s)
        near: list[tuple[float, Edge]] = [(abs(before_px), "start"), (abs(behind_px), "end")]
        reached = [
            (distance, edge)
            for (distance, edge), outward_px in zip(near, (before_px, behind_px), strict=True)
            if -_REACH_PX <= outward_px <= HANDLE_PX + _REACH_PX
        ]
        return min(reached)[1] if reached else None

    def grab(self, point: QPointF) -> bool:
        """Take hold of the handle under a point; tell whether there is one."""
        self._held = self.edge_at(point)
        if self._chosen is None or self._held is None:
            return False
        self._dragged = self._chosen
        edge_s = self._chosen.start_s if self._held == "start" else self._chosen.end_s
        self._off_px = point.x() - self._x_at(edge_s)
        return True

    def drag_to(self, x_px: float, landmarks_s: Iterable[float]) -> None:
        """Move the held handle, onto a landmark where one is near, never past the other handle."""
        if self._dragged is None:
            return
        wanted_px = x_px - self._off_px
        marks = [(abs(self._x_at(mark_s) - wanted_px), mark_s) for mark_s in landmarks_s]
        distance_px, mark_s = min(marks, default=(math.inf, 0.0))
        time_s = mark_s if distance_px <= _SNAP_PX else self._time_at(wanted_px)
        start_s, end_s = self._dragged.start_s, self._dragged.end_s
        if self._held == "start":
            self._dragged = VideoRange(max(min(time_s, end_s - LEAST_S), 0.0), end_s)
        else:
            self._dragged = VideoRange(start_s, max(time_s, start_s + LEAST_S))

    def let_go(self) -> VideoRange | None:
        """Return the range that the drag made, or None where it changed nothing."""
        made = self._dragged if self._dragged != self._chosen else None
        self._dragged = self._held = None
        return made

    def paint(self, painter: QPainter, theme: Theme, area: QRectF) -> None:
        """Shade what of `area` is outside the range, and draw the handles over its top."""
        shown = self.shown
        if shown is None:
            return
        start_px, end_px = self._x_at(shown.start_s), self._x_at(shown.end_s)
        shade = QColor(theme.panel)
        shade.setAlphaF(_SHADE)
        top = max(HANDLE_HEIGHT_PX, ruler_px() - _UNDER_TIMES_PX)
        below = area.adjusted(0, top, 0, 0)
        painter.fillRect(QRectF(below.left(), top, start_px - below.left(), below.height()), shade)
        painter.fillRect(QRectF(end_px, top, below.right() - end_px, below.height()), shade)
        accent = QColor(theme.accent)
        painter.fillRect(QRectF(start_px, 0, end_px - start_px, 3), accent)
        if self.looping:
            band = QColor(accent)
            band.setAlphaF(_LOOP_BAND)
            painter.fillRect(QRectF(start_px, 3, end_px - start_px, HANDLE_HEIGHT_PX - 3), band)
        for edge_px, handle_px in ((start_px, start_px - HANDLE_PX), (end_px, end_px)):
            painter.setPen(QPen(accent, 1))
            painter.drawLine(QPointF(edge_px, 0), QPointF(edge_px, area.bottom()))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            painter.drawRoundedRect(QRectF(handle_px, 0, HANDLE_PX, HANDLE_HEIGHT_PX), 2, 2)
            painter.setPen(QPen(QColor(theme.accent_text), 1))
            middle_px = handle_px + HANDLE_PX / 2
            painter.drawLine(QPointF(middle_px, 5), QPointF(middle_px, HANDLE_HEIGHT_PX - 5))
