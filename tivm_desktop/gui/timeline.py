"""The timeline: the video's cuts and motion, and the chosen track lying under them where it enters."""

# ruff: noqa: N802 - Qt names what is overridden

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from tivm_desktop.gui.placement_drag import TrackDrag
from tivm_desktop.gui.range_marks import RangeMarks
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.timeline_still import (
    GAP_PX,
    PEAKS_HZ,
    PICTURE_PX,
    RULER_PX,
    SIDE_PX,
    STRIP_PX,
    Content,
    areas,
    paint_still,
)
from tivm_desktop.gui.timeline_track import TrackLayer, paint_fit
from tivm_desktop.gui.wording import length, span, time_code

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tivm_desktop.domain.analysis import PictureTimeline
    from tivm_desktop.domain.placement_snap import TrackMarks
    from tivm_desktop.domain.video_range import VideoRange


class Timeline(QWidget):
    """Paints ruler, motion with cuts, fit strip and waveform; a drag scrubs, letting go seeks.

    A drag of the waveform moves the track instead. What stands still is painted once into a pixmap, the
    waveform into another, and again only when they change.
    """

    seek_requested = Signal(float)
    """Second of the video that was clicked, or at which a drag ended."""
    scrub_requested = Signal(float)
    """Second of the video that the button was pressed at or is dragged over."""
    range_chosen = Signal(object)
    """`VideoRange` that the drag of a handle made."""
    track_dragged = Signal(float)
    """Placement of the track as it is in the hand now."""
    track_dropped = Signal(float)
    """Placement at which the hand let it go."""

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._content = Content()
        self._position_s = 0.0
        self._scrubbing = False
        self._still: QPixmap | None = None
        self._marks = RangeMarks(self._x_at, self.time_at)
        self._track = TrackLayer()
        self._track_marks: TrackMarks | None = None
        self._placement_s = 0.0
        self._fit: tuple[float, ...] = ()
        self._drag = TrackDrag(self._px_per_s, self.time_at)
        self._snapping = True
        self.setMouseTracking(True)
        self.setAccessibleName("Timeline")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(RULER_PX + PICTURE_PX + STRIP_PX + 2 * GAP_PX + 40)
        themes.changed.connect(self._repaint_all)

    def sizeHint(self) -> QSize:
        """Leave the waveform some 64 pixels."""
        return QSize(640, RULER_PX + PICTURE_PX + STRIP_PX + 3 * GAP_PX + 64)

    def set_video(self, duration_s: float) -> None:
        """Start over with a video of that length."""
        self._content = Content(duration_s, hint=self._content.hint)
        self._position_s = 0.0
        self._marks.show(None)
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
        self._content.peaks = peaks
        self._placement_s = placement_s
        self._fit = tuple(fit_curve)
        self._drag.let_go()
        self.set_track_marks(None)
        self._repaint_all()

    def set_track_marks(self, marks: "TrackMarks | None") -> None:
        """Show a track's beats and onsets, and have them snap to cuts."""
        self._track_marks = marks
        self._track.show(self._content.peaks, marks)
        self.update()

    def place_track(self, placement_s: float, fit_curve: Sequence[float]) -> None:
        """Move the track; while a hand holds it, it stays in the hand."""
        self._placement_s = placement_s
        self._fit = tuple(fit_curve)
        self.update()

    def set_snapping(self, *, on: bool) -> None:
        """Have the track snap to cuts while it is dragged, or not; the Alt key turns it round."""
        self._snapping = on

    def set_range(self, chosen: "VideoRange | None") -> None:
        """Mark a range of the video, or none."""
        self._marks.show(chosen)
        self._describe()
        self.update()

    def set_looping(self, *, on: bool) -> None:
        """Mark the range as one that is played over and over, or not."""
        if on != self._marks.looping:
            self._marks.looping = on
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
        self._describe()

    def time_at(self, x_px: float) -> float:
        """Return the second of the video at a horizontal position, kept inside the video."""
        return min(max((x_px - SIDE_PX) / max(self._px_per_s(), 1e-9), 0.0), self._content.duration_s)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Scrub from where the main button goes down, or take hold of the range's handle there."""
        if event.button() != Qt.MouseButton.LeftButton or self._content.duration_s <= 0:
            return
        if self._marks.grab(event.position()):
            return
        if self._over_track(event.position()):
            self._drag.press(event.position().x(), self._placement_s)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            self._scrubbing = True
            self.scrub_requested.emit(self.time_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scrub along with a drag, or move the handle that is held."""
        if self._marks.holding:
            cuts_s = self._content.picture.cuts_s.tolist() if self._content.picture is not None else []
            self._marks.drag_to(event.position().x(), [*cuts_s, self._position_s])
            self.update()
        elif self._drag.pressed:
            self._drag_track(event)
        elif self._scrubbing:
            self.scrub_requested.emit(self.time_at(event.position().x()))
        else:
            self._say_what_a_drag_would_do(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Seek to where a drag ends, or let go of a handle: the range is what it was dragged to."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._scrubbing:
            self._scrubbing = False
            self.seek_requested.emit(self.time_at(event.position().x()))
        elif self._drag.pressed:
            self._let_track_go(event.position())
        elif self._marks.holding:
            made = self._marks.let_go()
            self.update()
            if made is not None:
                self.range_chosen.emit(made)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the ends; page keys go five seconds."""
        steps = {
            Qt.Key.Key_Home: -self._content.duration_s,
            Qt.Key.Key_End: self._content.duration_s,
            Qt.Key.Key_PageUp: 5.0,
            Qt.Key.Key_PageDown: -5.0,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.seek_requested.emit(min(max(self._position_s + step, 0.0), self._content.duration_s))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint anew at the new size."""
        del event
        self._repaint_all()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy what stands still, draw the playhead over it."""
        del event
        if self._still is None or self._still.devicePixelRatio() != self.devicePixelRatioF():
            self._still = paint_still(
                self._content, self._themes.current, self.size(), self.devicePixelRatioF()
            )
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._still)
        if self._content.duration_s <= 0:
            return
        theme = self._themes.current
        if self._content.peaks is not None:
            at = areas(self.size())
            held_s = self._drag.placement_s
            placement_s = self._placement_s if held_s is None else held_s
            paint_fit(painter, theme, at.strip, self._fit, self._content.duration_s)
            self._track.paint_wave(painter, theme, at.wave, self._px_per_s(), placement_s)
            self._drag.paint(painter, theme, at.picture.united(at.wave))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._marks.paint(painter, theme, QRectF(self.rect()).adjusted(0, 0, 0, -8))
        x = self._playhead_x()
        colour = QColor(theme.playhead)
        painter.setPen(QPen(colour, 1.5))
        foot = self.height() - 8 if self._content.peaks is not None else RULER_PX + PICTURE_PX
        painter.drawLine(QPointF(x, 14), QPointF(x, foot))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        head = [QPointF(x - 5, 6), QPointF(x + 5, 6), QPointF(x + 5, 11), QPointF(x, 16), QPointF(x - 5, 11)]
        painter.drawPolygon(QPolygonF(head))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), 1))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def _over_track(self, point: QPointF) -> bool:
        return self._content.peaks is not None and point.y() >= areas(self.size()).wave.top()

    def _drag_track(self, event: QMouseEvent) -> None:
        import numpy as np

        peaks, picture = self._content.peaks, self._content.picture
        if peaks is None:
            return
        cuts_s = np.zeros(0) if picture is None else picture.cuts_s.astype(np.float64)
        turned_round = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        marks = self._track_marks if self._snapping != turned_round else None
        lengths_s = self._content.duration_s, len(peaks) / PEAKS_HZ
        moved = self._drag.move(event.position().x(), lengths_s, marks, cuts_s)
        self.update()
        if moved and self._drag.placement_s is not None:
            self.track_dragged.emit(self._drag.placement_s)

    def _let_track_go(self, point: QPointF) -> None:
        placement_s = self._drag.let_go()
        self._say_what_a_drag_would_do(point)
        self.update()
        if placement_s is None:
            self.seek_requested.emit(self.time_at(point.x()))
        else:
            self._placement_s = placement_s
            self.track_dropped.emit(placement_s)

    def _say_what_a_drag_would_do(self, point: QPointF) -> None:
        if self._marks.edge_at(point) is not None:
            self.setCursor(Qt.CursorShape.SizeHorCursor)
            self.setToolTip("Drag to move this end of the range")
        elif self._over_track(point):
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            alt = "keeps it from snapping" if self._snapping else "makes it snap"
            self.setToolTip(f"Drag to move the track; Alt {alt} to cuts")
        else:
            self.setCursor(Qt.CursorShape.ArrowCursor)
            self.setToolTip("")

    def _px_per_s(self) -> float:
        return (
            (self.width() - 2 * SIDE_PX) / self._content.duration_s if self._content.duration_s > 0 else 0.0
        )

    def _x_at(self, time_s: float) -> float:
        return SIDE_PX + time_s * self._px_per_s()

    def _playhead_x(self) -> float:
        return self._x_at(self._position_s)

    def _describe(self) -> None:
        shown = self._marks.shown
        over_and_over = " over and over" if self._marks.looping else ""
        part = f", range {span(shown)}{over_and_over}" if shown is not None else ""
        self.setAccessibleDescription(
            f"{time_code(self._position_s)} of {length(self._content.duration_s)}{part}"
        )

    def _repaint_all(self) -> None:
        self._still = None
        self.update()
