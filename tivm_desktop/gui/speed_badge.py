"""Says how fast it plays: 2×, or −1× for backwards."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from tivm_desktop.gui.controls import IconLabel, label
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.wording import number


class SpeedBadge(QWidget):
    """A picture of the direction and a number; hidden at the normal speed."""

    def __init__(self, icons: Icons, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._back = IconLabel(icons, themes, "shuttle-back", "accent", 16)
        self._on = IconLabel(icons, themes, "shuttle-forward", "accent", 16)
        self._text = label("", "timecode", "accent")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part in (self._back, self._on, self._text):
            row.addWidget(part)
        row.addStretch()
        self.hide()

    def text(self) -> str:
        """Return what is said; empty at the normal speed."""
        return "" if self.isHidden() else self._text.text()

    def show_speed(self, speed: float) -> None:
        """Show a speed: seconds of the video in one second of playing, negative: backwards."""
        written = number(speed, 0 if speed == round(speed) else 1)
        self._text.setText(f"{written}×")
        self.setAccessibleName(tr("Speed {speed}").format(speed=written))
        self._back.setVisible(speed < 0)
        self._on.setVisible(speed > 0)
        self.setVisible(speed != 1.0)
