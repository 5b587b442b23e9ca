"""Page "Privacy & updates": what stays here, which is everything, and how the user asks for updates."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl

from tivm_desktop.gui.controls import push_button
from tivm_desktop.gui.language import tr, tr_noop
from tivm_desktop.gui.settings_page import Section, SettingsPage
from tivm_desktop.gui.settings_scope import Scope
from tivm_desktop.gui.settings_values import is_weekly, keep_weekly

if TYPE_CHECKING:
    from tivm_desktop.gui.update_control import UpdateControl

NOWHERE = tr_noop(
    "This build doesn't know where updates are published, so it can't look for any. "
    "Whoever gave it to you can tell."
)


class UpdatesPage(SettingsPage):
    """Nothing here is on unless the user switched it on."""

    def __init__(self, scope: Scope) -> None:
        super().__init__(tr("Privacy & updates"))
        self._scope = scope
        build = scope.build()
        self._updates = scope.updates() if build.releases else None
        self._add_privacy()
        updates = self.section(
            tr("Updates"), (lambda: self._keep(on=False)) if self._updates is not None else None
        )
        updates.line(tr("This is TIVM Desktop {version}.").format(version=build.version), tone="plain")
        if self._updates is None:
            updates.line(tr(NOWHERE), "caption")
        else:
            self._add_looking(updates, self._updates, QUrl(build.releases).host())
            self._updates.changed.connect(self._show)
            self._show()

    def _add_privacy(self) -> None:
        privacy = self.section(tr("Privacy"))
        privacy.line(
            tr(
                "Videos, music, ratings and notes stay on this computer. There is no account, nothing is "
                "uploaded, and nobody counts what you do."
            ),
            tone="plain",
        )
        privacy.line(
            tr(
                "The program goes online only when you press a button that says so, or tick a box that does. "
                "A log of what it did lies in its folder, and goes nowhere."
            ),
            "caption",
        )

    def _add_looking(self, section: Section, updates: "UpdateControl", host: str) -> None:
        section.line(
            tr(
                "Asked for is one small file of {host}, which learns this version's number and nothing else "
                "from the program. Nothing is downloaded or installed: a page tells of what is new."
            ).format(host=host),
            "caption",
        )
        self._look = push_button(tr("Check for updates"), tr("Check for updates"))
        self._look.clicked.connect(lambda: updates.look(asked=True))
        self._page = push_button(tr("Open page"), tr("Open the page of the update in the browser"), "quiet")
        self._page.clicked.connect(updates.open_page)
        section.buttons(self._look, self._page)
        self._outcome = section.line(tone="plain")
        self._notes = section.line(role="caption")
        self._weekly = section.check(
            tr("Look for updates when the program starts, once a week"),
            tr("Off unless you switch it on. An update is told in one line, with a button to its page."),
        )
        self._weekly.clicked.connect(lambda on: self._keep(on=on))

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
