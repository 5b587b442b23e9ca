"""The strip under the waveform: how well the track fits wherever it is placed."""

# ruff: noqa: N802 - Qt names what is overridden

from math import ceil, floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QWidget

from tivm_desktop.domain.placed_track import same_place
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.timeline_still import SIDE_PX
from tivm_desktop.gui.typography import font, line_px, width_px
from tivm_desktop.gui.wording import entry

if TYPE_CHECKING:
    from tivm_desktop.domain.placement_candidates import Places
    from tivm_desktop.domain.video_range import VideoRange

_CURVE_PX = 16
_BELOW_PX = 8
_REACH_PX = 6


class PlacementMap(QAbstractSlider):
    """From left to right the seconds at which the track can enter; the higher the curve, the better it fits.

    Only what is better than the middle of all places rises. The best places are numbered, a line marks where
    the track lies. A click asks for the best place there. To a screen reader it is a slider of whole seconds.
    """

    place_asked = Signal(float, float)
    """Placement clicked at, and how far around it the best place is sought, seconds."""

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._places: Places | None = None
        self._chosen: VideoRange | None = None
        self._placement_s = 0.0
        self._curve_px = max(_CURVE_PX, line_px("caption"))
        self.setFixedHeight(self._curve_px + _BELOW_PX)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Fit by placement"))
        self.setEnabled(False)
        themes.changed.connect(self.update)
        self.valueChanged.connect(lambda second: self._ask(float(second)))

    def show_places(self, places: "Places | None", chosen: "VideoRange | None" = None) -> None:
        """Show how well a track fits for all of the video or a range of it; None for no track."""
        self._places, self._chosen = places, chosen
        hand = places is not None and len(places.offsets_s) > 1
        self.setEnabled(hand)
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
        self.setToolTip("")
        offsets_s = (0.0,) if places is None else (float(places.offsets_s[0]), float(places.offsets_s[-1]))
        with QSignalBlocker(self):
            self.setRange(floor(offsets_s[0]), ceil(offsets_s[-1]))
        self._say()
        self.update()

    def show_placement(self, placement_s: float) -> None:
        """Mark where the track lies."""
        self._placement_s = placement_s
        self._say()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the best place near the click."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._ask(self._placement_at(event.position().x()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what is around."""
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say where the track would enter."""
        if self._seconds_per_px() > 0:
            enters = entry(self._placement_at(event.position().x()), self._chosen)
            tip = tr("How well the track fits wherever it is placed. Click: {entry}")
            self.setToolTip(tip.format(entry=enters))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw curve, numbers and mark."""
        del event
        painter = QPainter(self)
        theme = self._themes.current
        painter.fillRect(self.rect(), QColor(theme.panel))
        places = self._places
        if places is None or self._seconds_per_px() <= 0:
            return
        from tivm_desktop.gui.timeline_picture import fit_outline

        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.motion), 1))
        painter.setBrush(QColor(theme.motion_fill))
        area = QRectF(SIDE_PX, 3, self._area().width(), self._curve_px - 3)
        painter.drawPolygon(fit_outline(places.score, places.offsets_s, area))
        painter.setFont(font("caption"))
        for number, candidate in enumerate(places.candidates, start=1):
            x = self._x_at(candidate.placement.placement_s)
            here = same_place(candidate.placement.placement_s, self._placement_s)
            painter.setPen(QColor(theme.accent if here else theme.text_dim))
            wide = width_px("caption", str(number))
            beside = x + 4 if x + 8 + wide < self.width() else x - 4 - wide
            painter.drawText(QPointF(beside, self._curve_px - 4), str(number))
            painter.drawLine(QPointF(x, 2), QPointF(x, self._curve_px))
        painter.setPen(QPen(QColor(theme.accent), 2))
        x = self._x_at(self._placement_s)
        painter.drawLine(QPointF(x, 2), QPointF(x, self._curve_px + 2))

    def _ask(self, placement_s: float) -> None:
        per_px = self._seconds_per_px()
        if per_px > 0:
            self.place_asked.emit(placement_s, _REACH_PX * per_px)

    def _say(self) -> None:
        """Say where the track lies."""
        with QSignalBlocker(self):
            self.setValue(round(self._placement_s))
        self.setAccessibleDescription("" if self._places is None else entry(self._placement_s, self._chosen))

    def _seconds_per_px(self) -> float:
        """Return 0 where there is no place but one."""
        if self._places is None or len(self._places.offsets_s) < 2:
            return 0.0
        return float(self._places.offsets_s[-1] - self._places.offsets_s[0]) / self._area().width()

    def _placement_at(self, x_px: float) -> float:
        if self._places is None:
            return 0.0
        area = self._area()
        within = min(max(x_px, area.left()), area.right()) - area.left()
        return float(self._places.offsets_s[0]) + within * self._seconds_per_px()

    def _x_at(self, placement_s: float) -> float:
        if self._places is None:
            return 0.0
        area = self._area()
        x = area.left() + (placement_s - float(self._places.offsets_s[0])) / self._seconds_per_px()
        return min(max(x, area.left()), area.right())

    def _area(self) -> QRectF:
        return QRectF(SIDE_PX, 0, max(self.width() - 2 * SIDE_PX, 1), self.height())
