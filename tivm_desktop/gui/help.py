"""F1: the sheet with all keys, made when it is first asked for."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from tivm_desktop.gui.desk import Desk
from tivm_desktop.gui.help_sheet import HelpSheet
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.top_bar import TopBar


class Help(QObject):
    """Opens the sheet over the window and puts it away; the focus comes back to where it was."""

    about_asked = Signal()
    """What the program is was asked for in the sheet, which is put away."""
    demo_asked = Signal()
    """The demo was asked for in the sheet, which is put away."""

    def __init__(self, desk: Desk, top: TopBar) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._before: QWidget | None = None
        self.sheet: HelpSheet | None = None
        says = tr("Show and change the keys")
        desk.shortcuts.add("help.keys", "Window", says, ("F1", "?"), self.toggle)
        top.help_asked.connect(self.toggle)

    def toggle(self) -> None:
        """Open the sheet, or put it away."""
        if self.put_away():
            return
        if self.sheet is None:
            desk = self._desk
            self.sheet = HelpSheet(desk.shortcuts, desk.icons, desk.themes, desk.window)
            self.sheet.closed.connect(self.put_away)
            self.sheet.about_asked.connect(self._leave_for_about)
            self.sheet.demo_asked.connect(self._leave_for_demo)
        self._before = QApplication.focusWidget()
        self.sheet.open()

    def put_away(self) -> bool:
        """Close the sheet; tell whether it was open."""
        if self.sheet is None or not self.sheet.isVisible():
            return False
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None
        self.sheet.hide()
        return True

    def _leave_for_about(self) -> None:
        self.put_away()
        self.about_asked.emit()

    def _leave_for_demo(self) -> None:
        self.put_away()
        self.demo_asked.emit()
