"""Every text of the window comes out of its translation: nothing English is left in another language."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QWidget,
)

from tests.gui.conftest import House
from tests.gui.fakes import order
from tests.gui.settings_room import NAMES, furnished
from tivm_desktop.bundle import Build
from tivm_desktop.domain.library_status import LibraryState, LibraryStatus
from tivm_desktop.domain.suggestion import SkippedTrack
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.gui.about_page import CITATION
from tivm_desktop.gui.theme import Themes

VIDEO = Path("/v/cut.mp4")
KEPT = {"en", "d MMM", "d MMMM yyyy"}
"""What is no text but a code or a form, which a translation chooses."""


class Brackets(QTranslator):
    """Translates into a language in which every text stands in brackets."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt names what is overridden
        return False

    def translate(self, context: str, text: str, note: str | None = None, n: int = -1) -> str | None:
        return text if text in KEPT or context else f"⟦{text}⟧"


@pytest.fixture
def brackets(qapp: QApplication) -> Iterator[None]:
    translator = Brackets()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def texts(window: QWidget) -> set[str]:
    """All that a window says, to the eye and to the ear."""
    said: list[str] = []
    for one in [window, *window.findChildren(QWidget)]:
        said += [one.toolTip(), one.accessibleName(), one.accessibleDescription(), one.windowTitle()]
        if isinstance(one, (QLabel, QAbstractButton)):
            said.append(one.text())
        if isinstance(one, QLineEdit):
            said.append(one.placeholderText())
        if isinstance(one, QMenu):
            said += [action.text() for action in one.actions()]
        if isinstance(one, QComboBox):
            said += [one.itemText(row) for row in range(one.count())]
        if isinstance(one, QListWidget):
            said += [one.item(row).text() for row in range(one.count())]
    return set(said)


def untranslated(said: set[str], data: str) -> list[str]:
    """Return texts with words outside of brackets, `data` and names of keys left out."""
    left = set()
    for text in said:
        rest = text
        while "⟦" in rest:
            shorter = re.sub(r"⟦[^⟦⟧]*⟧", "", rest)
            if shorter == rest:
                break
            rest = shorter
        rest = re.sub(r"<[^>]*>|\(([A-Z]\w*\+)*\S+\)|" + data, "", rest)
        if re.search(r"[^\W\d_]{2}", rest):
            left.add(text)
    return sorted(left)


UNITS = r"(?<=\d )(ms|dB|LUFS)|^(LUFS|bpm)$|\b(Ctrl|Shift|Alt|Esc|Del|Home|End|Space)\b"


def test_the_window_says_nothing_untranslated(brackets: None, house: House) -> None:
    window = house.window
    house.open(VIDEO)
    window.open_folder(Path("/music"))
    failed = (SkippedTrack(Path("/music/x.mp3"), "x.mp3"),)
    status = LibraryStatus((Path("/music"),), 9, 2, 1, LibraryState.INDEXING, failed=failed)
    house.engine.marshal.library_changed(status)
    tracks = order("a", "b")
    house.engine.marshal.ranked(VIDEO, tracks)
    house.engine.set_range(VideoRange(2.0, 7.0))
    with house.bot.waitSignal(house.engine.auditions.entered):
        window.tracks.view.chosen.emit(tracks[0])
    library = window.library
    openers = (library.folders.open, library.index.open, library.left_out.open, library.search.open_filters)
    for opened in (*openers, window.mix.open, lambda: library.marks.write(tracks[0]), window.help.toggle):
        opened()
    said = texts(window) | {command.says for command in window.shortcuts.commands}
    row = window.tracks.model.index(0, 0)
    for role in (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    ):
        said.add(str(row.data(role) or ""))
    assert len(said) > 150
    reasons = r"both calm|its drop meets your cut at 0:41"  # of another part, translated by their templates
    data = r"TIVM Desktop|cut\.mp4|Test device|Other device|toy 1|/?\bmusic\b|x\.mp3|a\.opus"
    assert untranslated(said, f"{reasons}|{data}|{UNITS}") == []


def test_the_settings_say_nothing_untranslated(
    brackets: None, house: House, themes: Themes, tmp_path: Path
) -> None:
    room = furnished(house, themes, tmp_path, Build("0.1.0", releases="https://example.org/releases"))
    for name in NAMES:
        room.open(name)
    said = texts(room.window)
    assert len(said) > 100
    own = "TIVM Desktop|gnu.org|English|Deutsch|Français|Test device|Other device|https://.*|/.*"
    assert untranslated(said - {CITATION}, f"{own}|{UNITS}") == []
