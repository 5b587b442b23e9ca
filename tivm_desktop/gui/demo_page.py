"""What the window says while the demo is being made."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from tivm_desktop.gui.controls import IconLabel, label, push_button
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.theme import Themes

_BAR_PX = 260
_STEPS = 1000


class DemoPage(QWidget):
    """How far it is, and a way out."""

    cancelled = Signal()

    def __init__(self, icons: Icons, themes: Themes) -> None:
        super().__init__()
        self._picture = IconLabel(icons, themes, "film", "accent", 48)
        heading = label(tr("Making the demo"), "display")
        says = label(
            tr(
                "A short film is drawn and eight tracks are played, all on this computer. "
                "It starts in a moment."
            ),
            "body",
            "dim",
        )
        says.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(tr("Making the demo"))
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(_BAR_PX)
        self.cancel = push_button(tr("Cancel"), tr("Cancel making the demo"), "quiet")
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for line in (self._picture, heading, says):
            line.setAlignment(middle)
            column.addWidget(line)
        column.addSpacing(16)
        column.addWidget(self.bar, alignment=middle)
        column.addSpacing(8)
        column.addWidget(self.cancel, alignment=middle)
        self.cancel.clicked.connect(self.cancelled)

    def set_roomy(self, *, roomy: bool) -> None:
        """Take the room there is, or as little as will do."""
        self._picture.setVisible(roomy)

    def show_progress(self, part: float) -> None:
        """Show how much is done, 0..1."""
        self.bar.setValue(round(min(max(part, 0.0), 1.0) * _STEPS))
