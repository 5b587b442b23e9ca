"""The timeline: what the hand does there, by the video's cuts and motion and the track under them."""

# ruff: noqa: N802 - Qt names what is overridden

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from tivm_desktop.gui.language import tr
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.timeline_still import areas
from tivm_desktop.gui.timeline_view import TimelineView
from tivm_desktop.gui.timeline_words import drag_words


class Timeline(TimelineView):
    """A drag scrubs, letting go seeks; a drag of the waveform moves the track, one of a handle the range."""

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
        super().__init__(themes, parent)
        self._scrubbing = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.valueChanged.connect(lambda second: self.seek_requested.emit(float(second)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Scrub from where the main button goes down, or take hold of the range's handle there."""
        if event.button() != Qt.MouseButton.LeftButton or self._content.duration_s <= 0:
            return
        if self._handles.grab(event.position()):
            return
        if self._over_track(event.position()):
            self._track.press(event.position().x())
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            self._scrubbing = True
            self.scrub_requested.emit(self.time_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scrub along with a drag, or move the handle that is held."""
        if self._handles.holding:
            cuts_s = self._content.picture.cuts_s.tolist() if self._content.picture is not None else []
            self._handles.drag_to(event.position().x(), [*cuts_s, self._position_s])
            self.update()
        elif self._track.held:
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
        elif self._track.held:
            self._let_track_go(event.position())
        elif self._handles.holding:
            made = self._handles.let_go()
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
            event.ignore()
        else:
            self.seek_requested.emit(min(max(self._position_s + step, 0.0), self._content.duration_s))

    def _over_track(self, point: QPointF) -> bool:
        return self._track.present and point.y() >= areas(self.size()).wave.top()

    def _drag_track(self, event: QMouseEvent) -> None:
        import numpy as np

        picture = self._content.picture
        cuts_s = np.zeros(0) if picture is None else picture.cuts_s.astype(np.float64)
        turned_round = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        placement_s = self._track.drag_to(
            event.position().x(), self._content.duration_s, cuts_s, turned_round=turned_round
        )
        self.update()
        if placement_s is not None:
            self.track_dragged.emit(placement_s)

    def _let_track_go(self, point: QPointF) -> None:
        placement_s = self._track.let_go()
        self._say_what_a_drag_would_do(point)
        self.update()
        if placement_s is None:
            self.seek_requested.emit(self.time_at(point.x()))
        else:
            self.track_dropped.emit(placement_s)

    def _say_what_a_drag_would_do(self, point: QPointF) -> None:
        if self._handles.edge_at(point) is not None:
            self.setCursor(Qt.CursorShape.SizeHorCursor)
            self.setToolTip(tr("Drag to move this end of the range"))
        elif self._over_track(point):
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            self.setToolTip(drag_words(snapping=self._track.snapping))
        else:
            self.setCursor(Qt.CursorShape.ArrowCursor)
            self.setToolTip("")
