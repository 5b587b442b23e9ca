"""The list of ranked tracks: choosing, stepping, dragging out, and holding still."""

# ruff: noqa: N802 - Qt names what is overridden

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QPersistentModelIndex, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QCursor, QDrag, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.gui.anchor import anchored_scroll
from tivm_desktop.gui.carry_drag import GRIP, drag_picture
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.lingering import Lingering
from tivm_desktop.gui.row_marks import Pressed, mark_at
from tivm_desktop.gui.row_places import row_px
from tivm_desktop.gui.settling import REST_MS, Settling
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.track_delegate import TrackDelegate
from tivm_desktop.gui.track_model import TrackModel

_STEPS = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}


class TrackView(QListView):
    """Shows a `TrackModel`; a new order never moves the row under the pointer."""

    chosen = Signal(object)
    """A suggestion was clicked or confirmed with Enter."""
    stepped = Signal(object)
    """A suggestion was reached with the arrow keys."""
    settled = Signal()
    """The order that was offered last is shown."""
    lingered = Signal(object)
    """The pointer stays over the row of this suggestion; None: over none any more."""
    mark_pressed = Signal(object, object)
    """(suggestion, `Pressed`): one of the marks in a row was clicked."""
    scrolled = Signal()
    """Other rows may be on the screen."""

    def __init__(
        self, model: TrackModel, themes: Themes, parent: QWidget | None = None, rest_ms: int = REST_MS
    ) -> None:
        super().__init__(parent)
        self.settling = Settling(self, rest_ms)
        self._tracks = model
        self._on_mark = False
        self._themes = themes
        self._lingering = Lingering(self)
        self._lingering.stayed.connect(self._tell_lingering)
        self.setModel(model)
        self.setItemDelegate(TrackDelegate(themes, self))
        self.setAccessibleName(tr("Ranked tracks"))
        self.setAccessibleDescription(tr("Enter or a click plays a track under the video."))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self._row_px = row_px()
        self.verticalScrollBar().setSingleStep(self._row_px // 2)
        self.clicked.connect(lambda index: self._speak(self.chosen, index.row()))
        self.settling.free.connect(self._settle)
        self.settling.answered.connect(self._settle_at_top)
        self.settling.rested.connect(self._settle_under_pointer)
        themes.changed.connect(self._repaint)
        self.verticalScrollBar().valueChanged.connect(self.scrolled)

    def offer(self, order: Sequence[Suggestion]) -> None:
        """Show a new order as soon as nobody's hand is on the list, or at once where it is an answer."""
        self.settling.offer(order, first=self._tracks.rowCount() == 0)

    def step(self, rows: int) -> None:
        """Go `rows` up (negative) or down, as the arrow keys do."""
        row = min(max(self.currentIndex().row() + rows, 0), self._tracks.rowCount() - 1)
        if row >= 0:
            self.setCurrentIndex(self._tracks.index(row))
            self._speak(self.stepped, row)

    def go_to(self, path: Path, *, hold_still: bool = False) -> None:
        """Make the row of `path` the current one, if it is shown; nothing is played.

        The list scrolls there, unless it is to hold still under the user's hand.
        """
        row = self._tracks.row_of(path)
        if row >= 0:
            self.setAutoScroll(not hold_still)
            self.setCurrentIndex(self._tracks.index(row))
            self.setAutoScroll(True)

    def current(self) -> Suggestion | None:
        """Return what is in the current row."""
        return self._tracks.suggestion(self.currentIndex().row())

    def current_path(self) -> Path | None:
        """Return the file of the current row."""
        shown = self.current()
        return shown.path if shown is not None else None

    def in_view(self) -> Sequence[Path]:
        """Return the files of the rows on the screen, top to bottom."""
        top = self.verticalScrollBar().value() // self._row_px
        last = top + self.viewport().height() // self._row_px + 1
        shown = (self._tracks.suggestion(row) for row in range(top, last + 1))
        return [suggestion.path for suggestion in shown if suggestion is not None]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the arrows, choose with Enter."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._speak(self.chosen, self.currentIndex().row())
            return
        before = self.currentIndex().row()
        super().keyPressEvent(event)
        if key in _STEPS:
            self.settling.touched()
            if self.currentIndex().row() != before:
                self._speak(self.stepped, self.currentIndex().row())

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell `settling` where the pointer is, and `lingered` where it stays."""
        match event.type():
            case QEvent.Type.Enter | QEvent.Type.HoverEnter:
                self.settling.entered()
            case QEvent.Type.Leave | QEvent.Type.HoverLeave:
                self.settling.left()
                self._look_under(None)
            case QEvent.Type.MouseMove | QEvent.Type.MouseButtonPress | QEvent.Type.Wheel:
                self.settling.entered()
                if isinstance(event, QMouseEvent):
                    self._look_under(event.position().toPoint())
        return super().viewportEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Take the current track out as a file, for a copy; what plays goes on."""
        del actions
        shown = self._tracks.suggestion(self.currentIndex().row())
        if shown is None:
            return
        drag = QDrag(self)
        drag.setMimeData(self._tracks.mimeData([self.currentIndex()]))
        drag.setPixmap(drag_picture(self._themes.current, shown.title, self.devicePixelRatioF()))
        drag.setHotSpot(GRIP)
        drag.exec(Qt.DropAction.CopyAction)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that other rows may be on the screen."""
        super().resizeEvent(event)
        self.scrolled.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A mark in a row is changed by a click, and nothing is chosen."""
        point = event.position().toPoint()
        shown, mark = self._tracks.suggestion(self.indexAt(point).row()), self._mark_at(point)
        if event.button() == Qt.MouseButton.LeftButton and shown is not None and mark is not None:
            self._on_mark = True
            self.mark_pressed.emit(shown, mark)
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Only the main button chooses."""
        if self._on_mark:
            self._on_mark = False
        elif event.button() == Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)

    def _mark_at(self, point: QPoint) -> Pressed | None:
        place = self.visualRect(self.indexAt(point))
        place.setWidth(self.width())
        return mark_at(place, point)

    def _look_under(self, point: QPoint | None) -> None:
        shown = self._tracks.suggestion(self.indexAt(point).row()) if point is not None else None
        self._lingering.move_over(shown.path if shown is not None else None)

    def _tell_lingering(self, path: Path | None) -> None:
        self.lingered.emit(self._tracks.suggestion(self._tracks.row_of(path)) if path is not None else None)

    def _repaint(self) -> None:
        self.viewport().update()

    def _speak(self, signal: SignalInstance, row: int) -> None:
        shown = self._tracks.suggestion(row)
        if shown is not None:
            signal.emit(shown)

    def _settle_at_top(self, order: Sequence[Suggestion]) -> None:
        self._settle(order)
        self.scrollToTop()

    def _settle_under_pointer(self, order: Sequence[Suggestion]) -> None:
        point = self.viewport().mapFromGlobal(QCursor.pos())
        row = self.indexAt(point).row()
        if row < 0 or self._place_kept(row, order) is not None:
            self._settle(order, point)
        else:
            self.offer(order)

    def _settle(self, order: Sequence[Suggestion], point: QPoint | None = None) -> None:
        anchor = self._anchor(point)
        scroll = self._place_kept(anchor.row(), order) if anchor.isValid() else None
        fallback = self.verticalScrollBar().value()
        self._tracks.show(order)
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(fallback if scroll is None else scroll)
        self.settled.emit()

    def _anchor(self, point: QPoint | None) -> QPersistentModelIndex:
        """Choose the row that stays: under the pointer, else the current one if seen, else the first seen."""
        if point is not None and self.indexAt(point).isValid():
            return QPersistentModelIndex(self.indexAt(point))
        current = self.currentIndex()
        if current.isValid() and self.viewport().rect().intersects(self.visualRect(current)):
            return QPersistentModelIndex(current)
        if self.verticalScrollBar().value() > 0:
            return QPersistentModelIndex(self.indexAt(QPoint(1, 1)))
        return QPersistentModelIndex()

    def _place_kept(self, row: int, order: Sequence[Suggestion]) -> int | None:
        shown = self._tracks.suggestion(row)
        place = next((i for i, new in enumerate(order) if shown and new.path == shown.path), -1)
        if place < 0:
            return None
        index = self._tracks.index(row)
        return anchored_scroll(
            place, self.visualRect(index).top(), self._row_px, len(order), self.viewport().height()
        )
