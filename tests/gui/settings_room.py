"""The settings beside a window on fakes."""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget

from tests.gui.conftest import House
from tivm_desktop.bundle import Build, bundled
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.settings_control import SettingsControl
from tivm_desktop.gui.settings_page import SettingsPage
from tivm_desktop.gui.settings_window import PAGES, SettingsWindow
from tivm_desktop.gui.theme import Themes
from tivm_desktop.library.profile import Profile

W = TypeVar("W", bound=QWidget)
NAMES = tuple(entry.name for entry in PAGES)


@dataclass
class Room:
    """A window, and the control that opens its settings."""

    house: House
    control: SettingsControl
    profile: Profile

    @property
    def window(self) -> SettingsWindow:
        """The settings, which were opened."""
        assert self.control.opened is not None
        return self.control.opened

    def open(self, name: str) -> SettingsPage:
        """Open a page."""
        self.control.open(name)
        self.house.bot.waitUntil(self.window.isActiveWindow)
        return self.window.page

    def find(self, kind: type[W], name: str) -> W:
        """Return a control of the page that is looked at, by what a screen reader says."""
        return next(one for one in self.window.page.findChildren(kind) if one.accessibleName() == name)

    def press(self, name: str) -> None:
        """Press a button or a box of the page that is looked at."""
        button = self.find(QAbstractButton, name)
        assert button.isVisible(), name
        button.click()

    def said(self) -> str:
        """Return all that the page says."""
        from PySide6.QtWidgets import QLabel

        return "\n".join(text.text() for text in self.window.page.findChildren(QLabel) if text.isVisible())


def furnished(house: House, themes: Themes, folder: Path, build: Build | None = None) -> Room:
    """Put the settings beside a window."""
    profile = Profile(folder / "profile")
    profile.create()
    icons = Icons(bundled("resources") / "icons")
    made = build or Build("0.1.0")
    control = SettingsControl(
        house.window, house.engine, house.settings, themes, icons, profile, lambda: made, settled_ms=0
    )
    return Room(house, control, profile)


def choose(box: QComboBox, text: str) -> None:
    """Choose with the keyboard, as somebody does."""
    box.setFocus()
    wanted = box.findText(text)
    assert wanted >= 0, text
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(wanted):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == text
