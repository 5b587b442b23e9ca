"""The settings are reached by keys and by ear, and read at twice the size."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QFont, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from tests.gui.conftest import House
from tests.gui.settings_room import NAMES, Room, furnished
from tivm_desktop.bundle import Build
from tivm_desktop.gui.theme import Themes

SMALL_SCREEN = QSize(1290, 700)
"""What a laptop of 1366 by 768 pixels leaves."""
CONTROLS = (QAbstractButton, QComboBox, QSpinBox, QLineEdit, QAbstractItemView)


@pytest.fixture
def room(house: House, themes: Themes, tmp_path: Path) -> Room:
    return furnished(house, themes, tmp_path)


@pytest.fixture
def published(house: House, themes: Themes, tmp_path: Path) -> Room:
    return furnished(house, themes, tmp_path, Build("0.1.0", releases="https://example.org/releases"))


@pytest.fixture
def twice_the_text(qapp: QApplication) -> Iterator[QFont]:
    """The desktop's text at twice its size."""
    before = QFont(qapp.font())
    larger = QFont(before)
    larger.setPixelSize(26)
    qapp.setFont(larger)
    yield larger
    qapp.setFont(before)


@pytest.mark.parametrize("name", NAMES)
def test_every_control_is_named_and_reached_with_tab(published: Room, name: str) -> None:
    page = published.open(name)
    controls = {
        one
        for one in page.findChildren(QWidget)
        if isinstance(one, CONTROLS)
        and one.isVisible()
        and one.isEnabled()
        and not (isinstance(one, QLineEdit) and isinstance(one.parent(), QSpinBox))
    }
    assert [one for one in controls if not one.accessibleName()] == []
    reached: set[QWidget] = set()
    published.window.activateWindow()
    published.window.list.setFocus()
    for _ in range(60):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert controls <= reached, [one.accessibleName() for one in controls - reached]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("theme", ["dark", "light"])
def test_the_focus_can_be_seen(published: Room, themes: Themes, name: str, theme: str) -> None:
    themes.choose("light" if theme == "light" else "dark")
    page = published.open(name)
    published.window.activateWindow()
    for one in (published.window.list, *page.findChildren(QWidget)):
        if not isinstance(one, CONTROLS) or not one.isVisible() or not one.isEnabled():
            continue
        if isinstance(one, QLineEdit) and isinstance(one.parent(), QSpinBox):
            continue
        published.window.setFocus()
        without = one.grab().toImage()
        one.setFocus(Qt.FocusReason.TabFocusReason)
        assert one.grab().toImage() != without, one.accessibleName()


@pytest.mark.parametrize("name", NAMES)
def test_text_of_twice_the_size_is_cut_nowhere(
    twice_the_text: QFont, house: House, themes: Themes, tmp_path: Path, name: str
) -> None:
    room = furnished(house, themes, tmp_path, Build("0.1.0", releases="https://example.org/releases"))
    page = room.open(name)
    room.window.resize(SMALL_SCREEN)
    QApplication.processEvents()
    assert not page.horizontalScrollBar().isVisible()
    for one in page.findChildren(QWidget):
        if not one.isVisible() or one.window() is not room.window:
            continue
        if isinstance(one, QLabel) and one.wordWrap():
            assert one.height() >= one.heightForWidth(one.width()), one.text()
        elif isinstance(one, (QAbstractButton, QComboBox, QSpinBox)):
            assert one.width() >= one.minimumSizeHint().width(), one.accessibleName()
            assert one.height() >= one.fontMetrics().height(), one.accessibleName()
    assert twice_the_text.pixelSize() == QApplication.font().pixelSize()


def test_the_wheel_turns_the_page_and_no_number_under_it(room: Room) -> None:
    room.open("playback")
    target = room.find(QSpinBox, "Loudness that tracks are matched to")
    before = target.value()
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(target.mapToGlobal(QPoint(5, 5))),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    room.window.list.setFocus()
    QApplication.sendEvent(target, wheel)
    assert target.value() == before
