"""How a track leaves the window, joined: the row's menu, clipboard, file manager, export."""

from tivm_desktop.gui.carry_control import CarryControl
from tivm_desktop.gui.desk import Desk
from tivm_desktop.gui.export_bar import ExportBar
from tivm_desktop.gui.export_control import ExportControl
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.track_menu import TrackMenu
from tivm_desktop.gui.track_view import TrackView


class Carry:
    """Makes the parts; keep it as long as the window lives."""

    def __init__(self, desk: Desk, view: TrackView) -> None:
        self.menu = TrackMenu(view, desk.shortcuts)
        """The menu of the list's rows; features add entries."""
        self.menu.add(tr("Play"), view.chosen.emit)
        self.bar = ExportBar(desk.icons, desk.themes)
        """What the status line says of exports."""
        desk.status.add(self.bar)
        clipboard = CarryControl(desk, self.menu)
        self.menu.add_separator()
        self._exports = ExportControl(desk, self.menu, self.bar, clipboard.show_file)

    def close(self) -> None:
        """Give up exports that are not done."""
        self._exports.close()
