"""F1: every command with its keys, over the window, and each key changed on the spot."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.gui.conftest import House
from tivm_desktop.gui.help_row import HelpRow
from tivm_desktop.gui.help_sheet import HelpSheet
from tivm_desktop.gui.shortcuts import Command, Shortcuts

Key = Qt.Key


def opened(house: House) -> HelpSheet:
    house.window.activateWindow()
    house.press(Key.Key_F1)
    sheet = house.window.help.sheet
    assert sheet is not None
    assert sheet.isVisible()
    house.bot.waitUntil(lambda: len(sheet.list.rows) == len(house.window.shortcuts.commands))
    return sheet


def row(sheet: HelpSheet, name: str) -> HelpRow:
    return next(row for row in sheet.list.rows if row.command.name == name)


def button(where: QWidget, text: str) -> QAbstractButton:
    return next(b for b in where.findChildren(QAbstractButton) if b.text() == text and b.isVisible())


def named(where: QWidget, name: str) -> QAbstractButton:
    return next(b for b in where.findChildren(QAbstractButton) if b.accessibleName() == name)


def first_seen(commands: list[Command]) -> Callable[[str], int]:
    groups = list(dict.fromkeys(one.group for one in commands))
    return groups.index


def change(sheet: HelpSheet, name: str, key: Qt.Key, place: int = 0) -> None:
    cap = row(sheet, name).caps[place]
    cap.click()
    QTest.keyClick(cap, key)


def test_every_command_is_listed_with_its_keys(house: House) -> None:
    sheet = opened(house)
    shortcuts = house.window.shortcuts
    listed = [row.command for row in sheet.list.rows]
    assert sorted(listed, key=shortcuts.commands.index) == list(shortcuts.commands)
    assert [one.group for one in listed] == sorted([one.group for one in listed], key=first_seen(listed))
    for one in sheet.list.rows:
        keys = tuple(cap.key for cap in one.caps if cap.key)
        assert keys == shortcuts.keys(one.command.name)
        assert all(cap.accessibleName().startswith(one.command.says) for cap in one.caps)


def test_f1_a_question_mark_and_the_button_open_and_close(house: House) -> None:
    sheet = opened(house)
    house.press(Key.Key_F1)
    assert not sheet.isVisible()
    house.press(Key.Key_Question)
    assert sheet.isVisible()
    named(house.window, "Close").click()
    assert not sheet.isVisible()
    named(house.window, "Keys").click()
    assert sheet.isVisible()


def test_escape_closes_the_sheet_before_it_does_anything_else(playing: House) -> None:
    before = QApplication.focusWidget()
    sheet = opened(playing)
    playing.press(Key.Key_Escape)
    assert not sheet.isVisible()
    assert playing.session.asked("cancel_video") == []
    assert QApplication.focusWidget() is before
    playing.press(Key.Key_Escape)
    assert playing.session.asked("cancel_video") == [()]


def test_a_press_beside_the_card_closes(house: House) -> None:
    sheet = opened(house)
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert not sheet.isVisible()


def test_a_click_and_another_key_bind_it(playing: House) -> None:
    sheet = opened(playing)
    change(sheet, "transport.play", Key.Key_F9)
    assert playing.window.shortcuts.keys("transport.play") == ("F9",)
    playing.press(Key.Key_Escape)
    playing.press(Key.Key_F9)
    assert not playing.player.state.playing


def test_what_is_listened_for_does_nothing_else(playing: House) -> None:
    sheet = opened(playing)
    cap = row(sheet, "transport.play").caps[0]
    cap.click()
    assert cap.listens
    QTest.keyClick(cap, Key.Key_K)
    assert playing.player.state.playing
    assert "Hold" in row(sheet, "transport.play").question()


def test_escape_keeps_the_key_and_the_sheet(house: House) -> None:
    sheet = opened(house)
    change(sheet, "transport.play", Key.Key_Escape)
    assert sheet.isVisible()
    assert house.window.shortcuts.keys("transport.play") == ("Space",)
    assert not row(sheet, "transport.play").caps[0].listens


def test_a_key_in_use_is_taken_over_only_when_told(house: House) -> None:
    sheet, shortcuts = opened(house), house.window.shortcuts
    change(sheet, "transport.play", Key.Key_L)
    asked = row(sheet, "transport.play")
    assert asked.question() == "L is “Forwards; again: faster”."
    button(asked, "Leave it").click()
    assert asked.question() == ""
    assert shortcuts.keys("transport.play") == ("Space",)
    change(sheet, "transport.play", Key.Key_L)
    button(asked, "Take it over").click()
    assert shortcuts.keys("transport.play") == ("L",)
    assert shortcuts.keys("transport.shuttle_on") == ()
    assert [cap.key for cap in row(sheet, "transport.shuttle_on").caps] == [""]


def test_a_second_key_is_added_and_taken_away(house: House) -> None:
    sheet, shortcuts = opened(house), house.window.shortcuts
    change(sheet, "transport.play", Key.Key_F9, place=-1)
    assert shortcuts.keys("transport.play") == ("Space", "F9")
    change(sheet, "transport.play", Key.Key_Backspace, place=1)
    assert shortcuts.keys("transport.play") == ("Space",)


def test_keys_that_must_stay_say_why(house: House) -> None:
    sheet = opened(house)
    change(sheet, "transport.play", Key.Key_Return)
    assert row(sheet, "transport.play").question().startswith("Enter plays the track")
    assert not any(cap.isEnabled() for cap in row(sheet, "window.escape").caps)


def test_one_command_and_all_go_back(house: House) -> None:
    sheet, shortcuts = opened(house), house.window.shortcuts
    change(sheet, "transport.play", Key.Key_F9)
    change(sheet, "transport.loop", Key.Key_F8)
    named(sheet, "Play or hold: back to Space").click()
    assert shortcuts.keys("transport.play") == ("Space",)
    button(sheet, "Reset all").click()
    assert shortcuts.keys("transport.loop") == ("F8",)
    button(sheet, "Reset all keys?").click()
    assert shortcuts.keys("transport.loop") == ("Ctrl+L",)


def test_changed_keys_are_there_after_a_restart(house: House) -> None:
    change(opened(house), "transport.play", Key.Key_F9)
    again = Shortcuts(QWidget(house.window), house.settings)
    again.add("transport.play", "Playing", "Play or hold", "Space", lambda: None)
    assert again.keys("transport.play") == ("F9",)


def test_a_search_leaves_what_it_finds(house: House) -> None:
    sheet = opened(house)
    QTest.keyClicks(sheet.search, "frame")
    left = [one.command.name for one in sheet.list.rows if one.isVisible()]
    assert {"transport.frame_back", "transport.frame_on", "transport.hold"} <= set(left)
    assert "transport.end" not in left
    sheet.search.setText("ctrl+l")
    assert [one.command.name for one in sheet.list.rows if one.isVisible()] == ["transport.loop"]
    sheet.search.setText("no such thing")
    assert not any(one.isVisible() for one in sheet.list.rows)


def test_tab_stays_in_the_sheet(house: House) -> None:
    sheet = opened(house)
    for _ in range(12):
        house.press(Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert sheet.isAncestorOf(focused)
    for _ in range(14):
        house.press(Key.Key_Backtab)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert sheet.isAncestorOf(focused)


@pytest.mark.parametrize(
    ("name", "asked"), [("About TIVM Desktop", "about_asked"), ("Try the demo", "demo_asked")]
)
def test_it_leads_to_what_the_program_is_and_to_the_demo(house: House, name: str, asked: str) -> None:
    sheet = opened(house)
    with house.bot.waitSignal(getattr(house.window.help, asked)):
        named(sheet, name).click()
    assert not sheet.isVisible()


def test_the_card_fits_into_a_small_window(house: House) -> None:
    sheet = opened(house)
    house.window.resize(1100, 640)
    house.bot.waitUntil(lambda: sheet.size() == house.window.size())
    for one in sheet.list.rows:
        assert one.mapTo(sheet, QPoint(one.width(), 0)).x() <= sheet.width()


def test_every_control_has_a_name_and_shows_the_focus(house: House) -> None:
    sheet = opened(house)
    change(sheet, "transport.play", Key.Key_L)
    controls = [one for one in (*sheet.findChildren(QAbstractButton), sheet.search) if one.isVisible()]
    assert len(controls) > 2 * len(sheet.list.rows)
    assert [one for one in controls if not one.accessibleName()] == []
    for one in (*controls[:8], *controls[-4:]):
        if not one.isEnabled():
            continue
        sheet.setFocus()
        house.window.setFocus()
        without = one.grab().toImage()
        one.setFocus(Qt.FocusReason.TabFocusReason)
        assert one.grab().toImage() != without, one.accessibleName()


def test_a_search_typed_while_rows_come_holds_for_all_of_them(house: House) -> None:
    house.window.activateWindow()
    house.press(Key.Key_F1)
    sheet = house.window.help.sheet
    assert sheet is not None
    sheet.search.setText("ctrl+l")
    with house.bot.waitSignal(sheet.list.filled):
        pass
    assert [one.command.name for one in sheet.list.rows if one.isVisible()] == ["transport.loop"]
