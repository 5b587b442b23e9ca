"""Page "Library": which folders, and when they are listened to."""

from dataclasses import replace

from PySide6.QtWidgets import QSpinBox

from tivm_desktop.domain.indexing import IndexPace
from tivm_desktop.gui.controls import push_button
from tivm_desktop.gui.folders_words import named
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.pace_popover import most_workers
from tivm_desktop.gui.settings_page import SettingsPage
from tivm_desktop.gui.settings_scope import Scope


class LibraryPage(SettingsPage):
    """The pace belongs to `IndexControl`: the popover in the status line and this page show the same."""

    def __init__(self, scope: Scope) -> None:
        super().__init__(tr("Library"))
        self._scope = scope
        self._index = scope.window.library.index
        folders = self.section(tr("Music folders"))
        self._folders = folders.line(tone="plain")
        folders.line(tr("Music is read, never changed, moved or uploaded."), "caption")
        change = push_button(tr("Music folders…"), tr("Show, add and remove music folders"))
        change.clicked.connect(self._open_folders)
        again = push_button(tr("Look again"), tr("Look again at what the folders hold"), "quiet")
        again.clicked.connect(scope.window.library.folders.rescan)
        folders.buttons(change, again)
        scope.engine.marshal.library_moved.connect(self._show_folders)
        listening = self.section(tr("Listening to the library"), lambda: self._index.set_pace(IndexPace()))
        self._idle = listening.check(
            tr("Only while I am not at the machine"),
            tr(
                "Tracks are listened to while neither mouse nor keyboard is used. What you play, and tracks "
                "on the screen, always go first."
            ),
        )
        self._battery = listening.check(
            tr("Wait while on battery"), tr("Goes on by itself when the machine is plugged in again.")
        )
        self._workers = QSpinBox()
        self._workers.setRange(1, most_workers())
        listening.row(
            tr("Tracks listened to at the same time"),
            tr("More is sooner done and leaves less of the processor to other programs."),
            self._workers,
        )
        pace = self._index
        self._idle.clicked.connect(lambda on: pace.set_pace(replace(pace.pace, only_when_idle=on)))
        self._battery.clicked.connect(lambda on: pace.set_pace(replace(pace.pace, wait_on_battery=on)))
        self._workers.valueChanged.connect(lambda count: pace.set_pace(replace(pace.pace, workers=count)))
        pace.pace_changed.connect(self._show)
        self._show()

    def shown(self) -> None:
        """Show how things stand."""
        super().shown()
        self._show()

    def _open_folders(self) -> None:
        self._scope.window.activateWindow()
        self._scope.window.library.folders.open()

    def _show(self) -> None:
        pace = self._index.pace
        self._idle.setChecked(pace.only_when_idle)
        self._battery.setChecked(pace.wait_on_battery)
        self._workers.blockSignals(True)
        self._workers.setValue(pace.workers)
        self._workers.blockSignals(False)
        self._show_folders()

    def _show_folders(self) -> None:
        folders = self._scope.engine.library.folders
        self._folders.setText(f"{named(folders)}." if folders else tr("No folder yet."))
