"""What opens beside a button scrolls only where its window is too low for it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tivm_desktop.gui.popover import Popover
from tivm_desktop.gui.theme import ThemeChoice, Themes

ROWS = 20


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 900)
    yield made
    made.close()


@pytest.fixture
def popover(window: QWidget) -> Popover:
    made = Popover(window, "Rows", 300)
    rows = QVBoxLayout(made.ground)
    for number in range(ROWS):
        rows.addWidget(QLabel(f"row {number}"))
    return made


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_what_fits_does_not_scroll(
    popover: Popover, window: QWidget, themes: Themes, theme: ThemeChoice, qtbot: QtBot
) -> None:
    themes.choose(theme)
    assert popover.wanted_height() < window.height() - 50
    _open(popover, window, qtbot)
    assert _hidden_px(popover) == 0


def test_what_does_not_fit_scrolls_inside_its_window(popover: Popover, window: QWidget, qtbot: QtBot) -> None:
    window.resize(800, popover.wanted_height() // 2)
    _open(popover, window, qtbot)
    assert _hidden_px(popover) > 0
    assert popover.height() < window.height()


def _open(popover: Popover, window: QWidget, qtbot: QtBot) -> None:
    window.show()
    popover.open_at(QPoint(0, 0), window)
    qtbot.waitUntil(popover.isVisible)


def _hidden_px(popover: Popover) -> int:
    [room] = popover.findChildren(QScrollArea)
    return room.verticalScrollBar().maximum()
