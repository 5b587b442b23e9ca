from dataclasses import replace

import pytest

from tivm_desktop.playback.state import PlayerState
from tivm_desktop.playback.way import way_from

PLAYING = PlayerState(duration_s=10.0)
LOOPING = replace(PLAYING, loop=(2.0, 4.0))


@pytest.mark.parametrize(
    ("position_s", "speed", "way"),
    [
        (0.0, 1.0, (4.0, 2.0)),
        (3.9, 2.0, (4.0, 2.0)),
        (4.0, 1.0, (10.0, None)),
        (9.0, -1.0, (2.0, 4.0)),
        (2.0, -1.0, (0.0, None)),
    ],
)
def test_a_loop_counts_until_its_end_is_passed(
    position_s: float, speed: float, way: tuple[float, float | None]
) -> None:
    assert way_from(position_s, speed, LOOPING) == way


def test_without_a_loop_it_goes_to_the_end() -> None:
    assert way_from(1.0, 1.0, PLAYING) == (10.0, None)
    assert way_from(1.0, -1.0, PLAYING) == (0.0, None)


def test_a_loop_is_cut_to_the_picture_and_put_in_order() -> None:
    assert way_from(1.0, 1.0, replace(PLAYING, loop=(12.0, -3.0))) == (10.0, 0.0)


def test_a_loop_is_too_short_by_the_time_it_takes() -> None:
    short = replace(PLAYING, loop=(2.0, 2.5))
    assert way_from(1.0, 2.0, short) == (2.5, 2.0)
    assert way_from(1.0, 4.0, short) == (10.0, None)
