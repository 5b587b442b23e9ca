import pytest

from tivm_desktop.playback.clock import Anchor, PlaybackClock


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
