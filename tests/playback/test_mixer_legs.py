from sys import maxsize

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.playback.making import counting
from tivm_desktop.playback.clock import Anchor
from tivm_desktop.playback.leg import Leg
from tivm_desktop.playback.mixer import Mixer
from tivm_desktop.playback.pace import Pace
from tivm_desktop.playback.ring import SampleRing
from tivm_desktop.playback.voice import Voice

RATE_HZ = 48_000
FADE = 720
FORWARDS = Pace(RATE_HZ)
BACKWARDS = Pace(RATE_HZ, -1.0)


@pytest.fixture
def anchors() -> list[Anchor]:
    return []


@pytest.fixture
def mixer(anchors: list[Anchor]) -> Mixer:
    return Mixer(RATE_HZ, anchors.append)


def counted(first: int, length: int = 20_000) -> Voice:
    """A sound whose samples tell their numbers, from `first` on."""
    ring = SampleRing(length, 2, first)
    ring.write(np.repeat(counting(np.arange(first, first + length))[:, None], 2, axis=1))
    ring.finish()
    return Voice(ring, 0, 1.0, begins=min(0, first))


def level(value: float, first: int = 0) -> Voice:
    ring = SampleRing(40_000, 2, first)
    ring.write(np.full((40_000, 2), value, np.float32))
    return Voice(ring, 0, 1.0, begins=first)


def rendered(mixer: Mixer, *sizes: int) -> NDArray[np.float32]:
    blocks = [np.full((size, 2), 9.0, np.float32) for size in sizes]
    for block in blocks:
        mixer.render(block, 0.0)
    return np.concatenate(blocks)[:, 0]


@pytest.mark.parametrize("sizes", [(4000,), (480,) * 8, (1279, 1, 720, 1000)])
def test_the_next_leg_is_all_there_at_its_first_sample(
    mixer: Mixer, anchors: list[Anchor], sizes: tuple[int, ...]
) -> None:
    mixer.begin(1, 0, maxsize, (level(0.0),), FORWARDS)
    mixer.set_ahead(0, 2000, Leg(1, FORWARDS, 10_000, 30_000, (counted(10_000 - FADE),)))
    heard = rendered(mixer, *sizes)
    assert not heard[: 2000 - FADE].any()
    assert np.array_equal(heard[2000:], counting(np.arange(10_000, 10_000 + len(heard) - 2000)))
    last = [anchor for anchor in anchors if anchor.leg == 0][-1]
    first = next(anchor for anchor in anchors if anchor.leg == 1)
    assert (last.until_s, last.leg_from_s) == (pytest.approx(2000 / RATE_HZ), 0.0)
    assert first.from_s == first.leg_from_s == pytest.approx(10_000 / RATE_HZ)
    assert (mixer.leg, mixer.end) == (1, 30_000)


def test_legs_follow_each_other_with_equal_power(mixer: Mixer) -> None:
    mixer.begin(1, 0, maxsize, (level(0.5),), FORWARDS)
    mixer.set_ahead(0, 2000, Leg(1, FORWARDS, 10_000, 30_000, (level(0.25, 5000),)))
    heard = rendered(mixer, 3000)
    angle = (np.arange(FADE) + 0.5) * np.pi / 2 / FADE
    expected = 0.5 * np.cos(angle) + 0.25 * np.sin(angle)
    assert np.allclose(heard[2000 - FADE : 2000], expected, atol=1e-5)
    assert (heard[: 2000 - FADE] == 0.5).all()
    assert (heard[2000:] == 0.25).all()


def test_a_leg_that_comes_too_late_is_passed_over(mixer: Mixer) -> None:
    mixer.begin(1, 0, 2000, (level(0.5),), FORWARDS)
    rendered(mixer, 1500)
    mixer.set_ahead(0, 2000, Leg(1, FORWARDS, 10_000, 30_000, (level(0.25, 5000),)))
    heard = rendered(mixer, 1500)
    assert heard[499] < 0.002
    assert not heard[500:].any()
    assert mixer.leg == 0


def test_an_end_that_was_passed_is_passed_over_and_a_later_one_is_not(mixer: Mixer) -> None:
    mixer.begin(1, 0, maxsize, (level(0.5),), FORWARDS)
    rendered(mixer, 3000)
    mixer.set_ahead(0, 3100)
    assert (rendered(mixer, 480) == 0.5).all()
    assert mixer.end == maxsize
    mixer.set_ahead(0, 6000)
    assert not rendered(mixer, 3000)[6000 - 3480 :].any()
    assert mixer.end == 6000


