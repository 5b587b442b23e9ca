"""Every track enters at the same loudness, none clips."""

import pytest

from tivm_desktop.gui.audition import LevelMatch, audition_gain_db
from tivm_desktop.gui.level_line import level_words


def test_a_loud_track_is_turned_down_to_the_target() -> None:
    assert audition_gain_db(-9.0, -0.1) == pytest.approx(-7.0)


def test_a_quiet_track_is_turned_up_as_far_as_its_peak_allows() -> None:
    assert audition_gain_db(-26.0, -12.0) == pytest.approx(10.0)
    assert audition_gain_db(-26.0, -4.0) == pytest.approx(3.0)


def test_another_target_can_be_asked_for() -> None:
    assert audition_gain_db(-20.0, -20.0, target_lufs=-14.0) == pytest.approx(6.0)


def test_silence_is_left_alone() -> None:
    assert audition_gain_db(-70.0, -120.0) == 0.0


def test_how_far_a_track_stays_under_the_target_is_known() -> None:
    assert LevelMatch().under_target_db(-26.0, -4.0) == pytest.approx(7.0)
    assert LevelMatch().under_target_db(-26.0, -12.0) == 0.0
    assert LevelMatch().under_target_db(-9.0, 0.0) == 0.0
    assert LevelMatch().under_target_db(-70.0, -120.0) == 0.0
    assert LevelMatch(on=False).under_target_db(-26.0, -4.0) == 0.0


def test_the_level_is_said_in_words() -> None:
    assert level_words(-6.0, 0.0, on=True) == "level matched −6.0 dB"
    assert level_words(3.0, 2.14, on=True) == "level matched +3.0 dB, 2.1 dB under the target"
    assert level_words(0.0, 0.0, on=False) == "level as in the file"
