from math import inf, nan
from sys import maxsize

import pytest

from tivm_desktop.playback.pace import Pace, playable


@pytest.mark.parametrize("speed", [1.0, 2.0, 0.25, -1.0, -4.0, 1.1])
def test_samples_and_seconds_belong_together(speed: float) -> None:
    pace = Pace(48_000, speed)
    for second in (0.0, 0.5, 100.25, 7200.0):
        assert pace.second_at(pace.sample_at(second)) == pytest.approx(second, abs=0.5 / pace.source_rate_hz)
    assert pace.exact_speed == pytest.approx(speed, rel=1e-4)


def test_backwards_earlier_seconds_have_later_samples() -> None:
    pace = Pace(48_000, -2.0)
    assert pace.sample_at(1.0) == -24_000
    assert pace.sample_at(1.0) < pace.sample_at(0.5) < pace.sample_at(0.0) == 0


def test_infinity_is_the_last_sample_there_is() -> None:
    assert Pace(48_000).sample_at(inf) == maxsize


@pytest.mark.parametrize(
    ("asked", "given"), [(1.5, 1.5), (9.0, 4.0), (-9.0, -4.0), (0.01, 0.1), (-0.01, -0.1)]
)
def test_speeds_are_kept_within_what_can_be_played(asked: float, given: float) -> None:
    assert playable(asked) == given


@pytest.mark.parametrize("speed", [0.0, nan])
def test_standing_is_no_speed(speed: float) -> None:
    with pytest.raises(ValueError, match="pause instead"):
        playable(speed)
