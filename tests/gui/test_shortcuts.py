"""One list of keys for the whole window: bound, changed, taken over, kept, and lent to focused controls."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QSlider, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import House
from tivm_desktop.gui.controls import stands_for
from tivm_desktop.gui.settings import Settings
from tivm_desktop.gui.shortcuts import GROUPS, Shortcuts


class Room:
    """A window with one control of each kind, and commands that note that they were called."""

    def __init__(self, bot: QtBot, settings: Settings) -> None:
        self.window = QWidget()
        column = QVBoxLayout(self.window)
        self.text, self.number, self.button = QLineEdit(), QSpinBox(), QPushButton("Push")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        for control in (self.text, self.number, self.button, self.slider):
            column.addWidget(control)
        self.window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        stands_for(self.button, "play")
        bot.addWidget(self.window)
        self.called: list[str] = []
        self.shortcuts = Shortcuts(self.window, settings)
        for name, keys in (("play", ("Space", "P")), ("on", ("Right",)), ("down", ("Down",)), ("far", ())):
            self.shortcuts.add(name, "All", f"To {name}", keys, self._noter(name))
        self.shortcuts.add("out", "All", "To out", "Esc", self._noter("out"), fixed=True)
        with bot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        self.window.setFocus()

    def press(self, key: Qt.Key, on: QWidget | None = None) -> list[str]:
        """Press a key where the focus is put, and return what it called."""
        target = self.window if on is None else on
        target.setFocus()
        self.called.clear()
        QTest.keyClick(target, key)
        return list(self.called)

    def _noter(self, name: str) -> Callable[[], None]:
        return lambda: self.called.append(name)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "window.ini")


@pytest.fixture
def room(qtbot: QtBot, settings: Settings) -> Room:
    return Room(qtbot, settings)


def test_every_key_of_a_command_does_it(room: Room) -> None:
    assert room.press(Qt.Key.Key_Space) == ["play"]
    assert room.press(Qt.Key.Key_P) == ["play"]
    assert room.shortcuts.keys("play") == ("Space", "P")


def test_a_command_may_come_without_a_key(room: Room) -> None:
    assert room.shortcuts.keys("far") == ()
    assert room.shortcuts.text("far") == ""
    room.shortcuts.give("far", ["F"])
    assert room.press(Qt.Key.Key_F) == ["far"]


def test_other_keys_take_the_place_of_those_that_came(room: Room) -> None:
    room.shortcuts.give("play", ["Ctrl+P", "G"])
    assert room.press(Qt.Key.Key_Space) == []
    assert room.press(Qt.Key.Key_G) == ["play"]
    assert room.shortcuts.is_own("play")


def test_a_key_taken_over_is_lost_to_its_holder(room: Room) -> None:
    holder = room.shortcuts.holder("P")
    assert holder is not None
    assert holder.says == "To play"
    room.shortcuts.give("on", ["Right", "P"])
    assert room.press(Qt.Key.Key_P) == ["on"]
    assert room.shortcuts.keys("play") == ("Space",)


def test_own_keys_are_there_after_a_restart(qtbot: QtBot, settings: Settings, room: Room) -> None:
    room.shortcuts.give("on", ["P"])
    room.window.close()
    again = Room(qtbot, settings)
    assert again.shortcuts.keys("on") == ("P",)
    assert again.shortcuts.keys("play") == ("Space",)
    assert again.press(Qt.Key.Key_P) == ["on"]


def test_one_command_goes_back_and_takes_its_keys_along(room: Room) -> None:
    room.shortcuts.give("on", ["P"])
    room.shortcuts.reset("play")
    assert room.shortcuts.keys("play") == ("Space", "P")
    assert room.shortcuts.keys("on") == ()
    assert not room.shortcuts.is_own("play")


def test_all_commands_go_back(room: Room) -> None:
    room.shortcuts.give("on", ["P"])
    room.shortcuts.give("down", [])
    room.shortcuts.reset_all()
    for command in room.shortcuts.commands:
        assert room.shortcuts.keys(command.name) == command.keys
        assert not room.shortcuts.is_own(command.name)


def test_keys_that_are_fixed_stay(qtbot: QtBot, settings: Settings) -> None:
    settings.remember("keys/out", '["Q"]')
    room = Room(qtbot, settings)
    assert room.shortcuts.keys("out") == ("Esc",)
    assert room.press(Qt.Key.Key_Escape) == ["out"]


def test_a_text_field_keeps_what_can_be_typed(room: Room) -> None:
    assert room.press(Qt.Key.Key_P, room.text) == []
    assert room.press(Qt.Key.Key_Space, room.text) == []
    assert room.text.text() == "p "
    assert room.press(Qt.Key.Key_Escape, room.text) == ["out"]


def test_a_number_field_keeps_the_keys_that_change_it(room: Room) -> None:
    room.number.setValue(5)
    assert room.press(Qt.Key.Key_Down, room.number) == []
    assert room.number.value() == 4


def test_a_slider_keeps_its_arrows_and_a_button_its_space(room: Room) -> None:
    assert room.press(Qt.Key.Key_Right, room.slider) == []
    assert room.slider.value() == 1
    pushed: list[str] = []
    room.button.clicked.connect(lambda: pushed.append("pushed"))
    assert room.press(Qt.Key.Key_Space, room.button) == []
    assert pushed == ["pushed"]
    assert room.press(Qt.Key.Key_Right, room.button) == ["on"]
    assert room.press(Qt.Key.Key_P, room.slider) == ["play"]


def test_tips_name_the_keys_there_are(room: Room, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: room.button.toolTip() == "Space")
    room.shortcuts.give("play", ["Ctrl+P"])
    qtbot.waitUntil(lambda: room.button.toolTip() == "Ctrl+P")


def test_a_held_key_acts_once_unless_its_command_repeats(room: Room) -> None:
    room.shortcuts.add("frame", "All", "To frame", "R", lambda: room.called.append("frame"), repeats=True)
    bound = {one.key().toString(): one for one in room.window.findChildren(QShortcut)}
    for key, name in ((Qt.Key.Key_P, "play"), (Qt.Key.Key_R, "frame")):
        assert room.press(key) == [name]
        again = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier, "", True)
        QApplication.sendEvent(room.window, again)
        bound[Qt.Key(key).name.removeprefix("Key_")].activated.emit()
        assert room.called == ([name] if name == "play" else [name, name])


def test_every_shortcut_of_the_window_belongs_to_a_command(house: House) -> None:
    bound = [one.key() for one in house.window.findChildren(QShortcut)]
    shortcuts = house.window.shortcuts
    commands = [QKeySequence(key) for command in shortcuts.commands for key in shortcuts.keys(command.name)]
    assert sorted(key.toString() for key in bound) == sorted(key.toString() for key in commands)
    assert len({key.toString() for key in bound}) == len(bound)


def test_no_two_commands_of_the_window_come_with_the_same_key(house: House) -> None:
    commands = house.window.shortcuts.commands
    assert [house.window.shortcuts.keys(one.name) for one in commands] == [one.keys for one in commands]


def test_every_command_of_the_window_stands_under_a_heading_that_is_translated(house: House) -> None:
    assert {one.group for one in house.window.shortcuts.commands} <= set(GROUPS)


def test_only_one_file_makes_shortcuts() -> None:
    package = Path(__file__).parents[2] / "tivm_desktop"
    makers = {path.name for path in package.rglob("*.py") if "QShortcut(" in path.read_text(encoding="utf-8")}
    assert makers == {"shortcuts.py"}
