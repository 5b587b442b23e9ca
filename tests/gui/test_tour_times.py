"""How long a tour stays with a track, and when it goes on."""

import numpy as np
import pytest

from tivm_desktop.gui.tour_times import JUMP_S, Hearing, on_the_beat_s, sounds_at, stay_s


def test_bars_last_as_the_tempo_says() -> None:
    assert stay_s(120.0, 4) == pytest.approx(8.0)
    assert stay_s(90.0, 2) == pytest.approx(16 / 3)
    assert stay_s(0.0, 4) == 8.0


def test_the_nearest_beat_is_taken_where_one_is_near() -> None:
    beats_s = np.array([0.1, 0.6, 1.1], np.float32)
    assert on_the_beat_s(0.7, 120.0, beats_s) == pytest.approx(0.6)
    assert on_the_beat_s(9.0, 120.0, beats_s) == 9.0
    assert on_the_beat_s(0.7, 0.0, beats_s) == 0.7
    assert on_the_beat_s(0.7, 120.0, None) == 0.7
    assert on_the_beat_s(0.7, 120.0, beats_s[:0]) == 0.7


def test_what_sounds_where() -> None:
    assert sounds_at(0.0, 12.0, 30.0)
    assert not sounds_at(5.0, -6.0, 30.0)
    assert not sounds_at(20.0, 12.0, 30.0)


def test_what_goes_by_is_heard_in_either_direction() -> None:
    hearing = Hearing()
    for position_s in (20.0, 21.0, 20.5):
        hearing.look(position_s)
    assert hearing.heard_s == pytest.approx(1.5)


def test_a_jump_is_not_heard_whether_it_is_expected_or_not() -> None:
    hearing = Hearing()
    hearing.look(20.0)
    hearing.look(20.0 + JUMP_S)
    hearing.expect_jump()
    hearing.look(21.0)
    assert hearing.heard_s == 0.0
