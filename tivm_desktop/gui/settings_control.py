"""Ctrl+, and the gear: the settings window, imported and made when it is first asked for."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from tivm_desktop.bundle import Build, build
from tivm_desktop.gui.engine import Engine
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.settings import Settings
from tivm_desktop.gui.settings_scope import Scope
from tivm_desktop.gui.settings_values import looks_by_itself, today
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.window import MainWindow
from tivm_desktop.library.profile import Profile

if TYPE_CHECKING:
    from tivm_desktop.gui.settings_window import SettingsWindow
    from tivm_desktop.gui.update_control import UpdateControl

_SETTLED_MS = 4000


class SettingsControl(QObject):
    """Opens the settings over nothing: the video plays on, and every change holds at once."""

    def __init__(
        self,
        window: MainWindow,
        engine: Engine,
        settings: Settings,
        themes: Themes,
        icons: Icons,
        profile: Profile,
        build: Callable[[], Build] = build,
        settled_ms: int = _SETTLED_MS,
    ) -> None:
        """Bind the keys; make nothing yet.

        Args:
            window: the window that the settings belong to.
            engine: the engine behind it.
            settings: where choices are kept.
            themes: owns which theme there is.
            icons: draws them.
            profile: whose folders are shown.
            build: says which build this is.
            settled_ms: so long after the first paint updates are looked for, where the user wants that.
        """
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._provider = self._pack = ""
        self._updates: UpdateControl | None = None
        self.opened: SettingsWindow | None = None
        self.scope = Scope(
            window,
            engine,
            settings,
            themes,
            icons,
            profile,
            build,
            lambda: self._provider,
            lambda: self._pack,
            self._updating,
            self.open,
        )
        engine.marshal.provider_named.connect(self._note_provider)
        engine.pack_named.connect(self._note_pack)
        window.top.settings_asked.connect(self.open)
        window.help.about_asked.connect(lambda: self.open("about"))
        add = window.shortcuts.add
        add("window.settings", "Window", tr("Settings"), "Ctrl+,", self.open)
        add("window.about", "Window", tr("About TIVM Desktop"), "", lambda: self.open("about"))
        if looks_by_itself(settings, today()):
            window.usable.connect(lambda: QTimer.singleShot(settled_ms, self, self._look_for_updates))

    def open(self, page: str = "") -> None:
        """Open the settings, or bring them to the front.

        Args:
            page: name of a page, "about" for instance; the one that was shown last if empty.
        """
        if self.opened is None:
            from tivm_desktop.gui.settings_window import SettingsWindow

            self.opened = SettingsWindow(self.scope)
        self.opened.show_page(page)

    def _updating(self) -> "UpdateControl":
        if self._updates is None:
            from tivm_desktop.gui.update_control import UpdateControl

            marshal, message = self.scope.engine.marshal, self._window.message
            self._updates = UpdateControl(self.scope.build(), marshal, self._settings, message, self)
        return self._updates

    def _look_for_updates(self) -> None:
        self._updating().look(asked=False)

    def _note_provider(self, name: str) -> None:
        self._provider = name

    def _note_pack(self, name: str) -> None:
        self._pack = name
