import numpy as np
import pytest

from tivm_desktop.playback.clock import Anchor, PlaybackClock, Reading

BLOCK_S = 0.1


class Watch:
    def __init__(self) -> None:
        self.now_s = 50.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def clock(watch: Watch) -> PlaybackClock:
    clock = PlaybackClock(watch)
    clock.hold(1, 7.0, 1.0)
    return clock


def block(
    from_s: float,
    heard_at_s: float,
    *,
    stretch: int = 1,
    speed: float = 1.0,
    leg: int = 0,
    leg_from_s: float = 7.0,
) -> Anchor:
    """What the mixer publishes of a block of `BLOCK_S`."""
    return Anchor(stretch, from_s, from_s + BLOCK_S * speed, heard_at_s, speed, leg, leg_from_s)


def test_stands_at_the_beginning_before_anything_is_opened(watch: Watch) -> None:
    assert PlaybackClock(watch).reading() == Reading(0, 0, 0.0, 1.0)


def test_stands_where_it_is_held(clock: PlaybackClock, watch: Watch) -> None:
    clock.hold(1, 7.0, -0.5)
    watch.now_s += 5.0
    assert clock.reading() == Reading(1, 0, 7.0, -0.5)
    assert clock.position() == 7.0


def test_runs_with_what_is_heard(clock: PlaybackClock, watch: Watch) -> None:
    clock.publish(block(7.0, 50.0))
    watch.now_s = 50.04
    assert clock.position() == pytest.approx(7.04)


def test_waits_for_the_first_block_to_be_heard(clock: PlaybackClock, watch: Watch) -> None:
    clock.publish(block(7.0, 50.2))
    watch.now_s = 50.1
    assert clock.position() == 7.0


def test_ignores_blocks_of_an_earlier_stretch(clock: PlaybackClock) -> None:
    clock.hold(2, 30.0, 1.0)
    clock.publish(block(7.0, 50.0))
    assert clock.position() == 30.0


def test_stands_still_when_the_device_takes_no_more_sound(clock: PlaybackClock, watch: Watch) -> None:
    clock.publish(block(7.0, 50.0))
    watch.now_s = 58.0
    assert clock.position() == pytest.approx(7.1)


def test_never_runs_backwards_within_a_stretch(clock: PlaybackClock, watch: Watch) -> None:
    clock.publish(block(7.0, 50.0))
    watch.now_s = 50.05
    before_s = clock.position()
    clock.publish(block(7.1, 50.11))
    assert clock.position() == before_s
    watch.now_s = 50.08
    assert clock.position() == pytest.approx(7.07)


def test_goes_back_when_a_new_stretch_begins_earlier(clock: PlaybackClock, watch: Watch) -> None:
    clock.publish(block(7.0, 50.0))
    watch.now_s = 50.09
    assert clock.position() > 7.0
    clock.hold(2, 1.0, 1.0)
    assert clock.position() == 1.0
    clock.publish(block(1.0, 50.09, stretch=2, leg_from_s=1.0))
    watch.now_s = 50.12
    assert clock.position() == pytest.approx(1.03)


def test_runs_at_the_speed_of_what_is_heard(clock: PlaybackClock, watch: Watch) -> None:
    clock.publish(block(7.0, 50.0, speed=2.0))
    watch.now_s = 50.04
    assert clock.reading() == (1, 0, pytest.approx(7.08), 2.0)
    watch.now_s = 51.0
    assert clock.position() == pytest.approx(7.2)


def test_runs_backwards_and_never_forwards_then(clock: PlaybackClock, watch: Watch) -> None:
    clock.hold(1, 7.0, -2.0)
    clock.publish(block(7.0, 50.05, speed=-2.0))
    assert clock.position() == 7.0
    watch.now_s = 50.09
    assert clock.position() == pytest.approx(6.92)
    clock.publish(block(6.8, 50.16, speed=-2.0))
    assert clock.position() == pytest.approx(6.92)
    watch.now_s = 51.0
    assert clock.position() == pytest.approx(6.6)


