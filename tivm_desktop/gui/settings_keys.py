"""Page "Keys": leads to the sheet where keys are found and changed."""

from tivm_desktop.gui.controls import push_button
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.settings_page import SettingsPage
from tivm_desktop.gui.settings_scope import Scope
from tivm_desktop.gui.wording import number


class KeysPage(SettingsPage):
    """Keys have one place, the sheet over the window."""

    def __init__(self, scope: Scope) -> None:
        super().__init__(tr("Keys"))
        self._scope = scope
        keys = self.section(tr("Keys"))
        keys.line(tr("Every command has a key, and every key can be changed: in the sheet that F1 opens."))
        self._own = keys.line(role="caption")
        sheet = push_button(tr("Show and change the keys"), tr("Show and change the keys"), "primary")
        sheet.clicked.connect(self._open)
        keys.buttons(sheet)
        scope.window.shortcuts.changed.connect(self._show)
        self._show()

    def _open(self) -> None:
        window = self._scope.window
        window.activateWindow()
        if window.help.sheet is None or not window.help.sheet.isVisible():
            window.help.toggle()

    def _show(self) -> None:
        shortcuts = self._scope.window.shortcuts
        own = sum(shortcuts.is_own(command.name) for command in shortcuts.commands)
        changed = (
            tr("{total} commands, {count} of them with keys of your own.")
            if own
            else tr("{total} commands, all with the keys they came with.")
        )
        self._own.setText(changed.format(total=number(len(shortcuts.commands)), count=number(own)))
