import pytest

from tivm_desktop.domain.track_facts import Depth
from tivm_desktop.matching.index_rate import IndexRate

COARSE, FULL = Depth.COARSE, Depth.FULL


def test_nothing_is_known_before_a_few_analyses_have_ended() -> None:
    rate = IndexRate()
    assert rate.mean_length_s == 0.0
    for number in range(4):
        assert rate.work_s(FULL, 0.0, 10, 600.0) is None
        rate.note(FULL, float(number), 1.0, 60.0)
    assert rate.work_s(FULL, 4.0, 10, 600.0) == pytest.approx(10.0)


def test_nothing_left_takes_no_time_even_where_nothing_is_known() -> None:
    assert IndexRate().work_s(FULL, 0.0, 0, 0.0) == 0.0


def test_a_full_analysis_takes_longer_the_longer_the_track() -> None:
    rate = IndexRate()
    for length_s in (60.0, 120.0, 180.0, 240.0):
        rate.note(FULL, 0.0, length_s / 20, length_s)
    assert rate.work_s(FULL, 0.0, 3, 1200.0) == pytest.approx(60.0)


def test_a_coarse_analysis_takes_as_long_for_any_track() -> None:
    rate = IndexRate()
    for length_s in (60.0, 120.0, 180.0, 240.0):
        rate.note(COARSE, 0.0, 2.0, length_s)
    assert rate.work_s(COARSE, 0.0, 30, 99999.0) == pytest.approx(60.0)
    assert rate.mean_length_s == 150.0


def test_what_is_long_past_is_forgotten() -> None:
    rate = IndexRate()
    for _ in range(30):
        rate.note(COARSE, 0.0, 100.0, 60.0)
    for _ in range(4):
        rate.note(COARSE, 2000.0, 1.0, 60.0)
    assert rate.work_s(COARSE, 2000.0, 1, 60.0) == pytest.approx(1.0)


def test_one_that_hung_is_outweighed_by_the_next_ones() -> None:
    rate = IndexRate()
    rate.note(COARSE, 0.0, 120.0, 60.0)
    for _ in range(64):
        rate.note(COARSE, 1.0, 1.0, 60.0)
    assert rate.work_s(COARSE, 1.0, 10, 60.0) == pytest.approx(10.0)


def test_full_analyses_are_guessed_from_the_coarse_ones_until_there_are_some() -> None:
    rate = IndexRate()
    for _ in range(4):
        rate.note(COARSE, 0.0, 0.5, 240.0)
    guessed_s = rate.work_s(FULL, 0.0, 1, 240.0)
    assert guessed_s is not None
    assert 1.0 < guessed_s < 2.5
    for _ in range(4):
        rate.note(FULL, 0.0, 3.0, 240.0)
    assert rate.work_s(FULL, 0.0, 1, 240.0) == pytest.approx(3.0)
