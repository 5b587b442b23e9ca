"""What a stranger wrote into a file's name or tags is shown as it is, never read as markup."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocumentFragment
from pytestqt.qtbot import QtBot

from tests.gui.fakes import suggestion
from tivm_desktop.domain.marks import Marks
from tivm_desktop.gui.controls import ElidedLabel, label, push_button, show_tip
from tivm_desktop.gui.track_model import TrackModel

HOSTILE = '<img src="file:///etc/hostname"><b>loud</b> & <a href="http://localhost">here</a>'


def read(tip: str) -> str:
    """What somebody reads in a tip that Qt takes for markup."""
    return QTextDocumentFragment.fromHtml(tip).toPlainText()


def test_a_line_that_is_cut_shows_the_name_in_its_tip(qtbot: QtBot) -> None:
    line = ElidedLabel()
    qtbot.addWidget(line)
    line.show_text(HOSTILE)
    assert line.textFormat() is Qt.TextFormat.PlainText
    assert read(line.toolTip()) == HOSTILE


def test_a_button_shows_the_name_in_its_tip(qtbot: QtBot) -> None:
    button = push_button("Open", "Open", tip="Open")
    qtbot.addWidget(button)
    show_tip(button, HOSTILE)
    assert read(button.toolTip()) == HOSTILE


def test_a_row_shows_notes_and_path_in_its_tip(qtbot: QtBot) -> None:
    model = TrackModel()
    model.show([suggestion(HOSTILE.replace("/", "-"), marks=Marks(notes=HOSTILE))])
    tip = model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole)
    assert isinstance(tip, str)
    assert HOSTILE in read(tip)
    assert HOSTILE.replace("/", "-") in read(tip)


@pytest.mark.parametrize("text", ["Rock & Roll", "plain", "a\nb"])
def test_what_looks_like_no_markup_stays_as_it_is(qtbot: QtBot, text: str) -> None:
    button = push_button("Open", "Open", tip=text)
    qtbot.addWidget(button)
    assert button.toolTip() == text


def test_labels_read_no_markup(qtbot: QtBot) -> None:
    made = label(HOSTILE)
    qtbot.addWidget(made)
    assert made.textFormat() is Qt.TextFormat.PlainText
