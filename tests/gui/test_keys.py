"""Everything can be done from the keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QSlider

from tests.gui.conftest import VIDEO, House
from tivm_desktop.domain.mix import Mix


def test_space_pauses_and_plays(playing: House) -> None:
    playing.press(Qt.Key.Key_Space)
    assert not playing.player.state.playing
    playing.press(Qt.Key.Key_Space)
    assert playing.player.state.playing


def test_space_presses_the_button_that_has_the_focus(playing: House) -> None:
    button = next(
        b for b in playing.window.findChildren(QAbstractButton) if b.accessibleName().startswith("Mute")
    )
    button.setFocus(Qt.FocusReason.TabFocusReason)
    with playing.bot.waitSignal(button.clicked):
        playing.press(Qt.Key.Key_Space)
    assert playing.engine.mix.original_muted
    assert playing.player.state.playing


def test_left_and_right_go_by_one_frame_and_hold(playing: House) -> None:
    playing.engine.playhead.seek(2.0)
    playing.press(Qt.Key.Key_Right)
    assert playing.player.asked("seek")[-1] == (pytest.approx(2.04),)
    assert not playing.player.state.playing
    playing.press(Qt.Key.Key_Left)
    playing.press(Qt.Key.Key_Left)
    playing.bot.waitUntil(lambda: playing.player.asked("seek")[-1] == (pytest.approx(1.96),))


def test_left_moves_a_slider_that_has_the_focus(playing: House) -> None:
    slider = next(
        s for s in playing.window.findChildren(QSlider) if s.accessibleName() == "Volume of the music"
    )
    slider.setFocus(Qt.FocusReason.TabFocusReason)
    playing.press(Qt.Key.Key_Left)
    assert playing.player.asked("seek") == []
    assert playing.engine.mix.music_volume == pytest.approx(0.99**2)


def test_arrows_and_enter_in_the_list(playing: House) -> None:
    view = playing.window.tracks.view
    view.setFocus()
    with playing.bot.waitSignal(playing.engine.auditions.entered):
        QTest.keyClick(view, Qt.Key.Key_Down)
    with playing.bot.waitSignal(playing.engine.auditions.entered):
        QTest.keyClick(view, Qt.Key.Key_Return)
    entered = [str(call[0]) for call in playing.player.asked("set_track") if call[0] is not None]
    assert len(entered) == 2
    assert entered[0] == entered[1]


def test_escape_gives_up_the_video_then_the_message_and_never_the_library(playing: House) -> None:
    playing.window.open_folder(Path("/music"))
    playing.press(Qt.Key.Key_Escape)
    assert playing.session.asked("cancel_video") == [()]
    playing.window.tell("Something is wrong: do something about it.")
    playing.press(Qt.Key.Key_Escape)
    assert not playing.window.message.isVisible()
    assert len(playing.session.asked("cancel_video")) == 1


def test_an_analysis_that_was_given_up_can_be_taken_up(playing: House) -> None:
    playing.press(Qt.Key.Key_Escape)
    again = next(b for b in playing.window.findChildren(QAbstractButton) if b.text() == "Analyse")
    assert again.isVisible()
    again.click()
    assert playing.session.asked("set_video") == [(VIDEO,), (VIDEO,)]


def test_ctrl_o_and_ctrl_m_ask_for_video_and_music(
    house: House, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/v/other.mp4", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    with house.bot.waitSignal(house.engine.taken_in):
        house.press(Qt.Key.Key_O, held=Qt.KeyboardModifier.ControlModifier)
    with house.bot.waitSignal(house.engine.taken_in):
        house.press(Qt.Key.Key_M, held=Qt.KeyboardModifier.ControlModifier)
    assert house.session.asked("set_video") == [(Path("/v/other.mp4"),)]
    assert house.session.asked("set_music_folders") == [((tmp_path,),)]


def test_m_mutes_the_original_sound(playing: House) -> None:
    playing.press(Qt.Key.Key_M)
    playing.press(Qt.Key.Key_M)
    assert playing.player.asked("set_mix")[-2:] == [(Mix(original_muted=True),), (Mix(),)]
