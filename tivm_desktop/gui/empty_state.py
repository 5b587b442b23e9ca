"""What the window says before there is a video: what to do, and what will happen."""

# ruff: noqa: N802 - Qt names what is overridden

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tivm_desktop.gui.controls import IconLabel, label, push_button, stands_for
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.theme import Themes

_MARGIN = 24


class EmptyState(QWidget):
    """An invitation inside a dashed frame, with the one thing to do first."""

    open_video = Signal()
    continue_wanted = Signal()
    """What was open last is to be opened again."""

    def __init__(self, icons: Icons, themes: Themes) -> None:
        super().__init__()
        self._themes = themes
        self.setAccessibleName("Start")
        film = IconLabel(icons, themes, "film", "accent", 48)
        heading = label("Drop a video here", "display")
        says = label(
            "Your own music is ranked by how well it fits,\nand plays in time with the picture.",
            "body",
            "dim",
        )
        self.open_button = push_button("Open video…", "Open a video", "primary")
        stands_for(self.open_button, "file.open_video")
        steps = label("1  Drop the cut     2  Point at your music     3  Click a track to hear it", "caption")
        steps.setProperty("tone", "faint")
        for line in (film, heading, says, steps):
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch()
        buttons.addWidget(self.open_button)
        buttons.addStretch()
        self.continue_button = push_button("", "Continue", "quiet")
        self.continue_button.hide()
        self._continue_with = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN * 2, _MARGIN * 2, _MARGIN * 2, _MARGIN * 2)
        column.addStretch()
        for widget, gap in ((film, 16), (heading, 8), (says, 28)):
            column.addWidget(widget)
            column.addSpacing(gap)
        column.addLayout(buttons)
        column.addSpacing(8)
        column.addWidget(self.continue_button, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(32)
        column.addWidget(steps)
        column.addStretch()
        self.open_button.clicked.connect(self.open_video)
        self.continue_button.clicked.connect(self.continue_wanted)
        themes.changed.connect(self.update)

    def offer_continue(self, name: str) -> None:
        """Offer to open again what was open last; an empty name takes the offer back."""
        self._continue_with = name
        self.continue_button.setVisible(bool(name))
        self.continue_button.setAccessibleName(f"Continue with {name}")
        self._cut_name()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a long name inside the frame."""
        super().resizeEvent(event)
        self._cut_name()

    def _cut_name(self) -> None:
        words = f"Continue with {self._continue_with}"
        room = max(self.width() - 6 * _MARGIN, 80)
        mode = Qt.TextElideMode.ElideMiddle
        self.continue_button.setText(self.continue_button.fontMetrics().elidedText(words, mode, room))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame that says: here."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(self._themes.current.line_strong), 1.5)
        pen.setDashPattern([5, 5])
        painter.setPen(pen)
        painter.drawRoundedRect(self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN), 12, 12)
