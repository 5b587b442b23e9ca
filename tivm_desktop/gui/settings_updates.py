"""Page "Privacy & updates": what stays here, which is everything, and how the user asks for updates."""

from PySide6.QtCore import QUrl

from tivm_desktop.gui.controls import push_button
from tivm_desktop.gui.settings_page import SettingsPage
from tivm_desktop.gui.settings_scope import Scope
from tivm_desktop.gui.settings_values import is_weekly, keep_weekly

NOWHERE = (
    "This build doesn't know where updates are published, so it can't look for any. "
    "Whoever gave it to you can tell."
)


class UpdatesPage(SettingsPage):
    """Nothing here is on unless the user switched it on."""

    def __init__(self, scope: Scope) -> None:
        super().__init__("Privacy & updates")
        self._scope = scope
        build = scope.build()
        privacy = self.section("Privacy")
        privacy.line(
            "Videos, music, ratings and notes stay on this computer. There is no account, nothing is "
            "uploaded, and nobody counts what you do.",
            tone="plain",
        )
        privacy.line(
            "The program goes online only when you press a button that says so, or tick a box that does. "
            "A log of what it did lies in its folder, and goes nowhere.",
            "caption",
        )
        self._updates = scope.updates() if build.releases else None
        updates = self.section(
            "Updates", (lambda: self._keep(on=False)) if self._updates is not None else None
        )
        updates.line(f"This is TIVM Desktop {build.version}.", tone="plain")
        if self._updates is None:
            updates.line(NOWHERE, "caption")
            return
        host = QUrl(build.releases).host()
        updates.line(
            f"Asked for is one small file of {host}, which learns this version's number and nothing else "
            "from the program. Nothing is downloaded or installed: a page tells of what is new.",
            "caption",
        )
        self._look = push_button("Check for updates", "Check for updates")
        self._look.clicked.connect(lambda: scope.updates().look(asked=True))
        self._page = push_button("Open page", "Open the page of the update in the browser", "quiet")
        self._page.clicked.connect(self._updates.open_page)
        updates.buttons(self._look, self._page)
        self._outcome = updates.line(tone="plain")
        self._notes = updates.line(role="caption")
        self._weekly = updates.check(
            "Look for updates when the program starts, once a week",
            "Off unless you switch it on. An update is told in one line, with a button to its page.",
        )
        self._weekly.clicked.connect(lambda on: self._keep(on=on))
        self._updates.changed.connect(self._show)
        self._show()

    def _keep(self, *, on: bool) -> None:
        keep_weekly(self._scope.settings, on=on)
        self._show()

    def _show(self) -> None:
        if self._updates is None:
            return
        self._weekly.setChecked(is_weekly(self._scope.settings))
        self._look.setEnabled(not self._updates.looking)
        self._outcome.setText(self._updates.sentence)
        self._outcome.setVisible(bool(self._updates.sentence))
        found = self._updates.found
        self._notes.setText("" if found is None else found.notes)
        self._notes.setVisible(bool(self._notes.text()))
        self._page.setVisible(found is not None)
