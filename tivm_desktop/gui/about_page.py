"""Page "About": which program this is, whose, and on what it stands."""

import json
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tivm_desktop.bundle import bundled
from tivm_desktop.gui.about_facts import Facts, as_text, facts
from tivm_desktop.gui.controls import label, push_button
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.outside import open_page
from tivm_desktop.gui.settings_page import SettingsPage, said
from tivm_desktop.gui.settings_scope import Scope

PAPER = "https://arxiv.org/abs/2503.05008"
LICENCE = "https://www.gnu.org/licenses/gpl-3.0.html"
CITATION = (
    "Shimiao Liu and Alexander Lerch, “Enhancing Video Music Recommendation with Transformer-Driven "
    "Audio-Visual Embeddings” (TIVM), arXiv:2503.05008, 2025"
)
_ICON_PX = 56


class AboutPage(SettingsPage):
    """Links open in the browser, and only when they are pressed."""

    def __init__(self, scope: Scope) -> None:
        super().__init__(tr("About"))
        self._scope = scope
        self._speech: str | None = None
        self._told: Facts = ()
        self._names: dict[str, QLabel] = {}
        self._values: dict[str, QLabel] = {}
        self.add(_heading(scope))
        self._add_details()
        self._add_licence()
        self._add_method()
        for news in (
            scope.engine.player_ready,
            scope.engine.pack_named,
            scope.engine.marshal.provider_named,
        ):
            news.connect(self._show)

    def shown(self) -> None:
        """Show what is known by now."""
        super().shown()
        self._show()
        if self._speech is None:
            self._speech = ""
            self._scope.engine.aside(_speech_pack, self._take_speech)

    def _add_details(self) -> None:
        details = self.section(tr("Details"))
        table = QWidget()
        self._grid = QGridLayout(table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        details.add(table)
        copy = push_button(tr("Copy details"), tr("Copy details of this build"))
        copy.clicked.connect(self._copy)
        details.buttons(copy)

    def _add_licence(self) -> None:
        licence = self.section(tr("Licence"))
        licence.line(
            tr(
                "TIVM Desktop is free software under the GNU General Public License, version 3 or later: use "
                "it, study it, change it and pass it on. It comes without any warranty."
            ),
            tone="plain",
        )
        licence.line(
            tr(
                "It contains work of many others. Their licences, and where the source code of every part is "
                "to be had, lie on the page Licences."
            ),
            "caption",
        )
        texts = push_button(tr("Licences and source code"), tr("Licences and source code of all parts"))
        texts.clicked.connect(partial(self._scope.open_page, "licences"))
        gnu = push_button("gnu.org", tr("Open the licence at gnu.org in the browser"), "quiet", LICENCE)
        gnu.clicked.connect(partial(open_page, LICENCE, self._scope.window.tell))
        licence.buttons(texts, gnu)

    def _add_method(self) -> None:
        method = self.section(tr("Method"))
        method.line(tr("The aim is the method of"), "caption")
        cited = method.line(CITATION, tone="plain")
        cited.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        paper = push_button(tr("Open the paper"), tr("Open the paper at arxiv.org in the browser"), tip=PAPER)
        paper.clicked.connect(partial(open_page, PAPER, self._scope.window.tell))
        cite = push_button(tr("Copy citation"), tr("Copy the citation"), "quiet")
        cite.clicked.connect(lambda: QGuiApplication.clipboard().setText(f"{CITATION}. {PAPER}"))
        method.buttons(paper, cite)

    def _take_speech(self, speech: str) -> None:
        self._speech = speech
        self._show()

    def _show(self) -> None:
        scope = self._scope
        self._told = facts(scope.build(), scope.pack(), self._speech or "", scope.provider())
        for row, (what, how) in enumerate(self._told):
            if what not in self._values:
                self._values[what] = _value(tr(what))
                self._names[what] = label(tr(what), "body", "faint")
                self._grid.addWidget(self._names[what], row, 0, Qt.AlignmentFlag.AlignTop)
                self._grid.addWidget(self._values[what], row, 1)
            self._values[what].setText(tr(how) if how else "")
            for part in (self._names[what], self._values[what]):
                part.setVisible(bool(how))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self._told))
        self._scope.window.status.say(tr("Details of this build are on the clipboard"))


def _heading(scope: Scope) -> QWidget:
    made = QWidget()
    across = QHBoxLayout(made)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(18)
    picture = QLabel()
    picture.setPixmap(scope.icons.pixmap("app", "#000000", _ICON_PX, scope.window.devicePixelRatioF()))
    picture.setFixedSize(_ICON_PX, _ICON_PX)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(label("TIVM Desktop", "display"))
    words.addWidget(
        said(tr("Ranks your own music by how well it fits your video, and plays both in time."), "body")
    )
    across.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    across.addLayout(words, 1)
    return made


def _value(name: str) -> QLabel:
    made = said("", "body", "plain")
    made.setAccessibleName(name)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def _speech_pack() -> str:
    """Return name and version of the pack that hears speech; reads a file, so not for the GUI thread."""
    try:
        manifest = json.loads((bundled("models") / "speech" / "speech.json").read_text(encoding="utf-8"))
        return f"{manifest['name']} {manifest['version']}"
    except (OSError, ValueError, KeyError, TypeError):
        return ""
