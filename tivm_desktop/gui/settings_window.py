"""The settings: pages by name at the left, the chosen one beside them, in a window of their own."""

# ruff: noqa: N802 - Qt names what is overridden

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QStackedWidget

from tivm_desktop.gui.about_page import AboutPage
from tivm_desktop.gui.language import tr, tr_noop
from tivm_desktop.gui.licences_page import LicencesPage
from tivm_desktop.gui.settings_computing import ComputingPage
from tivm_desktop.gui.settings_general import GeneralPage
from tivm_desktop.gui.settings_keys import KeysPage
from tivm_desktop.gui.settings_library import LibraryPage
from tivm_desktop.gui.settings_page import SettingsPage
from tivm_desktop.gui.settings_playback import PlaybackPage
from tivm_desktop.gui.settings_scope import Scope
from tivm_desktop.gui.settings_storage import StoragePage
from tivm_desktop.gui.settings_updates import UpdatesPage
from tivm_desktop.gui.typography import font

_LAYOUT = "settings"
_WIDE, _HIGH = 78, 41
"""In letters and lines of the text's size, so that larger text has a larger window."""


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    title: str
    make: Callable[[Scope], SettingsPage]


PAGES = (
    _Entry("general", tr_noop("General"), GeneralPage),
    _Entry("playback", tr_noop("Playback"), PlaybackPage),
    _Entry("library", tr_noop("Library"), LibraryPage),
    _Entry("computing", tr_noop("Computing"), ComputingPage),
    _Entry("storage", tr_noop("Storage"), StoragePage),
    _Entry("keys", tr_noop("Keys"), KeysPage),
    _Entry("updates", tr_noop("Privacy & updates"), UpdatesPage),
    _Entry("about", tr_noop("About"), AboutPage),
    _Entry("licences", tr_noop("Licences"), LicencesPage),
)


class SettingsWindow(QDialog):
    """Non-modal: whatever plays goes on. A page is made when it is first looked at."""

    def __init__(self, scope: Scope) -> None:
        super().__init__(scope.window)
        self._scope = scope
        self._made: dict[str, SettingsPage] = {}
        self.setObjectName("settingsWindow")
        self.setWindowTitle(tr("Settings — TIVM Desktop"))
        self.setAccessibleName(tr("Settings"))
        self.setModal(False)
        self.list = QListWidget()
        self.list.setObjectName("settingsList")
        self.list.setAccessibleName(tr("Pages of the settings"))
        self.list.setFont(font("body"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        titles = [tr(entry.title) for entry in PAGES]
        self.list.addItems(titles)
        metrics = QFontMetrics(font("body"))
        self.list.setFixedWidth(max(metrics.horizontalAdvance(title) for title in titles) + 56)
        self._stack = QStackedWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self._stack, 1)
        self.list.currentRowChanged.connect(self._turn_to)
        self._restore()

    @property
    def page(self) -> SettingsPage:
        """The page that is looked at."""
        return self._made[PAGES[self.list.currentRow()].name]

    def show_page(self, name: str = "") -> None:
        """Show a page, in front of everything else.

        Args:
            name: of the page; the one shown last if it is empty or there is none of that name.
        """
        names = [entry.name for entry in PAGES]
        before = self.list.currentRow()
        self.list.setCurrentRow(names.index(name) if name in names else max(before, 0))
        if self.list.currentRow() == before:
            self.page.shown()
        self.show()
        self.raise_()
        self.activateWindow()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        """Ask for room by the size of the text, and for no more than the screen has."""
        metrics = QFontMetrics(font("body"))
        wanted = QSize(metrics.averageCharWidth() * _WIDE + self.list.width(), metrics.height() * _HIGH)
        return wanted.boundedTo(self.screen().availableGeometry().size() * 0.95)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Ctrl+W, as on Esc."""
        if event.key() == Qt.Key.Key_W and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.close()
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Remember where it stood; every way to close it comes by here."""
        self._scope.settings.remember_layout(_LAYOUT, self.saveGeometry())
        super().done(result)

    def _restore(self) -> None:
        state = self._scope.settings.layout(_LAYOUT)
        if state is None or not self.restoreGeometry(state):
            self.resize(self.sizeHint())

    def _turn_to(self, row: int) -> None:
        entry = PAGES[row]
        if entry.name not in self._made:
            self._made[entry.name] = entry.make(self._scope)
            self._stack.addWidget(self._made[entry.name])
        page = self._made[entry.name]
        self._stack.setCurrentWidget(page)
        page.shown()
