"""J, K and L, frames, seconds, ends and loop: through real key presses in the whole window."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from tests.gui.conftest import VIDEO, House
from tests.gui.fakes import FakeFrame
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.gui.shuttle import next_speed
from tivm_desktop.gui.speed_badge import SpeedBadge

Key = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def speeds(house: House) -> list[object]:
    return [speed for (speed,) in house.player.asked("set_speed")]


def badge(house: House) -> SpeedBadge:
    return next(iter(house.window.transport.findChildren(SpeedBadge)))


@pytest.mark.parametrize(
    ("speed", "direction", "then"),
    [
        (None, 1, 1.0),
        (None, -1, -1.0),
        (1.0, 1, 2.0),
        (2.0, 1, 4.0),
        (4.0, 1, 4.0),
        (4.0, -1, 2.0),
        (1.0, -1, -1.0),
        (-1.0, -1, -2.0),
        (-2.0, -1, -4.0),
        (-4.0, -1, -4.0),
        (-4.0, 1, -2.0),
        (-1.0, 1, 1.0),
        (0.5, 1, 1.0),
        (1.5, -1, 1.0),
    ],
)
def test_each_press_goes_one_step_along_the_speeds(speed: float | None, direction: int, then: float) -> None:
    assert next_speed(speed, direction) == then


def test_l_plays_and_goes_faster_and_j_slower(playing: House) -> None:
    playing.press(Key.Key_K)
    playing.press(Key.Key_L)
    assert playing.player.state.playing
    playing.press(Key.Key_L, Key.Key_L, Key.Key_L, Key.Key_J)
    assert speeds(playing) == [1.0, 2.0, 4.0, 4.0, 2.0]


def test_j_plays_backwards_from_a_hold(playing: House) -> None:
    playing.press(Key.Key_Space)
    playing.press(Key.Key_J, Key.Key_J)
    assert playing.player.state.playing
    assert speeds(playing) == [-1.0, -2.0]


def test_a_hold_ends_in_the_normal_speed(playing: House) -> None:
    for hold in (Key.Key_K, Key.Key_Space):
        playing.press(Key.Key_L, hold)
        assert not playing.player.state.playing
        assert playing.player.state.speed == 1.0
        playing.press(Key.Key_Space)
        assert playing.player.state.playing
        assert playing.player.state.speed == 1.0


def test_space_after_the_end_of_a_fast_run_plays_at_the_normal_speed(playing: House) -> None:
    playing.press(Key.Key_L)
    playing.player.state = replace(playing.player.state, playing=False, position_s=10.0)
    playing.press(Key.Key_Space)
    assert playing.player.state.speed == 1.0
    assert playing.player.state.playing


def test_k_held_with_j_or_l_goes_frame_by_frame(playing: House) -> None:
    playing.engine.playhead.seek(2.0)
    keyboard = playing.window.windowHandle()
    QTest.keyPress(keyboard, Key.Key_K)
    QTest.keyClick(keyboard, Key.Key_L)
    assert playing.player.asked("seek")[-1] == (pytest.approx(2.04),)
    assert not playing.player.state.playing
    QTest.keyRelease(keyboard, Key.Key_K)
    QTest.keyClick(keyboard, Key.Key_L)
    assert playing.player.state.playing


def test_a_window_that_goes_away_lets_go_of_k(playing: House) -> None:
    ground = QApplication.focusWidget() or playing.window
    QTest.keyPress(ground, Key.Key_K)
    QApplication.sendEvent(playing.window, QEvent(QEvent.Type.WindowDeactivate))
    QTest.keyClick(ground, Key.Key_L)
    assert playing.player.state.playing


def test_without_a_video_the_keys_do_nothing(house: House) -> None:
    house.window.activateWindow()
    house.press(Key.Key_L, Key.Key_J, Key.Key_Space, Key.Key_Home, Key.Key_End, Key.Key_Right)
    house.press(Key.Key_Right, held=SHIFT)
    assert not {"play", "seek", "set_speed"} & {str(call[0]) for call in house.player.calls}


def test_the_transport_shows_the_speed_in_place_of_the_length(playing: House) -> None:
    shown = badge(playing)
    assert shown.text() == ""
    playing.press(Key.Key_L)
    playing.bot.waitUntil(lambda: shown.text() == "2×")
    playing.press(Key.Key_K)
    playing.bot.waitUntil(lambda: shown.text() == "")
    playing.press(Key.Key_J)
    playing.bot.waitUntil(lambda: shown.text() == "−1×")
    assert shown.accessibleName() == "Speed −1"


def test_steps_under_a_held_key_wait_for_the_picture_and_none_is_lost(playing: House) -> None:
    playing.press(Key.Key_K)
    playing.engine.playhead.seek(2.0)
    before = len(playing.player.asked("seek"))
    playing.press(*[Key.Key_Right] * 5)
    assert len(playing.player.asked("seek")) == before + 1
    playing.player.frames.append(FakeFrame(np.zeros((36, 64, 3), np.uint8), 2.04))
    playing.bot.waitUntil(lambda: playing.player.state.position_s == pytest.approx(2.2))
    assert len(playing.player.asked("seek")) == before + 2


def test_shift_and_an_arrow_jump_by_a_second_and_play_on(playing: House) -> None:
    playing.engine.playhead.seek(2.0)
    playing.press(Key.Key_Right, held=SHIFT)
    assert playing.player.state.position_s == pytest.approx(3.0)
    playing.press(*[Key.Key_Left] * 4, held=SHIFT)
    playing.bot.waitUntil(lambda: playing.player.state.position_s == 0.0)
    playing.press(*[Key.Key_Right] * 12, held=SHIFT)
    playing.bot.waitUntil(lambda: playing.player.state.position_s == pytest.approx(9.96))
    assert playing.player.state.playing


def test_home_and_end_go_to_the_ends_of_the_video_from_the_list_too(playing: House) -> None:
    playing.window.tracks.view.setFocus()
    playing.press(Key.Key_End)
    assert playing.player.state.position_s == pytest.approx(9.96)
    assert not playing.player.state.playing
    playing.press(Key.Key_Home)
    assert playing.player.state.position_s == 0.0


def test_up_and_down_go_from_track_to_track_wherever_the_focus_is(playing: House) -> None:
    playing.window.timeline.timeline.setFocus()
    none = Qt.KeyboardModifier.NoModifier
    presses = [
        (Key.Key_Down, none, "a"),
        (Key.Key_Down, none, "b"),
        (Key.Key_End, CTRL, "c"),
        (Key.Key_Up, none, "b"),
        (Key.Key_Home, CTRL, "a"),
    ]
    for key, modifier, title in presses:
        with playing.bot.waitSignal(playing.engine.auditions.entered) as heard:
            playing.press(key, held=modifier)
        assert heard.args[0].suggestion.title == title
    assert playing.player.state.playing


def test_the_first_track_is_not_entered_again_from_its_own_place(playing: House) -> None:
    with playing.bot.waitSignal(playing.engine.auditions.entered):
        playing.press(Key.Key_Down)
    with playing.bot.assertNotEmitted(playing.engine.auditions.entered, wait=50):
        playing.press(Key.Key_Up)


def test_a_text_field_in_the_window_keeps_its_letters(playing: House) -> None:
    field = QLineEdit(playing.window)
    field.show()
    field.setFocus()
    playing.press(Key.Key_J, Key.Key_K, Key.Key_Space, Key.Key_I)
    assert field.text() == "jk i"
    assert playing.player.state.playing
    assert playing.engine.range is None


def test_the_loop_follows_the_range(playing: House) -> None:
    playing.press(Key.Key_L, held=CTRL)
    assert playing.player.asked("set_loop") == [((0.0, 10.0),)]
    playing.engine.set_range(VideoRange(2.0, 5.0))
    assert playing.player.asked("set_loop")[-1] == ((2.0, 5.0),)
    assert "over and over" in playing.window.timeline.timeline.accessibleDescription()
    assert playing.button("Loop the range").isChecked()
    playing.engine.set_range(None)
    assert playing.player.asked("set_loop")[-1] == ((0.0, 10.0),)
    playing.button("Loop the video").click()
    assert playing.player.asked("set_loop")[-1] == (None,)
    assert not playing.button("Loop the video").isChecked()


def test_an_out_point_at_the_playhead_ends_the_round_there(playing: House) -> None:
    playing.press(Key.Key_L, held=CTRL)
    playing.engine.playhead.seek(2.0)
    playing.press(Key.Key_I)
    assert playing.player.state.position_s == 2.0
    playing.engine.playhead.seek(6.0)
    playing.press(Key.Key_O)
    assert playing.player.asked("set_loop")[-1] == ((2.0, 6.0),)
    assert playing.player.state.position_s == 2.0


def test_while_it_is_held_the_loop_moves_nothing(playing: House) -> None:
    playing.press(Key.Key_K)
    playing.engine.set_range(VideoRange(2.0, 5.0))
    playing.engine.playhead.seek(8.0)
    playing.press(Key.Key_L, held=CTRL)
    assert playing.player.state.position_s == 8.0


@pytest.mark.parametrize("name", ["next.mp4", VIDEO.name])
def test_the_loop_stays_on_for_the_next_video_and_its_true_length(playing: House, name: str) -> None:
    playing.press(Key.Key_L, held=CTRL)
    playing.open(VIDEO.with_name(name))
    playing.bot.waitUntil(lambda: len(playing.player.asked("set_loop")) == 2)
    playing.player.state = replace(playing.player.state, duration_s=9.5)
    playing.bot.waitUntil(lambda: playing.player.asked("set_loop")[-1] == ((0.0, 9.5),))


def test_the_transport_says_which_keys_there_are(playing: House) -> None:
    def tips() -> set[str]:
        return {one.toolTip() for one in playing.window.transport.findChildren(QAbstractButton)}

    playing.bot.waitUntil(lambda: {"Pause  (Space)", "Loop the video  (Ctrl+L)"} <= tips())
    playing.window.shortcuts.give("transport.play", ["F9"])
    playing.bot.waitUntil(lambda: "Pause  (F9)" in tips())
    playing.press(Key.Key_F9)
    playing.bot.waitUntil(lambda: "Play  (F9)" in tips())
