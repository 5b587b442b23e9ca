"""Tags of one's own and a note, written beside a track's row."""

# ruff: noqa: N802 - Qt names what is overridden

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from tivm_desktop.domain.marks import Marks
from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.gui.controls import ElidedLabel, label
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.marks_words import tags_of
from tivm_desktop.gui.popover import Popover
from tivm_desktop.gui.typography import font

_WIDTH = 340
_NOTE_PX = 84


class MarksEditor(Popover):
    """Keeps what is written as soon as it closes, however it closes; nothing has to be confirmed."""

    written = Signal(object, object)
    """(Suggestion, `Marks`): what is said of the track now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, tr("Tags and note"), _WIDTH)
        self._track: Suggestion | None = None
        self._title = ElidedLabel("strong")
        self.tags = QLineEdit()
        self.tags.setPlaceholderText(tr("Tags, with commas between them"))
        self.tags.setAccessibleName(tr("Tags of your own, with commas between them"))
        self.note = QPlainTextEdit()
        self.note.setPlaceholderText(tr("A note"))
        self.note.setAccessibleName(tr("Note", "what somebody wrote of a track"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(_NOTE_PX)
        self.note.installEventFilter(self)
        for field in (self.tags, self.note):
            field.setFont(font("body"))
        column = QVBoxLayout(self.ground)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for part in (self._title, self.tags, self.note):
            column.addWidget(part)
        column.addWidget(label(tr("Kept with the track, wherever its file goes."), "caption", "faint"))
        self.tags.returnPressed.connect(self.close)

    def show_track(self, track: Suggestion) -> None:
        """Show what is said of a track."""
        self._track = track
        self._title.show_text(track.title)
        self.tags.setText(", ".join(track.marks.tags))
        self.note.setPlainText(track.marks.notes)

    def first_control(self) -> QWidget | None:
        """Begin with the tags."""
        return self.tags

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close with Ctrl+Enter in the note, where Enter begins another line."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.close()
                return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Hand over what was written."""
        super().hideEvent(event)
        track, self._track = self._track, None
        if track is None:
            return
        marks: Marks = replace(
            track.marks, tags=tags_of(self.tags.text()), notes=self.note.toPlainText().strip()
        )
        if marks != track.marks:
            self.written.emit(track, marks)
