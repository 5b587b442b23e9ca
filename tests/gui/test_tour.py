"""A tour goes by the video's clock, which the tests set."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.gui.conftest import VIDEO, House
from tests.gui.fakes import suggestion, track_analysis
from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.domain.video_range import VideoRange

KEY = Qt.Key
LONG_S = 600.0


def press(house: House, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    QTest.keyClick(house.window if focused is None else focused, key)


def clock(house: House, position_s: float, **more: object) -> None:
    """Let the video's clock stand at a second, and the window look at it."""
    house.player.state = replace(house.player.state, position_s=position_s, **more)  # type: ignore[arg-type]
    house.engine.state_changed.emit(house.player.state)


def run_to(house: House, position_s: float) -> None:
    """Let the clock run there, looked at every half second."""
    start_s = house.player.state.position_s
    for now_s in np.arange(start_s, position_s, 0.5).tolist():
        clock(house, now_s)
    clock(house, position_s)


def heard(house: House) -> str:
    current = house.engine.auditions.current
    return "" if current is None else current.suggestion.title


def rank(house: House, *tracks: Suggestion) -> None:
    house.window.tracks.start_over()
    for track in tracks:
        house.session.analyses[track.path] = track_analysis()
    house.engine.marshal.ranked(VIDEO, tracks)


def next_track(house: House, position_s: float) -> str:
    with house.bot.waitSignal(house.engine.auditions.entered):
        run_to(house, position_s)
    return heard(house)


@pytest.fixture
def long(playing: House) -> House:
    """Twelve tracks at 120 beats a minute, four bars of which last 8 s, under a long video."""
    playing.player.state = replace(playing.player.state, duration_s=LONG_S)
    names = "abcdefghijkl"
    rank(playing, *(suggestion(name, rank) for rank, name in enumerate(names, 1)))
    return playing


@pytest.fixture
def touring(long: House) -> House:
    clock(long, 20.0)
    with long.bot.waitSignal(long.engine.auditions.entered):
        press(long, KEY.Key_T)
    return long


def test_it_begins_with_the_best_at_the_playhead(touring: House) -> None:
    assert heard(touring) == "a"
    assert touring.player.state.playing
    assert touring.player.asked("seek") == []
    assert touring.window.tracks.count_text() == "Tour 1 of 10"


def test_it_goes_on_after_four_bars_under_the_same_picture(touring: House) -> None:
    run_to(touring, 27.5)
    assert heard(touring) == "a"
    assert next_track(touring, 28.0) == "b"
    assert touring.window.tracks.count_text() == "Tour 2 of 10"
    assert touring.window.tracks.view.current_path() == suggestion("b").path
    assert next_track(touring, 36.0) == "c"
    assert touring.player.asked("seek") == []


def test_it_ends_behind_the_last_and_that_one_plays_on(touring: House) -> None:
    for stop in range(1, 10):
        next_track(touring, 20.0 + 8 * stop)
    run_to(touring, 20.0 + 80)
    assert heard(touring) == "j"
    assert touring.window.tracks.count_text() == "12 ranked by fit"
    run_to(touring, 20.0 + 100)
    assert heard(touring) == "j"


def test_holding_the_picture_holds_the_tour(touring: House) -> None:
    run_to(touring, 27.0)
    press(touring, KEY.Key_Space)
    for _ in range(100):
        clock(touring, 27.0, playing=False)
    assert heard(touring) == "a"
    press(touring, KEY.Key_Space)
    assert next_track(touring, 28.0) == "b"


def test_a_jump_of_the_clock_is_not_taken_for_hearing(touring: House) -> None:
    run_to(touring, 22.0)
    clock(touring, 100.0)
    run_to(touring, 105.5)
    assert heard(touring) == "a"
    assert next_track(touring, 106.0) == "b"


def test_it_goes_on_a_beat_of_the_track(long: House) -> None:
    analysis = track_analysis()
    beats_s = np.arange(0.3, 60, 0.5, dtype=np.float32)
    sound = replace(analysis.sound, beats_s=beats_s)
    long.session.analyses[suggestion("a").path] = replace(analysis, sound=sound)
    clock(long, 20.0)
    with long.bot.waitSignal(long.engine.auditions.entered):
        press(long, KEY.Key_T)
    run_to(long, 27.7)
    assert heard(long) == "a"
    assert next_track(long, 27.8) == "b"


def test_between_two_looks_at_the_clock_it_goes_on_in_time(touring: House) -> None:
    run_to(touring, 27.5)
    with touring.bot.waitSignal(touring.engine.auditions.entered):
        clock(touring, 27.98)
    assert heard(touring) == "b"


def test_backwards_it_goes_on_after_as_long(touring: House) -> None:
    for position_s in np.arange(20.0, 12.0, -0.5).tolist():
        clock(touring, position_s, speed=-1.0)
    assert heard(touring) == "a"
    with touring.bot.waitSignal(touring.engine.auditions.entered):
        clock(touring, 12.0, speed=-1.0)
    assert heard(touring) == "b"


def test_a_track_without_pulse_is_heard_for_eight_seconds(playing: House) -> None:
    playing.player.state = replace(playing.player.state, duration_s=LONG_S)
    rank(playing, suggestion("a", 1, tempo_bpm=0.0), suggestion("b", 2))
    with playing.bot.waitSignal(playing.engine.auditions.entered):
        press(playing, KEY.Key_T)
    run_to(playing, 7.5)
    assert heard(playing) == "a"
    assert next_track(playing, 8.0) == "b"


