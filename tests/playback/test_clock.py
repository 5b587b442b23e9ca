import pytest

from tivm_desktop.playback.clock import Anchor, PlaybackClock, Playhead


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
    clock.hold(1, 7.0)
    return clock


def test_stands_where_it_is_held(clock: PlaybackClock, watch: Watch) -> None:
    watch.now_s += 5.0
    assert clock.position() == 7.0


def test_runs_with_what_is_heard(clock: PlaybackClock, watch: Watch) -> None:
    clock.publish(Anchor(1, 7.0, 7.1, heard_at_s=50.0))
    watch.now_s = 50.04
    assert clock.position() == pytest.approx(7.04)


def test_waits_for_the_first_block_to_be_heard(clock: PlaybackClock, watch: Watch) -> None:
    clock.publish(Anchor(1, 7.0, 7.1, heard_at_s=50.2))
    watch.now_s = 50.1
    assert clock.position() == 7.0


def test_ignores_blocks_of_an_earlier_stretch(clock: PlaybackClock) -> None:
    clock.hold(2, 30.0)
    clock.publish(Anchor(1, 7.0, 7.1, heard_at_s=50.0))
    assert clock.position() == 30.0


def test_stands_still_when_the_device_takes_no_more_sound(clock: PlaybackClock, watch: Watch) -> None:
    clock.publish(Anchor(1, 7.0, 7.1, heard_at_s=50.0))
    watch.now_s = 58.0
    assert clock.position() == pytest.approx(7.1)


def test_never_runs_backwards_within_a_stretch(clock: PlaybackClock, watch: Watch) -> None:
    clock.publish(Anchor(1, 7.0, 7.1, heard_at_s=50.0))
    watch.now_s = 50.05
    before_s = clock.position()
    clock.publish(Anchor(1, 7.1, 7.2, heard_at_s=50.11))
    assert clock.position() == before_s
    watch.now_s = 50.08
    assert clock.position() == pytest.approx(7.07)


def test_goes_back_when_a_new_stretch_begins_earlier(clock: PlaybackClock, watch: Watch) -> None:
    clock.publish(Anchor(1, 7.0, 7.1, heard_at_s=50.0))
    watch.now_s = 50.09
    assert clock.position() > 7.0
    clock.hold(2, 1.0)
    assert clock.position() == 1.0
    clock.publish(Anchor(2, 1.0, 1.1, heard_at_s=50.09))
    watch.now_s = 50.12
    assert clock.position() == pytest.approx(1.03)


def test_runs_at_the_speed_of_what_is_heard(clock: PlaybackClock, watch: Watch) -> None:
    clock.publish(Anchor(1, 7.0, 7.2, heard_at_s=50.0, speed=2.0, leg_from_s=7.0))
    watch.now_s = 50.04
    assert clock.position() == pytest.approx(7.08)
    watch.now_s = 51.0
    assert clock.position() == pytest.approx(7.2)


def test_runs_backwards_and_never_forwards_then(clock: PlaybackClock, watch: Watch) -> None:
    clock.hold(1, 7.0, -2.0)
    assert clock.playhead() == Playhead(1, 0, 7.0, -2.0)
    clock.publish(Anchor(1, 7.0, 6.8, heard_at_s=50.05, speed=-2.0, leg_from_s=7.0))
    assert clock.position() == 7.0
    watch.now_s = 50.09
    assert clock.position() == pytest.approx(6.92)
    clock.publish(Anchor(1, 6.8, 6.6, heard_at_s=50.16, speed=-2.0, leg_from_s=7.0))
    assert clock.position() == pytest.approx(6.92)
    watch.now_s = 51.0
    assert clock.position() == pytest.approx(6.6)


def looping(clock: PlaybackClock) -> None:
    """The end of one leg and the beginning of the next, mixed ahead of what is heard."""
    clock.publish(Anchor(1, 7.0, 7.1, heard_at_s=50.0, leg_from_s=7.0))
    clock.publish(Anchor(1, 3.0, 3.1, heard_at_s=50.1, leg=1, leg_from_s=3.0))
    clock.publish(Anchor(1, 3.1, 3.2, heard_at_s=50.2, leg=1, leg_from_s=3.0))


def test_the_next_leg_counts_when_it_is_heard(clock: PlaybackClock, watch: Watch) -> None:
    looping(clock)
    watch.now_s = 50.06
    assert clock.playhead() == (1, 0, pytest.approx(7.06), 1.0)
    watch.now_s = 50.12
    assert clock.playhead() == (1, 1, pytest.approx(3.02), 1.0)


def test_a_leg_that_was_heard_is_not_left_for_the_one_before(clock: PlaybackClock, watch: Watch) -> None:
    looping(clock)
    watch.now_s = 50.101
    assert clock.position() == pytest.approx(3.001)
    clock.publish(Anchor(1, 3.2, 3.3, heard_at_s=50.32, leg=1, leg_from_s=3.0))
    assert clock.position() == pytest.approx(3.001)


def test_many_short_legs_are_heard_one_after_the_other(clock: PlaybackClock, watch: Watch) -> None:
    for leg in range(6):
        clock.publish(Anchor(1, 3.0, 3.1, heard_at_s=50.0 + 0.1 * leg, leg=leg, leg_from_s=3.0))
    for leg in range(2, 6):
        watch.now_s = 50.05 + 0.1 * leg
        assert clock.playhead() == (1, leg, pytest.approx(3.05), 1.0)


def test_a_leg_turns_round_where_the_one_before_has_got_to(clock: PlaybackClock, watch: Watch) -> None:
    clock.publish(Anchor(1, 7.0, 7.1, heard_at_s=50.0, leg_from_s=7.0))
    clock.publish(Anchor(1, 7.1, 6.9, heard_at_s=50.1, speed=-2.0, leg=1, leg_from_s=7.1))
    watch.now_s = 50.08
    assert clock.playhead() == (1, 0, pytest.approx(7.08), 1.0)
    watch.now_s = 50.15
    assert clock.playhead() == (1, 1, pytest.approx(7.0), -2.0)


def test_a_new_stretch_forgets_the_legs_of_the_old_one(clock: PlaybackClock, watch: Watch) -> None:
    looping(clock)
    watch.now_s = 50.15
    clock.hold(2, 1.0)
    clock.publish(Anchor(2, 1.0, 1.1, heard_at_s=50.1, leg_from_s=1.0))
    assert clock.playhead() == (2, 0, pytest.approx(1.05), 1.0)
