"""What the transport shows where there is little room."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.transport import Transport


@pytest.fixture
def around(qtbot: QtBot, themes: Themes, icons: Icons) -> QWidget:
    """A transport in a window."""
    around = QWidget()
    qtbot.addWidget(around)
    made = Transport(icons, themes)
    QVBoxLayout(around).addWidget(made)
    made.show_time(3.0, 10.0)
    with qtbot.waitExposed(around):
        around.show()
    return around


def labelled(around: QWidget, name: str) -> QLabel:
    return next(one for one in around.findChildren(QLabel) if one.accessibleName() == name)


def test_the_length_is_shown_whole_or_not_at_all(around: QWidget) -> None:
    shown = labelled(around, "Length of the video: 0:10")
    least = around.minimumSizeHint().width()
    seen = []
    for width in (least, *range(least + 60, least + 120, 5), least):
        around.resize(width, 200)
        QApplication.processEvents()
        assert around.width() == width
        seen.append(shown.isVisible())
        assert not shown.isVisible() or shown.width() >= shown.sizeHint().width()
    assert (seen[0], seen[-2], seen[-1]) == (False, True, False)


def test_what_has_no_room_is_in_the_tip(around: QWidget) -> None:
    assert labelled(around, "Position: 0:03").toolTip() == "of 00:10.00"
