"""Mutes, solos, volumes, ducking and levels: by key, by button, in the popover, and at the next start."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QSlider

from tests.gui.conftest import VIDEO, House
from tests.gui.fakes import suggestion, track_analysis
from tivm_desktop.domain.level_match import LevelMatch
from tivm_desktop.domain.mix import Ducking, Mix
from tivm_desktop.gui.desk import Desk
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.mix_control import MixControl
from tivm_desktop.gui.mix_popover import MixPopover
from tivm_desktop.gui.mix_settings import keep_level, keep_mix, kept_level, kept_mix
from tivm_desktop.gui.settings import Settings
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.transport import Transport

KEY = Qt.Key
PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


def press(house: House, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> Mix:
    house.press(key, held=held)
    (mix,) = house.player.asked("set_mix")[-1]
    assert isinstance(mix, Mix)
    return mix


def slider(house: House, name: str) -> QSlider:
    return next(s for s in house.window.findChildren(QSlider) if s.accessibleName() == name)


def check(house: House, name: str) -> QCheckBox:
    return next(c for c in house.window.findChildren(QCheckBox) if c.accessibleName() == name)


@pytest.fixture
def popover(playing: House) -> MixPopover:
    press(playing, KEY.Key_D, SHIFT)
    return playing.window.findChildren(MixPopover)[0]


def test_keys_mute_each_of_the_two(playing: House) -> None:
    assert press(playing, KEY.Key_M) == Mix(original_muted=True)
    assert press(playing, KEY.Key_M, SHIFT) == Mix(original_muted=True, music_muted=True)
    assert press(playing, KEY.Key_M) == Mix(music_muted=True)


def test_keys_let_one_be_heard_alone(playing: House) -> None:
    assert press(playing, KEY.Key_S) == Mix(solo="original")
    assert press(playing, KEY.Key_S, SHIFT) == Mix(solo="music")
    assert press(playing, KEY.Key_S, SHIFT) == Mix()


def test_a_sound_that_is_muted_is_heard_when_it_is_to_be_heard_alone(playing: House) -> None:
    press(playing, KEY.Key_M)
    assert press(playing, KEY.Key_S) == Mix(solo="original")
    press(playing, KEY.Key_M, SHIFT)
    assert press(playing, KEY.Key_S, SHIFT) == Mix(solo="music")


@pytest.mark.parametrize(
    ("name", "then", "mix"),
    [
        ("Mute the original sound", "Unmute the original sound", Mix(original_muted=True)),
        ("Mute the music", "Unmute the music", Mix(music_muted=True)),
        ("Hear only the original sound", "Hear both sounds", Mix(solo="original")),
        ("Hear only the music", "Hear both sounds", Mix(solo="music")),
        (
            "Duck the music under speech",
            "Stop ducking the music under speech",
            Mix(ducking=Ducking(on=True)),
        ),
    ],
)
def test_buttons_do_the_same_and_say_what_they_undo(playing: House, name: str, then: str, mix: Mix) -> None:
    pressed = playing.button(name)
    before = pressed.grab().toImage()
    QTest.mouseClick(pressed, Qt.MouseButton.LeftButton)
    assert playing.engine.mix == mix
    assert pressed.accessibleName() == then
    assert pressed.isChecked()
    assert pressed.grab().toImage() != before
    QTest.mouseClick(pressed, Qt.MouseButton.LeftButton)
    assert playing.engine.mix == Mix()
    assert not pressed.isChecked()


def test_the_volume_of_a_silent_sound_is_dimmed(playing: House) -> None:
    press(playing, KEY.Key_S)
    assert not slider(playing, "Volume of the music").isEnabled()
    assert slider(playing, "Volume of the original sound").isEnabled()


def test_the_original_sound_has_a_volume_too(playing: House) -> None:
    volume = slider(playing, "Volume of the original sound")
    volume.setFocus()
    QTest.keyClick(volume, KEY.Key_Home)
    assert playing.engine.mix == Mix(original_volume=0.0)


def test_d_ducks(playing: House) -> None:
    assert press(playing, KEY.Key_D).ducking.on
    assert not press(playing, KEY.Key_D).ducking.on


def test_ducking_is_set_in_the_popover(playing: House, popover: MixPopover) -> None:
    assert popover.isVisible()
    QTest.mouseClick(check(playing, "Duck the music under speech"), Qt.MouseButton.LeftButton)
    for name, key in (
        ("How far the music is turned down", KEY.Key_End),
        ("How long turning down takes", KEY.Key_Home),
        ("How long coming back takes", KEY.Key_End),
    ):
        QTest.keyClick(slider(playing, name), key)
    assert playing.engine.mix.ducking == Ducking(on=True, amount_db=24.0, attack_s=0.01, release_s=3.0)


def test_levels_are_matched_to_what_the_popover_says(playing: House, popover: MixPopover) -> None:
    playing.session.analyses[suggestion("a").path] = track_analysis(peak_dbfs=-2.0)
    with playing.bot.waitSignal(playing.engine.auditions.entered):
        playing.engine.auditions.enter(suggestion("a"), play=False)
    target = slider(playing, "Loudness that tracks are matched to")
    QTest.keyClick(target, KEY.Key_Home)
    assert playing.player.asked("set_track")[-1][2] == pytest.approx(-14.0)
    QTest.keyClick(target, KEY.Key_End)
    assert playing.player.asked("set_track")[-1][2] == pytest.approx(1.0)
    QTest.mouseClick(check(playing, "Match the tracks' levels"), Qt.MouseButton.LeftButton)
    assert playing.player.asked("set_track")[-1][2] == 0.0
    assert not target.isEnabled()
    assert popover.isVisible()


def test_the_popover_lies_in_the_window_and_closes_with_esc(playing: House, popover: MixPopover) -> None:
    window = playing.window.frameGeometry()
    assert window.contains(popover.frameGeometry())
    QTest.keyClick(popover, KEY.Key_Escape)
    assert not popover.isVisible()


def test_all_of_it_is_there_at_the_next_start(
    playing: House, popover: MixPopover, themes: Themes, icons: Icons
) -> None:
    QTest.mouseClick(check(playing, "Duck the music under speech"), Qt.MouseButton.LeftButton)
    QTest.keyClick(slider(playing, "How far the music is turned down"), KEY.Key_End)
    QTest.keyClick(slider(playing, "Loudness that tracks are matched to"), KEY.Key_Home)
    popover.close()
    press(playing, KEY.Key_M)
    volume = slider(playing, "Volume of the music")
    volume.setFocus()
    QTest.keyClick(volume, KEY.Key_Home)
    mix, level = playing.engine.mix, playing.engine.auditions.level
    playing.engine.set_mix(Mix())
    playing.engine.auditions.set_level(LevelMatch())
    transport, window = Transport(icons, themes), playing.window
    playing.bot.addWidget(transport)
    status, message = window.status, window.message
    desk = Desk(playing.engine, playing.settings, window.shortcuts, status, message, icons, themes, window)
    MixControl(desk, transport.mix)
    assert (
        playing.engine.mix == mix == Mix(original_muted=True, music_volume=0.0, ducking=Ducking(True, 24.0))
    )
    assert playing.engine.auditions.level == level == LevelMatch(target_lufs=-24.0)


def test_a_solo_is_not_kept(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "window.ini")
    keep_mix(settings, Mix(solo="music", music_muted=True))
    assert kept_mix(settings) == Mix(music_muted=True)


def test_without_settings_all_is_as_usual(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "window.ini")
    assert kept_mix(settings) == Mix()
    assert kept_level(settings) == LevelMatch()


def test_the_level_is_kept(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "window.ini")
    keep_level(settings, LevelMatch(on=False, target_lufs=-23.0))
    settings.flush()
    assert kept_level(Settings(tmp_path / "window.ini")) == LevelMatch(on=False, target_lufs=-23.0)


@pytest.mark.parametrize("spoilt", ["loud", "nan", ""])
def test_spoilt_settings_are_as_none(tmp_path: Path, spoilt: str) -> None:
    settings = Settings(tmp_path / "window.ini")
    for key in ("mix/attack_s", "mix/ducking", "mix/target_lufs", "mix/match_levels"):
        settings.remember(key, spoilt)
    assert kept_mix(settings) == Mix()
    assert kept_level(settings) == LevelMatch()


def test_settings_beyond_what_can_be_set_are_brought_back(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "window.ini")
    settings.remember("mix/target_lufs", "12")
    settings.remember("mix/release_s", "-1")
    assert kept_level(settings).target_lufs == -9.0
    assert kept_mix(settings).ducking.release_s == 0.05


def test_the_popover_says_where_speech_stands(playing: House, popover: MixPopover) -> None:
    marshal = playing.engine.marshal
    assert popover.speech_text() == "The video is listened through for speech once this is on."
    QTest.mouseClick(check(playing, "Duck the music under speech"), Qt.MouseButton.LeftButton)
    assert popover.speech_text() == "Listening for speech…"
    marshal.speech_found(VIDEO, ((1.0, 2.0), (4.0, 5.5)))
    assert popover.speech_text() == "Speech in 2 places"
    marshal.speech_found(VIDEO, ())
    assert popover.speech_text() == "No speech found"


def test_speech_that_can_not_be_found_is_asked_for_again_when_ducking_is(playing: House) -> None:
    sentence = "cut.mp4 can't be listened to: save it again."
    press(playing, KEY.Key_D)
    playing.engine.marshal.speech_failed(VIDEO, sentence)
    assert playing.window.findChildren(MixPopover)[0].speech_text() == sentence
    press(playing, KEY.Key_M)
    assert len(playing.session.asked("find_speech")) == 1
    press(playing, KEY.Key_D)
    press(playing, KEY.Key_D)
    assert len(playing.session.asked("find_speech")) == 2
