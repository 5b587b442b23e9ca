from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from tivm_desktop.domain.mix import Ducking, Mix
from tivm_desktop.playback.ducker import Ducker, SpeechFollower
from tivm_desktop.playback.state import PlayerState

RATE_HZ = 48_000


@pytest.fixture
def ducker() -> Ducker:
    return Ducker(RATE_HZ)


def table(*parts: tuple[float, int]) -> NDArray[np.float32]:
    return np.concatenate([np.full(count, gain, np.float32) for gain, count in parts])


def gains(ducker: Ducker, from_s: float, until_s: float, count: int) -> NDArray[np.float32]:
    given = ducker.next(count, from_s, until_s)
    assert given is not None
    assert np.array_equal(given[:, 0], given[:, 1])
    return given[:, 0].copy()


def test_without_a_table_there_is_nothing_to_multiply(ducker: Ducker) -> None:
    assert ducker.next(480, 0.0, 0.01) is None


def test_follows_the_table_in_straight_lines(ducker: Ducker) -> None:
    ducker.set_gains(np.linspace(1.0, 0.0, 101, dtype=np.float32))
    ducker.jump(0.2)
    heard = gains(ducker, 0.2, 0.28, 3840)
    assert np.allclose(heard, 0.8 - np.arange(1, 3841) / 48_000, atol=1e-4)


@pytest.mark.parametrize("size", [1000, 480, 37])
def test_blocks_of_any_size_give_the_same(ducker: Ducker, size: int) -> None:
    ducker.set_gains(np.linspace(1.0, 0.0, 101, dtype=np.float32))
    ducker.jump(0.0)
    heard = [gains(ducker, n / RATE_HZ, (n + size) / RATE_HZ, size) for n in range(0, 10_000, size)]
    whole = np.concatenate(heard)
    assert np.allclose(whole, 1.0 - np.arange(1, len(whole) + 1) / RATE_HZ, atol=1e-3)


def test_backwards_and_faster_it_reads_where_the_picture_is(ducker: Ducker) -> None:
    ducker.set_gains(np.linspace(1.0, 0.0, 101, dtype=np.float32))
    ducker.jump(0.9)
    heard = gains(ducker, 0.9, 0.7, 4000)
    assert heard[0] == pytest.approx(0.1, abs=1e-3)
    assert heard[-1] == pytest.approx(0.3, abs=1e-4)


def test_beyond_its_ends_the_gain_is_one(ducker: Ducker) -> None:
    ducker.set_gains(table((0.5, 10)))
    for second in (-1.0, 0.1, 7.0):
        ducker.jump(second)
        assert (gains(ducker, second, second, 100) == 1.0).all()
    ducker.jump(0.0999)
    assert gains(ducker, 0.0999, 0.0999, 10)[0] == pytest.approx(0.5)


def test_another_table_makes_no_step(ducker: Ducker) -> None:
    ducker.set_gains(table((1.0, 100)))
    ducker.jump(0.0)
    start = gains(ducker, 0.0, 0.1, 4800 // 2)
    ducker.set_gains(table((0.1, 100)))
    heard = np.concatenate([start, gains(ducker, 0.1, 0.2, 4000)])
    assert np.abs(np.diff(heard)).max() <= 1.0 / 700
    assert heard[-1] == pytest.approx(0.1)
    ducker.set_gains(None)
    back = gains(ducker, 0.2, 0.3, 4000)
    assert back[-1] == 1.0
    assert ducker.next(480, 0.3, 0.31) is None


DUCKING = Ducking(on=True, amount_db=20.0)
SPEAKING = PlayerState(duration_s=5.0, speech=((1.0, 2.0),), mix=Mix(ducking=DUCKING))


def gain_at(ducker: Ducker, second: float) -> float:
    ducker.jump(second)
    given = ducker.next(1, second, second)
    return 1.0 if given is None else float(given[0, 0])


def test_the_table_is_that_of_the_state(ducker: Ducker) -> None:
    SpeechFollower().follow(SPEAKING, ducker)
    assert gain_at(ducker, 1.5) == pytest.approx(0.1)
    assert gain_at(ducker, 4.0) == 1.0


def test_speech_beyond_the_known_length_is_followed(ducker: Ducker) -> None:
    SpeechFollower().follow(replace(SPEAKING, duration_s=0.0), ducker)
    assert gain_at(ducker, 1.9) == pytest.approx(0.1)


@pytest.mark.parametrize("state", [replace(SPEAKING, mix=Mix()), replace(SPEAKING, speech=())])
def test_without_speech_or_ducking_the_music_stays(ducker: Ducker, state: PlayerState) -> None:
    follower = SpeechFollower()
    follower.follow(SPEAKING, ducker)
    follower.follow(state, ducker)
    assert gain_at(ducker, 1.5) == 1.0


def test_what_is_followed_is_not_computed_again(ducker: Ducker) -> None:
    follower = SpeechFollower()
    follower.follow(SPEAKING, ducker)
    ducker.set_gains(None)
    follower.follow(SPEAKING, ducker)
    assert gain_at(ducker, 1.5) == 1.0
    other = Ducker(44_100)
    follower.follow(SPEAKING, other)
    assert gain_at(other, 1.5) == pytest.approx(0.1)
