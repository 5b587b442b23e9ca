"""Page "General": how the program looks, and how it begins."""

from typing import cast

from tivm_desktop.gui.choice_box import ChoiceBox
from tivm_desktop.gui.settings_page import SettingsPage
from tivm_desktop.gui.settings_scope import Scope
from tivm_desktop.gui.settings_values import is_continued, keep_continued
from tivm_desktop.gui.theme import ThemeChoice

_THEMES = {"Dark": "dark", "Light": "light", "Like the desktop": "auto"}


class GeneralPage(SettingsPage):
    """The theme belongs to `Themes`: the button in the top bar and this page show the same."""

    def __init__(self, scope: Scope) -> None:
        super().__init__("General")
        self._scope = scope
        looks = self.section("Appearance", lambda: self._choose("dark"))
        self._theme = ChoiceBox()
        for words, choice in _THEMES.items():
            self._theme.addItem(words, choice)
        looks.row("Theme", "Colours of all windows. The button in the top bar changes them too.", self._theme)
        self._theme.activated.connect(lambda: self._choose(self._theme.currentData()))
        scope.themes.changed.connect(self._show)
        start = self.section("Start", lambda: self._keep_continue(on=False))
        self._continue = start.check(
            "Open again what was open last",
            "The video comes back with its position, its range and the track under it, held until you play. "
            "Without this the empty window offers it, at one press.",
        )
        self._continue.clicked.connect(lambda on: self._keep_continue(on=on))
        self._show()

    def shown(self) -> None:
        """Show how things stand."""
        super().shown()
        self._show()

    def _choose(self, choice: str) -> None:
        self._scope.themes.choose(cast("ThemeChoice", choice))
        self._scope.settings.remember_theme(choice)

    def _keep_continue(self, *, on: bool) -> None:
        keep_continued(self._scope.settings, on=on)
        self._show()

    def _show(self) -> None:
        self._theme.setCurrentIndex(self._theme.findData(self._scope.themes.choice))
        self._continue.setChecked(is_continued(self._scope.settings))
