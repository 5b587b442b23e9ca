"""Every track enters at the same loudness, none clips."""

import pytest

from tivm_desktop.domain.level_match import LevelMatch


def test_a_loud_track_is_turned_down_to_the_target() -> None:
    assert LevelMatch().gain_db(-9.0, -0.1) == pytest.approx(-7.0)


def test_a_quiet_track_is_turned_up_as_far_as_its_peak_allows() -> None:
    assert LevelMatch().gain_db(-26.0, -12.0) == pytest.approx(10.0)
    assert LevelMatch().gain_db(-26.0, -4.0) == pytest.approx(3.0)


def test_another_target_can_be_asked_for() -> None:
    assert LevelMatch(target_lufs=-14.0).gain_db(-20.0, -20.0) == pytest.approx(6.0)


def test_silence_is_left_alone() -> None:
    assert LevelMatch().gain_db(-70.0, -120.0) == 0.0


def test_levels_can_be_left_as_they_are() -> None:
    assert LevelMatch(on=False).gain_db(-9.0, -0.1) == 0.0


def test_how_far_a_track_stays_under_the_target_is_known() -> None:
    assert LevelMatch().under_target_db(-26.0, -4.0) == pytest.approx(7.0)
    assert LevelMatch().under_target_db(-26.0, -12.0) == 0.0
    assert LevelMatch().under_target_db(-9.0, 0.0) == 0.0
    assert LevelMatch().under_target_db(-70.0, -120.0) == 0.0
    assert LevelMatch(on=False).under_target_db(-26.0, -4.0) == 0.0
