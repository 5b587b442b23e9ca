"""The timeline as it is seen: cuts and motion of the video, and the chosen track where it enters."""

# ruff: noqa: N802 - Qt names what is overridden

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from tivm_desktop.gui.language import tr
from tivm_desktop.gui.range_handles import RangeHandles
from tivm_desktop.gui.theme import Theme, Themes
from tivm_desktop.gui.timeline_still import (
    GAP_PX,
    PICTURE_PX,
    SIDE_PX,
    STRIP_PX,
    Content,
    areas,
    paint_still,
    ruler_px,
)
from tivm_desktop.gui.timeline_track import TimelineTrack
from tivm_desktop.gui.timeline_words import described

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tivm_desktop.domain.analysis import PictureTimeline
    from tivm_desktop.domain.placement_snap import Accents
    from tivm_desktop.domain.video_range import VideoRange


class TimelineView(QAbstractSlider):
    """Paints ruler, motion with cuts, fit strip, waveform, range and playhead.

    What stands still is painted once into a pixmap, the waveform into another, and
    again only when they change. To a screen reader it is a slider of the playhead's whole seconds.
    """

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._content = Content()
        self._position_s = 0.0
        self._still: QPixmap | None = None
        self._handles = RangeHandles(self._x_at, self.time_at)
        self._track = TimelineTrack(self._px_per_s, self.time_at)
        self.setAccessibleName(tr("Timeline"))
        self.setEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(ruler_px() + PICTURE_PX + STRIP_PX + 2 * GAP_PX + 40)
        themes.changed.connect(self._repaint_all)

    def sizeHint(self) -> QSize:
        """Leave the waveform some 64 pixels."""
        return QSize(640, ruler_px() + PICTURE_PX + STRIP_PX + 3 * GAP_PX + 64)

    def set_video(self, duration_s: float) -> None:
        """Start over with a video of that length."""
        self._content = Content(duration_s, hint=self._content.hint)
        with QSignalBlocker(self):
            self.setRange(0, int(duration_s))
        self.setEnabled(duration_s > 0)
        self._track.show(None, 0.0, ())
        self._position_s = 0.0
        self._handles.show(None)
        self._describe()
        self._repaint_all()

    def set_progress(self, share: float) -> None:
        """Show how much of the picture was looked at, 0..1."""
        self._content.seen = share
        self._repaint_all()

    def set_picture(self, picture: "PictureTimeline") -> None:
        """Show cuts and motion."""
        self._content.picture = picture
        self._content.seen = 1.0
        self._repaint_all()

    def set_track(
        self,
        peaks: "NDArray[np.float32] | None",
        placement_s: float = 0.0,
        fit_curve: Sequence[float] = (),
    ) -> None:
        """Lay a track's waveform, (P, 2) at 20 a second, under the video; None takes it away."""
        self._track.show(peaks, placement_s, fit_curve)
        self._content.has_track = peaks is not None
        self._repaint_all()

    def set_accents(self, accents: "Accents | None") -> None:
        """Show the track's beats and onsets, and have them snap to cuts."""
        self._track.show_accents(accents)
        self.update()

    def place_track(self, placement_s: float, fit_curve: Sequence[float]) -> None:
        """Move the track; while a hand holds it, it stays in the hand."""
        self._track.place(placement_s, fit_curve)
        self.update()

    def set_snapping(self, *, on: bool) -> None:
        """Have the track snap to cuts while it is dragged, or not; the Alt key turns it round."""
        self._track.snapping = on

    def set_range(self, chosen: "VideoRange | None") -> None:
        """Mark a range of the video, or none."""
        self._handles.show(chosen)
        self._describe()
        self.update()

    def set_looping(self, *, on: bool) -> None:
        """Mark the range as one that is played over and over, or not."""
        if on != self._handles.looping:
            self._handles.looping = on
            self._describe()
            self.update()

    def set_hint(self, text: str) -> None:
        """Say in place of the waveform what would bring one."""
        self._content.hint = text
        self._repaint_all()

    def set_position(self, time_s: float) -> None:
        """Move the playhead."""
        if abs(time_s - self._position_s) * self._px_per_s() >= 0.25:
            old, self._position_s = self._playhead_x(), time_s
            for x in (old, self._playhead_x()):
                self.update(int(x) - 7, 0, 15, self.height())
        self._position_s = time_s
        with QSignalBlocker(self):
            self.setValue(int(time_s))
        self._describe()

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:
        """Paint nothing anew: what is seen moves by less than a second."""
        del change

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what is around."""
        event.ignore()

    def time_at(self, x_px: float) -> float:
        """Return the second of the video at a horizontal position, kept inside the video."""
        return min(max((x_px - SIDE_PX) / max(self._px_per_s(), 1e-9), 0.0), self._content.duration_s)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint anew at the new size."""
        del event
        self._repaint_all()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy what stands still, draw what moves over it."""
        del event
        theme, scale = self._themes.current, self.devicePixelRatioF()
        if self._still is None or self._still.devicePixelRatio() != scale:
            self._still = paint_still(self._content, theme, self.size(), scale)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._still)
        if self._content.duration_s <= 0:
            return
        self._track.paint(painter, theme, areas(self.size()), self._content.duration_s)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._handles.paint(painter, theme, QRectF(self.rect()).adjusted(0, 0, 0, -8))
        self._paint_playhead(painter, theme)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), 1))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def _paint_playhead(self, painter: QPainter, theme: Theme) -> None:
        x, colour = self._playhead_x(), QColor(theme.playhead)
        foot = self.height() - 8 if self._track.present else ruler_px() + PICTURE_PX
        painter.setPen(QPen(colour, 1.5))
        painter.drawLine(QPointF(x, 14), QPointF(x, foot))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        head = [QPointF(x - 5, 6), QPointF(x + 5, 6), QPointF(x + 5, 11), QPointF(x, 16), QPointF(x - 5, 11)]
        painter.drawPolygon(QPolygonF(head))

    def _px_per_s(self) -> float:
        return (
            (self.width() - 2 * SIDE_PX) / self._content.duration_s if self._content.duration_s > 0 else 0.0
        )

    def _x_at(self, time_s: float) -> float:
        return SIDE_PX + time_s * self._px_per_s()

    def _playhead_x(self) -> float:
        return self._x_at(self._position_s)

    def _describe(self) -> None:
        said = described(
            self._position_s,
            self._content.duration_s,
            self._handles.shown,
            looping=self._handles.looping,
        )
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)

    def _repaint_all(self) -> None:
        self._still = None
        self.update()