def test_a_track_that_does_not_sound_there_is_passed_over(playing: House) -> None:
    playing.player.state = replace(playing.player.state, duration_s=LONG_S)
    rank(playing, suggestion("a", 1, placement_s=-5.0), suggestion("b", 2))
    with playing.bot.waitSignal(playing.engine.auditions.entered):
        press(playing, KEY.Key_T)
    assert heard(playing) == "b"
    assert playing.window.tracks.count_text() == "Tour 2 of 2"


def test_where_no_track_sounds_it_says_so(playing: House) -> None:
    rank(playing, suggestion("a", 1, placement_s=-5.0))
    press(playing, KEY.Key_T)
    assert playing.window.status.text() == "None of these tracks sounds here."
    assert heard(playing) == ""


def test_it_needs_ranked_tracks(house: House) -> None:
    house.window.activateWindow()
    press(house, KEY.Key_T)
    assert house.window.status.text() == "A tour needs a video and ranked tracks."


def test_t_again_ends_it(touring: House) -> None:
    press(touring, KEY.Key_T)
    assert touring.window.tracks.count_text() == "12 ranked by fit"
    run_to(touring, 40.0)
    assert heard(touring) == "a"


@pytest.mark.parametrize("key", [KEY.Key_Down, KEY.Key_Return])
def test_a_choice_ends_it(touring: House, key: Qt.Key) -> None:
    view = touring.window.tracks.view
    view.setFocus()
    with touring.bot.waitSignal(touring.engine.auditions.entered):
        QTest.keyClick(view, key)
    chosen = heard(touring)
    assert touring.window.tracks.count_text() == "12 ranked by fit"
    run_to(touring, 40.0)
    assert heard(touring) == chosen


def test_a_flip_ends_it(touring: House) -> None:
    press(touring, KEY.Key_P)
    next_track(touring, 28.0)
    with touring.bot.waitSignal(touring.engine.auditions.entered):
        press(touring, KEY.Key_B)
    assert heard(touring) == "a"
    assert touring.window.tracks.count_text() == "12 ranked by fit"


def test_it_stays_in_the_range(playing: House) -> None:
    playing.engine.set_range(VideoRange(4.0, 7.0))
    clock(playing, 5.0)
    with playing.bot.waitSignal(playing.engine.auditions.entered):
        press(playing, KEY.Key_T)
    assert playing.player.asked("seek") == []
    run_to(playing, 7.0)
    assert playing.player.asked("seek") == [(4.0,)]
    run_to(playing, 7.0)
    run_to(playing, 6.5)
    assert heard(playing) == "a"
    assert next_track(playing, 7.0) == "b"


def test_it_begins_in_the_range(playing: House) -> None:
    playing.engine.set_range(VideoRange(4.0, 7.0))
    clock(playing, 1.0)
    with playing.bot.waitSignal(playing.engine.auditions.entered):
        press(playing, KEY.Key_T)
    assert playing.player.asked("seek") == [(4.0,)]


def test_it_begins_again_where_the_video_ends(touring: House) -> None:
    clock(touring, LONG_S, playing=False)
    assert touring.player.asked("seek") == [(0.0,)]
    assert touring.player.state.playing
    assert heard(touring) == "a"


def test_another_video_ends_it(touring: House) -> None:
    touring.open(Path("/v/other.mp4"))
    assert touring.window.tracks.count_text() == ""


def test_how_many_and_how_long_is_chosen_in_the_menu_and_kept(touring: House) -> None:
    menu = touring.window.tracks.tour.findChildren(QMenu)[0]
    QTest.keyClick(touring.window, KEY.Key_T, Qt.KeyboardModifier.ShiftModifier)
    assert menu.isVisible()
    menu.close()
    touring.window.activateWindow()
    touring.bot.waitUntil(touring.window.isActiveWindow)
    for text in ("3 tracks", "2 bars of each"):
        next(action for action in menu.actions() if action.text() == text).trigger()
    assert (touring.settings.text("tour/tracks"), touring.settings.text("tour/bars")) == ("3", "2")
    assert next_track(touring, 24.0) == "b"
    press(touring, KEY.Key_T)
    with touring.bot.waitSignal(touring.engine.auditions.entered):
        press(touring, KEY.Key_T)
    assert touring.window.tracks.count_text() == "Tour 1 of 3"
    ticked = {action.text() for action in menu.actions() if action.isChecked()}
    assert ticked == {"3 tracks", "2 bars of each"}


def test_the_next_ones_stand_by(touring: House) -> None:
    def standing() -> list[str]:
        (tracks,) = touring.player.asked("set_standby")[-1] if touring.player.asked("set_standby") else ((),)
        assert isinstance(tracks, tuple)
        return [track.path.stem for track in tracks]

    touring.bot.waitUntil(lambda: standing()[:2] == ["b", "c"])


def test_the_list_holds_still_under_the_hand_while_a_tour_goes_on(touring: House) -> None:
    view = touring.window.tracks.view
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    touring.window.tracks.view.settling.entered()
    before = view.verticalScrollBar().value()
    assert next_track(touring, 28.0) == "b"
    assert view.current_path() == suggestion("b").path
    assert view.verticalScrollBar().value() == before > 0
    view.settling.left()
    next_track(touring, 36.0)
    assert view.verticalScrollBar().value() < before
