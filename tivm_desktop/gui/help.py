"""F1: the sheet with all keys, made when it is first asked for."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.shortcuts import Shortcuts
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.top_bar import TopBar


class Help(QObject):
    """Opens the sheet over the window and puts it away."""

    def __init__(
        self, icons: Icons, themes: Themes, top: TopBar, shortcuts: Shortcuts, window: QWidget
    ) -> None:
        super().__init__(window)

    def put_away(self) -> bool:
        """Close the sheet; tell whether it was open."""
        return False
