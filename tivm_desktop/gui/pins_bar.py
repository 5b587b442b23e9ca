"""The two buttons of the list's heading that pin what is heard and flip between what is pinned."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tivm_desktop.gui.controls import IconButton, stands_for
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.theme import Themes


class PinsBar(QWidget):
    """Shows whether the track that is heard is pinned; decides nothing."""

    pin_toggled = Signal()
    flip_asked = Signal()

    def __init__(self, icons: Icons, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pin = IconButton(icons, themes, "pin", tr("Pin the track you hear"), size=18)
        self._pin.setCheckable(True)
        self._flip = IconButton(icons, themes, "flip", tr("Flip between A and B"), size=18)
        stands_for(self._pin, "compare.pin")
        stands_for(self._flip, "compare.flip")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._pin)
        row.addWidget(self._flip)
        self._pin.clicked.connect(self.pin_toggled)
        self._flip.clicked.connect(self.flip_asked)
        self.show_pin("")

    def show_pin(self, letter: str) -> None:
        """Show what the track that is heard is pinned as, if it is."""
        pinned = tr("Unpin {letter}, the track you hear").format(letter=letter)
        said = pinned if letter else tr("Pin the track you hear")
        self._pin.show_icon("pin", said)
        self._pin.setChecked(bool(letter))
        self._pin.show_on(on=bool(letter))
