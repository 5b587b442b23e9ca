"""The sound device in use, and the menu of those that can be chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from tivm_desktop.gui.controls import show_tip
from tivm_desktop.gui.language import tr, tr_noop
from tivm_desktop.gui.typography import font

SILENT = tr_noop("No sound device: playing silently")
SYSTEM_DEFAULT = tr_noop("System default")
LOOK_AGAIN = tr_noop("Look for devices again")
_WIDEST = 260


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
        self.setAccessibleName(tr("Sound device"))
        self.setProperty("kind", "quiet")
        self.setFont(font("caption"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        show_tip(self, tr("Choose what sound plays on"))
        self.menu_of_devices = QMenu(self)
        self.menu_of_devices.setAccessibleName(tr("Sound devices"))
        self.clicked.connect(self.open_menu)

    def show_device(self, device: str | None) -> None:
        """Name the device that plays, None where none does."""
        if device:
            self._says = tr("Sound: {device}").format(device=device)
            name = tr("Sound device: {device}").format(device=device)
            tip = tr("Choose what sound plays on. Now: {device}").format(device=device)
        else:
            self._says = name = tr(SILENT)
            tip = tr("Choose what sound plays on")
        self.setText(self.fontMetrics().elidedText(self._says, Qt.TextElideMode.ElideMiddle, _WIDEST))
        self.setAccessibleName(name)
        show_tip(self, tip)

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
        self._add(group, tr(SYSTEM_DEFAULT), None)
        menu.addSeparator()
        for name in self._outputs:
            self._add(group, name, name)
        if self._output is not None and self._output not in self._outputs:
            self._add(group, missing_words(self._output), self._output).setEnabled(False)
        menu.addSeparator()
        menu.addAction(tr(LOOK_AGAIN)).triggered.connect(self.look_again)

    def _add(self, group: QActionGroup, text: str, name: str | None) -> QAction:
        action = self.menu_of_devices.addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(name == self._output)
        action.triggered.connect(lambda: self.chosen.emit(name))
        group.addAction(action)
        return action


def missing_words(device: str) -> str:
    """Name a chosen device that isn't there."""
    return tr("{device} (not there)").format(device=device)