def test_what_is_said_of_another_leg_is_passed_over(mixer: Mixer) -> None:
    mixer.begin(1, 0, maxsize, (level(0.5),), FORWARDS)
    mixer.set_ahead(3, 100, Leg(4, FORWARDS, None, 30_000, ()))
    mixer.set_voices((), leg=3)
    assert (rendered(mixer, 1000) == 0.5).all()
    assert (mixer.leg, mixer.end) == (0, maxsize)


def test_another_speed_takes_over_with_the_next_block(mixer: Mixer, anchors: list[Anchor]) -> None:
    double = Pace(RATE_HZ, 2.0)
    mixer.begin(1, 0, maxsize, (level(0.0),), FORWARDS)
    rendered(mixer, 1000)
    mixer.set_ahead(0, maxsize, Leg(1, double, None, 30_000, (counted(0),)))
    heard = rendered(mixer, 2000)
    assert np.array_equal(heard[FADE:], counting(np.arange(500 + FADE, 2500)))
    assert (anchors[-1].speed, anchors[-1].leg) == (2.0, 1)
    assert anchors[-1].leg_from_s == pytest.approx(1000 / RATE_HZ)
    assert anchors[-1].until_s == pytest.approx(5000 / RATE_HZ)


def test_it_turns_round_where_it_is(mixer: Mixer, anchors: list[Anchor]) -> None:
    mixer.begin(1, 0, maxsize, (level(0.0),), FORWARDS)
    rendered(mixer, 5000)
    mixer.set_ahead(0, maxsize, Leg(1, BACKWARDS, None, 0, (counted(-6000),)))
    heard = rendered(mixer, 3000, 3000)
    assert np.array_equal(heard[FADE : 5000 - FADE], counting(np.arange(-5000 + FADE, -FADE)))
    assert not heard[5000:].any()
    assert anchors[-1].speed == -1.0
    assert anchors[-1].until_s == pytest.approx(-1000 / RATE_HZ)


def test_a_change_of_speed_while_the_next_round_comes_in(mixer: Mixer, anchors: list[Anchor]) -> None:
    mixer.begin(1, 0, maxsize, (level(0.5),), FORWARDS)
    mixer.set_ahead(0, 2000, Leg(1, FORWARDS, 10_000, 30_000, (level(0.5, 5000),)))
    rendered(mixer, 1500)
    mixer.set_ahead(1, 30_000, Leg(2, Pace(RATE_HZ, 2.0), None, 30_000, (level(0.5),)))
    rendered(mixer, 1000)
    assert [anchor.leg for anchor in anchors] == [0, 0, 2]
    assert anchors[-1].from_s == pytest.approx(9500 / RATE_HZ)


def test_the_music_changes_within_a_leg(mixer: Mixer) -> None:
    mixer.begin(1, 0, maxsize, (level(0.5),), FORWARDS)
    mixer.set_ahead(0, maxsize, Leg(1, BACKWARDS, None, 0, (level(0.25, -40_000),)))
    rendered(mixer, 480)
    old, new = level(0.75), level(0.125, -40_000)
    mixer.set_voices((old,), leg=0)
    assert rendered(mixer, 1000)[-1] < 0.3
    mixer.set_voices((new,), leg=1)
    assert mixer.sounds(new) is False
    heard = rendered(mixer, 1000)
    assert mixer.sounds(new)
    assert heard[-1] == pytest.approx(0.0, abs=0.13)


def test_a_start_within_a_sound_is_faded_in_backwards_too(mixer: Mixer) -> None:
    ring = SampleRing(40_000, 2, -40_000)
    ring.write(np.full((40_000, 2), 0.5, np.float32))
    mixer.begin(1, -40_000, 0, (Voice(ring, 0, 1.0, begins=-maxsize),), BACKWARDS)
    heard = rendered(mixer, 1000)
    assert heard[0] < 0.001
    assert (heard[FADE:] == 0.5).all()


def test_only_what_gives_way_is_ducked(mixer: Mixer) -> None:
    loud, quiet = level(0.5), level(0.25)
    quiet.ducked = True
    table = np.full(1000, 0.5, np.float32)
    mixer.ducker.set_gains(table)
    mixer.begin(1, 0, maxsize, (loud, quiet), FORWARDS)
    assert np.allclose(rendered(mixer, 1000), 0.625)
    mixer.ducker.set_gains(None)
    heard = rendered(mixer, 2000)
    assert np.abs(np.diff(heard)).max() < 0.001
    assert np.allclose(heard[-500:], 0.75)