@pytest.mark.parametrize("speed", [1.0, 0.25, 4.0, -1.0, -2.0])
def test_is_steady_however_late_a_device_says_its_blocks_are(watch: Watch, speed: float) -> None:
    random = np.random.default_rng(8)
    clock = PlaybackClock(watch)
    clock.hold(3, 100.0, speed)
    read_s = [clock.position()]
    for count in range(200):
        jitter_s = random.uniform(-0.03, 0.03)
        clock.publish(
            block(
                100.0 + count * BLOCK_S * speed, 50.0 + count * BLOCK_S + jitter_s,
                stretch=3, speed=speed, leg_from_s=100.0,
            )
        )  # fmt: skip
        for _ in range(4):
            read_s.append(clock.position())
            watch.now_s += BLOCK_S / 4
    steps = np.diff(read_s) / speed
    assert steps.min() >= 0.0
    assert steps.max() < BLOCK_S
    assert abs(read_s[-1] - 100.0) == pytest.approx((watch.now_s - 50.0) * abs(speed), abs=0.1 * abs(speed))


def looping(clock: PlaybackClock) -> None:
    """The end of one leg and the beginning of the next, mixed ahead of what is heard."""
    clock.publish(block(7.0, 50.0))
    clock.publish(block(3.0, 50.1, leg=1, leg_from_s=3.0))
    clock.publish(block(3.1, 50.2, leg=1, leg_from_s=3.0))


def test_the_next_leg_counts_when_it_is_heard(clock: PlaybackClock, watch: Watch) -> None:
    looping(clock)
    watch.now_s = 50.06
    assert clock.reading() == (1, 0, pytest.approx(7.06), 1.0)
    watch.now_s = 50.12
    assert clock.reading() == (1, 1, pytest.approx(3.02), 1.0)


@pytest.mark.parametrize("speed", [1.0, -1.0, 0.5])
def test_the_next_leg_counts_from_its_very_first_sample(
    clock: PlaybackClock, watch: Watch, speed: float
) -> None:
    clock.publish(block(7.0, 49.75))
    clock.publish(block(3.0, 50.5, speed=speed, leg=1, leg_from_s=3.0))
    watch.now_s = 50.4990234375
    assert clock.reading().leg == 0
    watch.now_s = 50.5
    assert clock.reading() == (1, 1, 3.0, speed)


def test_a_leg_that_was_heard_is_not_left_for_the_one_before(clock: PlaybackClock, watch: Watch) -> None:
    looping(clock)
    watch.now_s = 50.101
    assert clock.position() == pytest.approx(3.001)
    clock.publish(block(3.2, 50.32, leg=1, leg_from_s=3.0))
    assert clock.position() == pytest.approx(3.001)


def test_many_short_legs_are_heard_one_after_the_other(clock: PlaybackClock, watch: Watch) -> None:
    for leg in range(6):
        clock.publish(block(3.0, 50.0 + 0.1 * leg, leg=leg, leg_from_s=3.0))
    for leg in range(2, 6):
        watch.now_s = 50.05 + 0.1 * leg
        assert clock.reading() == (1, leg, pytest.approx(3.05), 1.0)


def test_of_more_legs_than_a_device_can_hold_the_oldest_are_forgotten(
    clock: PlaybackClock, watch: Watch
) -> None:
    for leg in range(6):
        clock.publish(block(3.0 + leg, 50.0 + 0.1 * leg, leg=leg, leg_from_s=3.0 + leg))
    watch.now_s = 50.05
    assert clock.reading() == Reading(1, 2, 5.0, 1.0)


def test_a_leg_turns_round_where_the_one_before_has_got_to(clock: PlaybackClock, watch: Watch) -> None:
    clock.publish(block(7.0, 50.0))
    clock.publish(block(7.1, 50.1, speed=-2.0, leg=1, leg_from_s=7.1))
    watch.now_s = 50.08
    assert clock.reading() == (1, 0, pytest.approx(7.08), 1.0)
    watch.now_s = 50.15
    assert clock.reading() == (1, 1, pytest.approx(7.0), -2.0)


def test_a_new_stretch_forgets_the_legs_of_the_old_one(clock: PlaybackClock, watch: Watch) -> None:
    looping(clock)
    watch.now_s = 50.15
    clock.hold(2, 1.0, 1.0)
    clock.publish(block(1.0, 50.1, stretch=2, leg_from_s=1.0))
    assert clock.reading() == (2, 0, pytest.approx(1.05), 1.0)
