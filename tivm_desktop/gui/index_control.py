"""Listening to the library: its line in the status bar, pause, and the pace, which is remembered."""

from PySide6.QtCore import QObject, Signal

from tivm_desktop.domain.indexing import IndexPace
from tivm_desktop.gui.desk import Desk
from tivm_desktop.gui.index_bar import IndexBar
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.pace_popover import PacePopover
from tivm_desktop.gui.settings import Settings

_GROUP = "Window"
_IDLE, _BATTERY, _WORKERS = "library/only_when_idle", "library/wait_on_battery", "library/workers"


class IndexControl(QObject):
    """Joins the line, the popover, the engine and the settings."""

    pace_changed = Signal(object)
    """`IndexPace`"""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._engine = engine = desk.engine
        self._status = desk.status
        self._settings = desk.settings
        self._held = False
        self.pace = _kept(desk.settings)
        self.bar = IndexBar(desk.icons, desk.themes)
        desk.status.add(self.bar)
        self.popover = PacePopover(desk.window)
        self.bar.pause_toggled.connect(self.toggle_pause)
        self.bar.pace_asked.connect(self.open)
        self.popover.chosen.connect(self.set_pace)
        engine.marshal.library_moved.connect(self.bar.show_status)
        add = desk.shortcuts.add
        add(
            "library.pause",
            _GROUP,
            tr("Pause listening to the library, or go on"),
            "Ctrl+P",
            self.toggle_pause,
        )
        add("library.pace", _GROUP, tr("When the library is listened to"), "Ctrl+Shift+P", self.open)
        self.popover.show_pace(self.pace)
        if self.pace != IndexPace():
            engine.library.set_pace(self.pace)

    def toggle_pause(self) -> None:
        """Listen to no more tracks for now, or go on."""
        self._held = not self._held
        self._engine.library.hold_indexing(held=self._held)
        self._status.say(tr("Listening to the library is paused") if self._held else tr("Listening goes on"))

    def set_pace(self, pace: IndexPace) -> None:
        """Listen with so many workers, and only when it says."""
        self.pace = pace
        self._settings.remember(_IDLE, "yes" if pace.only_when_idle else "")
        self._settings.remember(_BATTERY, "yes" if pace.wait_on_battery else "")
        self._settings.remember(_WORKERS, str(pace.workers))
        self.popover.show_pace(pace)
        self._engine.library.set_pace(pace)
        self.pace_changed.emit(pace)

    def open(self) -> None:
        """Open what the pace is set with."""
        self.popover.open_above(self._status if self.bar.isHidden() else self.bar.more)


def _kept(settings: Settings) -> IndexPace:
    workers = settings.text(_WORKERS)
    return IndexPace(
        workers=max(int(workers), 1) if workers.isdecimal() else IndexPace().workers,
        only_when_idle=bool(settings.text(_IDLE)),
        wait_on_battery=bool(settings.text(_BATTERY)),
    )
