"""Page "General": how the program looks and speaks, and how it begins."""

from tivm_desktop.gui.choice_box import ChoiceBox
from tivm_desktop.gui.language import tr, tr_noop
from tivm_desktop.gui.settings_page import SettingsPage
from tivm_desktop.gui.settings_scope import Scope
from tivm_desktop.gui.settings_values import is_continued, keep_continued, keep_language, kept_language
from tivm_desktop.gui.theme import theme_choice

_THEMES = {tr_noop("Dark"): "dark", tr_noop("Light"): "light", tr_noop("Like the desktop"): "auto"}
_LANGUAGES = {"English": "en", "Deutsch": "de", "Français": "fr"}
"""Each in its own words, for whoever doesn't read the one that is spoken."""


class GeneralPage(SettingsPage):
    """The theme belongs to `Themes`: the button in the top bar and this page show the same."""

    def __init__(self, scope: Scope) -> None:
        super().__init__(tr("General"))
        self._scope = scope
        self._theme, self._language = ChoiceBox(), ChoiceBox()
        self._add_looks()
        start = self.section(tr("Start"), lambda: self._keep_continue(on=False))
        self._continue = start.check(
            tr("Open again what was open last"),
            tr(
                "The video comes back with its position, its range and the track under it, held until you "
                "play. Without this the empty window offers it, at one press."
            ),
        )
        self._continue.clicked.connect(lambda on: self._keep_continue(on=on))
        self._show()

    def shown(self) -> None:
        """Show how things stand."""
        super().shown()
        self._show()

    def _add_looks(self) -> None:
        looks = self.section(tr("Appearance"), self._reset_looks)
        for words, theme in _THEMES.items():
            self._theme.addItem(tr(words), theme)
        looks.row(
            tr("Theme"),
            tr("Colours of all windows. The button in the top bar changes them too."),
            self._theme,
        )
        self._theme.activated.connect(lambda: self._choose_theme(self._theme.currentData()))
        self._scope.themes.changed.connect(self._show)
        self._language.addItem(tr("System", "the language of the system"), "")
        for name, code in _LANGUAGES.items():
            self._language.addItem(name, code)
        looks.row(
            tr("Language"),
            tr("What the windows are written in. Holds from the next start on."),
            self._language,
        )
        self._language.activated.connect(lambda: self._choose_language(self._language.currentData()))

    def _reset_looks(self) -> None:
        self._choose_theme("dark")
        self._choose_language("")

    def _choose_theme(self, choice: str) -> None:
        self._scope.themes.choose(theme_choice(choice))
        self._scope.settings.remember_theme(choice)

    def _choose_language(self, code: str) -> None:
        keep_language(self._scope.settings, code)
        self._show()

    def _keep_continue(self, *, on: bool) -> None:
        keep_continued(self._scope.settings, on=on)
        self._show()

    def _show(self) -> None:
        settings = self._scope.settings
        self._theme.setCurrentIndex(self._theme.findData(self._scope.themes.choice))
        self._language.setCurrentIndex(max(self._language.findData(kept_language(settings)), 0))
        self._continue.setChecked(is_continued(settings))
