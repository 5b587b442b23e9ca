"""What the window says before there is a video: drop one, and what will happen."""

# ruff: noqa: N802 - Qt names what is overridden

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tivm_desktop.gui.controls import IconLabel, label, push_button, stands_for
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.theme import Themes

_NARROWEST_NAME_PX = 80
_SPACING, _CLOSE = 14, 6


class StartPage(QWidget):
    """The one thing to do first, and beside it what else could be."""

    open_asked = Signal()
    continue_asked = Signal()
    demo_asked = Signal()

    def __init__(self, icons: Icons, themes: Themes) -> None:
        super().__init__()
        self._continue_with = ""
        self._film = IconLabel(icons, themes, "film", "accent", 48)
        heading = label(tr("Drop a video here"), "display")
        says = label(
            tr("Your own music is ranked by how well it fits,\nand plays in time with the picture."),
            "body",
            "dim",
        )
        self.found = label("", "body", "accent")
        self.found.hide()
        self.open = push_button(tr("Open video…"), tr("Open a video"), "primary")
        stands_for(self.open, "file.open_video")
        self.go_on = push_button("", tr("Continue"), "quiet")
        self.go_on.hide()
        self.demo = push_button(
            tr("Try the demo"), tr("Try the demo"), "quiet", tr("A film and eight tracks made here")
        )
        self.demo.hide()
        self._steps = steps = label(
            tr("1  Drop the cut     2  Point at your music     3  Click a track to hear it"), "caption"
        )
        steps.setProperty("tone", "faint")
        middle = Qt.AlignmentFlag.AlignHCenter
        for line in (self._film, heading, says, self.found, steps):
            line.setAlignment(middle)
        for line in (says, self.found, steps):
            line.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for line in (self._film, heading, says, self.found):
            self._column.addWidget(line)
        for button in (self.open, self.go_on, self.demo):
            self._column.addWidget(button, alignment=middle)
        self._column.addWidget(steps)
        self.set_roomy(roomy=True)
        self.open.clicked.connect(self.open_asked)
        self.go_on.clicked.connect(self.continue_asked)
        self.demo.clicked.connect(self.demo_asked)

    def set_roomy(self, *, roomy: bool) -> None:
        """Take the room there is, or as little as will do."""
        self._film.setVisible(roomy)
        self._steps.setVisible(roomy)
        self._column.setSpacing(_SPACING if roomy else _CLOSE)

    def offer_continue(self, name: str) -> None:
        """Offer to open again what was open last; an empty name takes the offer back."""
        self._continue_with = name
        self.go_on.setVisible(bool(name))
        self.go_on.setAccessibleName(self._continue_words())
        self._cut_name()

    def offer_demo(self, *, offered: bool) -> None:
        """Offer the demo, or don't."""
        self.demo.setVisible(offered)

    def say_found(self, words: str) -> None:
        """Say what there is of music; nothing for an empty text."""
        self.found.setText(words)
        self.found.setVisible(bool(words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a long name inside the frame."""
        super().resizeEvent(event)
        self._cut_name()

    def _cut_name(self) -> None:
        room = max(self.width() - 40, _NARROWEST_NAME_PX)
        mode = Qt.TextElideMode.ElideMiddle
        self.go_on.setText(self.go_on.fontMetrics().elidedText(self._continue_words(), mode, room))

    def _continue_words(self) -> str:
        return tr("Continue with {name}").format(name=self._continue_with)
