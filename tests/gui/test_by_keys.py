"""Everything by the keyboard alone: Tab goes through the window as it is read, nothing keeps the focus."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from tests.gui.conftest import House
from tests.gui.heard import hear

Key = Qt.Key
MOST_STOPS = 80


def focused() -> QWidget:
    """Return what has the focus."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def tab(window: QWidget, *, back: bool = False) -> QWidget:
    """Press Tab where the focus is, and return where it went."""
    held = Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(QApplication.focusWidget() or window, Key.Key_Backtab if back else Key.Key_Tab, held)
    return focused()


def round_trip(window: QWidget, *, back: bool = False) -> list[QWidget]:
    """Press Tab until the focus is where it was first."""
    stops = [tab(window, back=back)]
    while len(stops) < MOST_STOPS:
        stop = tab(window, back=back)
        if stop is stops[0]:
            return stops
        assert stop not in stops, f"Tab runs in a circle at {stop.accessibleName()}"
        stops.append(stop)
    raise AssertionError("Tab never comes back")


def names(stops: list[QWidget]) -> list[str]:
    return [one.accessibleName() for one in stops]


@pytest.fixture
def full(playing: House) -> House:
    """A window in which a track sounds and something is said."""
    first = playing.window.tracks.model.suggestion(0)
    with playing.bot.waitSignal(playing.engine.auditions.entered):
        playing.window.tracks.view.chosen.emit(first)
    playing.window.message.notice("Something was done.", "Undo", lambda: None)
    playing.bot.waitUntil(lambda: playing.window.status.device_text() != "")
    playing.window.setFocus()
    return playing


def test_tab_goes_once_through_everything_in_the_order_of_reading(full: House) -> None:
    stops = round_trip(full.window)
    expected = [
        *("Open a video", "Settings", "Undo", "Dismiss the message", "Play", "Volume of the music"),
        *("Search the tracks", "Ranked tracks", "Timeline", "Sound device: Test device"),
    ]
    reached = names(stops)
    places = [reached.index("Pause" if name == "Play" and "Pause" in reached else name) for name in expected]
    first = places[0]
    turned = [(place - first) % len(stops) for place in places]
    assert turned == sorted(turned), reached


def test_tab_goes_back_the_way_it_came(full: House) -> None:
    there, back = round_trip(full.window), round_trip(full.window, back=True)
    assert {*there} == {*back}


def test_what_opens_takes_the_focus_and_gives_it_back(full: House) -> None:
    window, library = full.window, full.window.library
    for name, popover in (
        ("Filters", library.search.popover),
        ("Levels and ducking", window.mix.popover),
    ):
        button = full.button(name)
        button.setFocus()
        QTest.keyClick(button, Key.Key_Space)
        assert popover.isVisible()
        assert popover.isAncestorOf(focused())
        stops = round_trip(popover)
        operated = {one.widget for one in hear(popover).operated() if not one.disabled}
        assert {one for one in operated if isinstance(one, QComboBox)} <= {*stops}
        assert all(popover.isAncestorOf(one) for one in stops)
        QTest.keyClick(QApplication.focusWidget() or popover, Key.Key_Escape)
        assert not popover.isVisible()
        full.bot.waitUntil(button.hasFocus)


def test_escape_leads_out_of_help_message_and_menu(full: House) -> None:
    window = full.window
    window.tracks.view.setFocus()
    QTest.keyClick(window.tracks.view, Key.Key_F1)
    sheet = window.help.sheet
    assert sheet is not None
    with full.bot.waitSignal(sheet.list.filled):
        pass
    assert sheet.isAncestorOf(focused())
    assert sheet.isAncestorOf(tab(window))
    QTest.keyClick(QApplication.focusWidget() or window, Key.Key_Escape)
    assert not sheet.isVisible()
    assert window.tracks.view.hasFocus()
    first = window.tracks.model.suggestion(0)
    assert first is not None
    window.carry.menu.open_for(first, window.tracks.view.mapToGlobal(QPoint(9, 9)))
    menu = window.carry.menu.menu
    QTest.keyClick(menu, Key.Key_Down)
    assert menu.activeAction() is not None
    QTest.keyClick(menu, Key.Key_Escape)
    assert not menu.isVisible()
    assert window.tracks.view.hasFocus()
    QTest.keyClick(window.tracks.view, Key.Key_Escape)
    full.bot.waitUntil(lambda: not window.message.isVisible() or not window.timeline.looking)
    QTest.keyClick(window.tracks.view, Key.Key_Escape)
    assert not window.message.isVisible()


def test_a_message_that_is_dismissed_by_keys_leaves_the_focus_in_the_window(full: House) -> None:
    button = full.button("Dismiss the message")
    button.setFocus()
    QTest.keyClick(button, Key.Key_Space)
    assert not full.window.message.isVisible()
    assert focused().isVisible()
