"""Listening to the library: its line, its pause, its pace."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.conftest import House
from tivm_desktop.domain.indexing import IndexPace
from tivm_desktop.domain.library_status import LibraryState, LibraryStatus

MUSIC = Path("/music")


def press(house: House, key: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(house.window, key, with_)


@pytest.mark.parametrize(
    ("status", "says"),
    [
        (LibraryStatus((MUSIC,), state=LibraryState.SCANNING), "Looking at the music folders…"),
        (
            LibraryStatus((MUSIC,), 1200, 300, 0, LibraryState.INDEXING, 340.0),
            "Listening · 300 of 1,200 · 6 min left",
        ),
        (
            LibraryStatus((MUSIC,), 12, 12, 3, LibraryState.INDEXING, 20.0),
            "Listening in full · 3 of 12 · less than a minute left",
        ),
        (
            LibraryStatus((MUSIC,), 12, 3, 0, LibraryState.WAITING, why_waiting="on battery"),
            "Waiting: on battery · 3 of 12",
        ),
        (LibraryStatus((MUSIC,), 12, 3, 0, LibraryState.PAUSED), "Listening is paused · 3 of 12"),
        (LibraryStatus((MUSIC,), 12, 12, 12), ""),
    ],
)
def test_one_line_says_how_listening_goes(house: House, status: LibraryStatus, says: str) -> None:
    house.engine.marshal.library_changed(status)
    assert house.window.library.index.bar.text() == says


def test_listening_is_paused_and_goes_on(house: House) -> None:
    press(house, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    press(house, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    names = [call[0] for call in house.session.calls]
    assert names[-2:] == ["pause_indexing", "resume_indexing"]


def test_the_pace_is_kept(house: House) -> None:
    pace = IndexPace(workers=1, only_when_idle=True, wait_on_battery=True)
    house.window.library.index.popover.chosen.emit(pace)
    assert house.session.asked("set_pace") == [(pace,)]
    assert house.settings.text("library/only_when_idle") == "yes"


def test_rows_on_the_screen_are_told_once_they_rest(playing: House) -> None:
    playing.bot.waitUntil(lambda: bool(playing.session.asked("set_in_view")))
    paths = tuple(shown.path for shown in playing.window.tracks.model.suggestions)
    assert playing.session.asked("set_in_view") == [(paths,)]
