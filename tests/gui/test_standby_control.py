"""Who is decoded ahead."""

import time

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.gui.conftest import VIDEO, House
from tests.gui.fakes import order, track_analysis
from tivm_desktop.gui.row_places import row_px
from tivm_desktop.gui.standby_control import PACE_MS


def standing(house: House) -> str:
    (tracks,) = (house.player.asked("set_standby") or [((),)])[-1]
    assert isinstance(tracks, tuple)
    return "".join(track.path.stem for track in tracks)


def wait_for(house: House, names: str) -> None:
    house.bot.waitUntil(lambda: standing(house) == names)


def go_to(house: House, row: int) -> None:
    view = house.window.tracks.view
    view.setFocus()
    view.setCurrentIndex(view.model().index(row, 0))
    with house.bot.waitSignal(house.engine.auditions.entered):
        QTest.keyClick(view, Qt.Key.Key_Return)


def point_at_row(house: House, row: int) -> None:
    viewport = house.window.tracks.view.viewport()
    point = QPointF(100, row_px() * row + 10)
    place = QPointF(viewport.mapToGlobal(point.toPoint()))
    none = Qt.MouseButton.NoButton
    move = QMouseEvent(QEvent.Type.MouseMove, point, place, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(viewport, move)


@pytest.fixture
def many(playing: House) -> House:
    tracks = order(*"abcdefgh")
    for track in tracks:
        playing.session.analyses[track.path] = track_analysis()
    playing.window.tracks.start_over()
    playing.engine.marshal.ranked(VIDEO, tracks)
    return playing


def test_the_two_below_and_the_one_above(many: House) -> None:
    go_to(many, 3)
    wait_for(many, "efc")


def test_a_new_order_has_new_neighbours(many: House) -> None:
    go_to(many, 3)
    wait_for(many, "efc")
    many.window.tracks.view.settling.left()
    many.engine.marshal.ranked(VIDEO, order(*"hgdba"))
    many.bot.waitUntil(lambda: many.window.tracks.model.rowCount() == 5)
    wait_for(many, "bag")


def test_pins_come_first(many: House) -> None:
    go_to(many, 7)
    QTest.keyClick(many.window.tracks.view, Qt.Key.Key_P)
    go_to(many, 2)
    wait_for(many, "hdeb")


def test_the_row_under_the_pointer_stands_by(many: House) -> None:
    go_to(many, 1)
    view = many.window.tracks.view
    with many.bot.waitSignal(view.lingered):
        point_at_row(many, 4)
    wait_for(many, "ecda")
    with many.bot.waitSignal(view.lingered):
        QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    wait_for(many, "cda")


def test_a_pointer_that_passes_over_rows_asks_for_none(many: House) -> None:
    view = many.window.tracks.view
    with many.bot.assertNotEmitted(view.lingered):
        for row in range(4):
            point_at_row(many, row)
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))


def test_running_through_the_list_asks_at_a_pace(many: House) -> None:
    go_to(many, 1)
    wait_for(many, "cda")
    asked, began_s = len(many.player.asked("set_standby")), time.monotonic()
    for _ in range(5):
        QTest.keyClick(many.window.tracks.view, Qt.Key.Key_Down)
    wait_for(many, "hf")
    most = (time.monotonic() - began_s) * 1000 / PACE_MS + 1
    assert len(many.player.asked("set_standby")) - asked <= most


def test_they_stand_by_at_the_common_level(many: House) -> None:
    go_to(many, 1)
    wait_for(many, "cda")
    (tracks,) = many.player.asked("set_standby")[-1]
    assert isinstance(tracks, tuple)
    assert {(track.placement_s, round(track.gain_db, 3)) for track in tracks} == {(12.0, -6.0)}


def test_an_empty_list_has_none(many: House) -> None:
    go_to(many, 1)
    wait_for(many, "cda")
    many.window.tracks.start_over()
    many.engine.auditions.leave()
    wait_for(many, "")


def test_a_track_is_not_let_go_of_while_it_is_being_entered(many: House) -> None:
    view = many.window.tracks.view
    go_to(many, 1)
    wait_for(many, "cda")
    view.setCurrentIndex(view.model().index(2, 0))
    wait_for(many, "cde")
