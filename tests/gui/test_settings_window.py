"""The settings open beside the window, never over it."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
)

from tests.gui.conftest import House
from tests.gui.settings_room import NAMES, Room, furnished
from tivm_desktop.gui.theme import Themes


@pytest.fixture
def room(house: House, themes: Themes, tmp_path: Path) -> Room:
    return furnished(house, themes, tmp_path)


def test_ctrl_comma_and_the_gear_open_one_window_that_holds_nothing_up(room: Room, house: House) -> None:
    house.window.activateWindow()
    assert room.control.opened is None
    QTest.keyClick(house.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert room.window.isVisible()
    assert not room.window.isModal()
    first = room.window
    first.close()
    next(
        b for b in house.window.top.findChildren(QAbstractButton) if b.accessibleName() == "Settings"
    ).click()
    assert room.window is first
    assert first.isVisible()
    assert house.window.isEnabled()


def test_playing_goes_on_while_they_are_open(playing: House, themes: Themes, tmp_path: Path) -> None:
    room = furnished(playing, themes, tmp_path)
    for name in NAMES:
        room.open(name)
    assert playing.player.state.playing
    assert playing.player.asked("pause") == []


def test_nothing_of_them_is_loaded_before_they_are_asked_for() -> None:
    program = (
        "import sys, tivm_desktop.gui.settings_control;"
        "parts = ('settings_window', 'settings_page', 'about_', 'licences_', 'online', 'update_');"
        "print(*[n for n in sys.modules if n.startswith('tivm') and any(part in n for part in parts)])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


@pytest.mark.parametrize("leave", ["escape", "close"])
def test_esc_and_the_window_s_key_close_them(room: Room, leave: str) -> None:
    room.open("general")
    if leave == "escape":
        QTest.keyClick(room.window, Qt.Key.Key_Escape)
    else:
        QTest.keyClick(room.window.list, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert not room.window.isVisible()


def test_the_arrow_keys_turn_the_pages(room: Room) -> None:
    room.open("general")
    assert room.window.list.hasFocus()
    seen = [room.window.page.accessibleName()]
    for _ in NAMES[1:]:
        QTest.keyClick(room.window.list, Qt.Key.Key_Down)
        seen.append(room.window.page.accessibleName())
    assert len(set(seen)) == len(NAMES)


def test_it_opens_on_the_page_of_the_last_time(room: Room) -> None:
    room.open("storage")
    room.window.close()
    room.control.open()
    assert room.window.page.accessibleName() == "Storage"


def test_its_place_is_kept_for_the_next_start(room: Room, house: House) -> None:
    room.open("general")
    room.window.resize(901, 707)
    room.window.close()
    assert house.settings.layout("settings") is not None
