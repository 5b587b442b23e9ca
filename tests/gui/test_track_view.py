"""The list holds still under the pointer and keeps the chosen track in view."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.fakes import order
from tivm_desktop.gui.row_places import row_px
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.track_model import TrackModel
from tivm_desktop.gui.track_view import TrackView

LETTERS = "abcdefghijklmnopqrst"


@pytest.fixture
def view(qtbot: QtBot, themes: Themes) -> TrackView:
    model = TrackModel()
    QCursor.setPos(QPoint(790, 790))
    made = TrackView(model, themes, rest_ms=60)
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(480, row_px() * 5)
    with qtbot.waitExposed(made):
        made.show()
    made.offer(order(*LETTERS))
    return made


def title_at(view: TrackView, y: int) -> str:
    return str(view.indexAt(QPoint(100, y)).data())


def point_at(view: TrackView, y: int) -> None:
    point = QPoint(100, y)
    place = view.viewport().mapToGlobal(point)
    QCursor.setPos(place)
    QApplication.sendEvent(view.viewport(), QEnterEvent(QPointF(point), QPointF(point), QPointF(place)))


def leave(view: TrackView) -> None:
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))


def test_nothing_moves_while_the_pointer_is_over_the_list(view: TrackView) -> None:
    point_at(view, 90)
    view.offer(order("x", *LETTERS))
    assert title_at(view, 90) == "b"
    assert title_at(view, 10) == "a"
    leave(view)
    assert title_at(view, 10) == "x"


def test_after_a_rest_the_list_settles_around_the_row_under_the_pointer(
    view: TrackView, qtbot: QtBot
) -> None:
    point_at(view, 90)
    view.offer(order("x", "y", *LETTERS))
    with qtbot.waitSignal(view.settling.rested):
        pass
    assert view.model().rowCount() == 22
    assert title_at(view, 90) == "b"
    leave(view)


def test_an_order_that_would_move_the_row_under_the_pointer_waits_on(view: TrackView, qtbot: QtBot) -> None:
    point_at(view, 200)
    better = order("d", *[letter for letter in LETTERS if letter != "d"])
    view.offer(better)
    with qtbot.waitSignal(view.settling.rested):
        pass
    assert title_at(view, 200) == "d"
    assert title_at(view, 10) == "a"
    leave(view)
    assert title_at(view, 10) == "d"


def test_the_current_track_keeps_its_place_when_better_ones_arrive(view: TrackView, qtbot: QtBot) -> None:
    view.setCurrentIndex(view.model().index(2, 0))
    before = view.visualRect(view.currentIndex()).top()
    with qtbot.waitSignal(view.settling.free):
        view.offer(order("x", "y", "z", *LETTERS))
    assert view.currentIndex().data() == "c"
    assert view.visualRect(view.currentIndex()).top() == before


def test_a_click_chooses_and_the_arrows_step(view: TrackView, qtbot: QtBot) -> None:
    chosen: list[str] = []
    stepped: list[str] = []
    view.chosen.connect(lambda track: chosen.append(track.title))
    view.stepped.connect(lambda track: stepped.append(track.title))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 90))
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Up)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert chosen == ["b", "c"]
    assert stepped == ["c", "d", "c"]
    leave(view)


def test_the_right_button_chooses_nothing(view: TrackView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.chosen):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=QPoint(100, 90))
    leave(view)


def test_rows_are_painted_in_both_themes(view: TrackView, themes: Themes) -> None:
    pictures = []
    for _ in ("dark", "light"):
        pictures.append(view.grab().toImage())
        themes.toggle()
    assert pictures[0] != pictures[1]
    assert pictures[0].pixelColor(2, 2).name().upper() == themes.current.panel
