from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.conftest import House
from tests.gui.fakes import FakePlayer, FakeSession, parts
from tivm_desktop.gui.engine import Engine
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.marshal import Marshal
from tivm_desktop.gui.output_button import LOOK_AGAIN, SYSTEM_DEFAULT, OutputButton
from tivm_desktop.gui.settings import Settings
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.window import MainWindow


@pytest.fixture
def button(house: House) -> OutputButton:
    button = house.window.status.device
    house.bot.waitUntil(lambda: button.text() == "Sound: Test device")
    return button


def entries(button: OutputButton) -> list[tuple[str, bool, bool]]:
    button.open_menu()
    actions = button.menu_of_devices.actions()
    button.menu_of_devices.hide()
    return [(each.text(), each.isChecked(), each.isEnabled()) for each in actions if not each.isSeparator()]


def press(button: OutputButton, text: str) -> None:
    entries(button)
    next(each for each in button.menu_of_devices.actions() if each.text() == text).trigger()


def test_the_systems_default_comes_first_and_what_is_chosen_is_checked(button: OutputButton) -> None:
    assert entries(button) == [
        (SYSTEM_DEFAULT, True, True),
        ("Test device", False, True),
        ("Other device", False, True),
        (LOOK_AGAIN, False, True),
    ]


def test_a_chosen_device_is_played_on_and_remembered(house: House, button: OutputButton) -> None:
    press(button, "Other device")
    assert house.player.asked("set_output") == [("Other device",)]
    assert house.settings.text("playback/output") == "Other device"
    house.bot.waitUntil(lambda: ("Other device", True, True) in entries(button))
    press(button, SYSTEM_DEFAULT)
    assert house.player.asked("set_output")[-1] == (None,)
    assert house.settings.text("playback/output") == ""


def test_a_chosen_device_that_is_gone_stays_in_the_menu(house: House, button: OutputButton) -> None:
    house.player.state = replace(house.player.state, output="Headphones")
    house.bot.waitUntil(lambda: ("Headphones (not there)", True, False) in entries(button))


def test_looking_again_keeps_the_choice(house: House, button: OutputButton) -> None:
    press(button, "Other device")
    press(button, LOOK_AGAIN)
    assert house.player.asked("set_output") == [("Other device",), ("Other device",)]


def test_a_long_name_gives_way_to_the_rest_and_is_whole_in_the_tip(
    house: House, button: OutputButton
) -> None:
    name = "Family 17h/19h HD Audio Controller, Analogue Stereo Output of the Dock & the Screen"
    house.player.state = replace(house.player.state, device=name, outputs=(name,))
    house.bot.waitUntil(lambda: name in button.toolTip())
    assert "…" in button.text()
    assert button.accessibleName() == f"Sound device: {name}"
    assert button.width() < 320
    assert entries(button)[1][0] == name.replace("&", "&&")


def test_a_key_opens_the_menu(house: House, button: OutputButton) -> None:
    house.window.activateWindow()
    house.bot.keyClick(
        house.window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert button.menu_of_devices.isVisible()
    button.menu_of_devices.hide()
    house.bot.waitUntil(lambda: "Ctrl+Shift+D" in button.toolTip())


def test_the_device_of_the_last_time_is_chosen_at_the_start(
    qtbot: QtBot, themes: Themes, icons: Icons, tmp_path: Path
) -> None:
    settings = Settings(tmp_path / "window.ini")
    settings.remember("playback/output", "Headphones")
    player = FakePlayer()
    engine = Engine(parts(player, FakeSession()), Marshal())
    window = MainWindow(engine, settings, themes, icons)
    qtbot.addWidget(window)
    with qtbot.waitSignals([engine.player_ready, engine.pack_named]):
        engine.start()
    assert player.asked("set_output") == [("Headphones",)]
    window.close()
