"""The sound device in use, and the menu of those that can be chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from tivm_desktop.gui.controls import show_tip
from tivm_desktop.gui.typography import font

SILENT = "No sound device: playing silently"
SYSTEM_DEFAULT = "System default"
LOOK_AGAIN = "Look for devices again"
_WIDEST = 260
_TIP = "Choose what sound plays on"


class OutputButton(QPushButton):
    """Names the sound device; pressed, it offers the others above itself."""

    chosen = Signal(object)
    """Name of the device to play on; None for the system's default."""
    look_again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._output: str | None = None
        self._outputs: tuple[str, ...] = ()
        self._says = ""
        self.setAccessibleName("Sound device")
        self.setProperty("kind", "quiet")
        self.setFont(font("caption"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        show_tip(self, _TIP)
        self.menu_of_devices = QMenu(self)
        self.menu_of_devices.setAccessibleName("Sound devices")
        self.clicked.connect(self.open_menu)

    def show_device(self, device: str | None) -> None:
        """Name the device that plays, None where none does."""
        self._says = f"Sound: {device}" if device else SILENT
        self.setText(self.fontMetrics().elidedText(self._says, Qt.TextElideMode.ElideMiddle, _WIDEST))
        self.setAccessibleName(f"Sound device: {device}" if device else SILENT)
        show_tip(self, f"{_TIP}. Now: {device}" if device else _TIP)

    def offer(self, output: str | None, outputs: Sequence[str]) -> None:
        """Offer `outputs` from the next opening of the menu on; `output` is the chosen one."""
        self._output, self._outputs = output, tuple(outputs)

    def whole_text(self) -> str:
        """Return what is said of the device."""
        return self._says

    def open_menu(self) -> None:
        """Open the menu above the button, ending where it ends."""
        self._fill()
        size = self.menu_of_devices.sizeHint()
        self.menu_of_devices.popup(self.mapToGlobal(QPoint(self.width() - size.width(), -size.height())))

    def _fill(self) -> None:
        menu = self.menu_of_devices
        menu.clear()
        group = QActionGroup(menu)
        self._add(group, SYSTEM_DEFAULT, None)
        menu.addSeparator()
        for name in self._outputs:
            self._add(group, name, name)
        if self._output is not None and self._output not in self._outputs:
            self._add(group, f"{self._output} (not there)", self._output).setEnabled(False)
        menu.addSeparator()
        menu.addAction(LOOK_AGAIN).triggered.connect(self.look_again)

    def _add(self, group: QActionGroup, text: str, name: str | None) -> QAction:
        action = self.menu_of_devices.addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(name == self._output)
        action.triggered.connect(lambda: self.chosen.emit(name))
        group.addAction(action)
        return action
