"""How a track leaves the window, joined: the row's menu, clipboard, file manager, export."""

from PySide6.QtWidgets import QWidget

from tivm_desktop.gui.carry_control import CarryControl
from tivm_desktop.gui.engine import Engine
from tivm_desktop.gui.export_bar import ExportBar
from tivm_desktop.gui.export_control import ExportControl
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.settings import Settings
from tivm_desktop.gui.shortcuts import Shortcuts
from tivm_desktop.gui.status_bar import StatusBar
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.track_menu import TrackMenu
from tivm_desktop.gui.track_view import TrackView


class Carry:
    """Makes the parts; keep it as long as the window lives."""

    def __init__(
        self,
        engine: Engine,
        view: TrackView,
        status: StatusBar,
        settings: Settings,
        shortcuts: Shortcuts,
        icons: Icons,
        themes: Themes,
        window: QWidget,
    ) -> None:
        self.menu = TrackMenu(view, shortcuts)
        """The menu of the list's rows; features add entries."""
        self.menu.add("Play", view.chosen.emit)
        self.bar = ExportBar(icons, themes)
        """What the status line says of exports."""
        status.add(self.bar)
        self._clipboard = CarryControl(engine, self.menu, shortcuts, status.say, window)
        self.menu.add_separator()
        self._exports = ExportControl(
            engine, self.menu, self.bar, settings, shortcuts, self._clipboard.show_file, window
        )

    def close(self) -> None:
        """Give up exports that are not done."""
        self._exports.close()
