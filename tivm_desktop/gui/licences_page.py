"""Page "Licences": every part that is shipped, to be searched, with the text that it comes under."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QPlainTextEdit, QSizePolicy

from tivm_desktop import bundle
from tivm_desktop.domain.errors import FileError
from tivm_desktop.gui.controls import push_button
from tivm_desktop.gui.language import tr, tr_noop
from tivm_desktop.gui.outside import open_page
from tivm_desktop.gui.settings_page import SettingsPage
from tivm_desktop.gui.settings_scope import Scope
from tivm_desktop.gui.typography import font
from tivm_desktop.gui.wording import counted

if TYPE_CHECKING:
    from tivm_desktop.gui.licences_index import Part

CHECKOUT = tr_noop(
    "This is a checkout: the licences of its parts are collected when the program is packaged "
    "(./dev package). The program's own licence is below."
)
SOURCES = tr_noop("Source code of all parts")
_ROWS, _LINES = 7, 14
_ROLE = Qt.ItemDataRole.UserRole


class LicencesPage(SettingsPage):
    """List and texts are read off the GUI thread when they are asked for."""

    def __init__(self, scope: Scope, folder: Callable[[], Path] | None = None) -> None:
        super().__init__(tr("Licences"))
        self._scope = scope
        self._find = folder or _shipped
        self._folder: Path | None = None
        self._asked = False
        self._awaited = ""
        section = self.section(tr("Licences of all parts"))
        self._says = section.line(tr("Looking…"), "caption")
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find a part or a licence"))
        self.search.setAccessibleName(tr("Find a part or a licence"))
        self.search.setFont(font("body"))
        self.search.textChanged.connect(self._sift)
        section.add(self.search)
        self.list = QListWidget()
        self.list.setObjectName("licenceList")
        self.list.setAccessibleName(tr("Parts and their licences"))
        self.list.setFont(font("body"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(self.list.fontMetrics().height() * _ROWS)
        self.list.currentItemChanged.connect(self._open)
        section.add(self.list)
        self._home = push_button(tr("Homepage"), tr("Open the part's homepage in the browser"), "quiet")
        self._home.clicked.connect(self._go_home)
        self._home.hide()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("Text of the licence"))
        mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        mono.setPixelSize(font("caption").pixelSize())
        self.text.setFont(mono)
        self.text.setMinimumHeight(self.text.fontMetrics().height() * _LINES)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        section.add(self.text)
        section.buttons(self._home)
        self.fill(section)

    def shown(self) -> None:
        """Read the list, once."""
        super().shown()
        if self._asked:
            return
        self._asked = True
        find = self._find

        def read() -> "tuple[Path | None, tuple[Part, ...], str]":
            from tivm_desktop.gui.licences_index import read_index

            try:
                folder = find()
            except FileNotFoundError:
                return None, (), _own_licence()
            try:
                return folder, read_index(folder), ""
            except FileError as error:
                return folder, (), error.sentence

        self._scope.engine.aside(read, self._take)

    def _take(self, found: "tuple[Path | None, tuple[Part, ...], str]") -> None:
        self._folder, parts, text = found
        self._says.setText(
            tr(CHECKOUT)
            if self._folder is None
            else counted(
                len(parts),
                tr("{count} part, each under its own licence."),
                tr("{count} parts, each under its own licence."),
            )
        )
        self.text.setPlainText(text)
        for widget in (self.search, self.list):
            widget.setVisible(bool(parts))
        if not parts:
            return
        self.list.addItem(tr(SOURCES))
        for part in parts:
            item = QListWidgetItem(f"{part.name} {part.version}".strip() + f"   {part.licence}")
            item.setData(_ROLE, part)
            item.setToolTip("\n".join(line for line in (item.text(), part.what) if line))
            self.list.addItem(item)
        self.list.setCurrentRow(1)

    def _sift(self, sought: str) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            part: Part | None = item.data(_ROLE)
            item.setHidden(bool(sought.strip()) and not (part.matches(sought) if part is not None else False))
        current: QListWidgetItem | None = self.list.currentItem()
        if current is None or current.isHidden():
            left = [self.list.item(row) for row in range(self.list.count())]
            first = next((item for item in left if not item.isHidden()), None)
            if first is not None:
                self.list.setCurrentItem(first)

    def _open(self, item: QListWidgetItem | None) -> None:
        if item is None or self._folder is None:
            return
        part: Part | None = item.data(_ROLE)
        folder, name = self._folder, item.text()
        self._awaited = name
        self._home.setVisible(part is not None and part.homepage.startswith("https://"))

        def read() -> tuple[str, str]:
            from tivm_desktop.gui.licences_index import read_sources, read_text

            try:
                return name, read_sources(folder) if part is None else read_text(part)
            except FileError as error:
                return name, error.sentence

        self._scope.engine.aside(read, self._show)

    def _show(self, read: tuple[str, str]) -> None:
        name, text = read
        if name == self._awaited:
            self.text.setPlainText(text)
            self.text.setAccessibleName(tr("Text: {name}").format(name=name))

    def _go_home(self) -> None:
        part: Part | None = self.list.currentItem().data(_ROLE)
        if part is not None:
            open_page(part.homepage, self._scope.window.tell)


def _shipped() -> Path:
    return bundle.bundled("licences")


def _own_licence() -> str:
    """Return the licence that lies in a checkout; empty where there is none."""
    try:
        return (Path(bundle.__file__).resolve().parent.parent / "LICENSE").read_text(encoding="utf-8")
    except OSError:
        return ""
