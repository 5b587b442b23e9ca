import tracemalloc
from itertools import pairwise
from sys import maxsize

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.playback.making import counting
from tivm_desktop.playback.clock import PlaybackClock
from tivm_desktop.playback.mixer import Mixer
from tivm_desktop.playback.ring import SampleRing
from tivm_desktop.playback.voice import Voice

RATE_HZ = 48_000
FADE = 720


@pytest.fixture
def clock() -> PlaybackClock:
    clock = PlaybackClock(lambda: 0.0)
    clock.hold(1, 0.0, 1.0)
    return clock


@pytest.fixture
def mixer(clock: PlaybackClock) -> Mixer:
    return Mixer(RATE_HZ, clock.publish)


def ring_of(values: NDArray[np.float32], first_sample: int = 0, *, finished: bool = True) -> SampleRing:
    ring = SampleRing(max(1, len(values)), 2, first_sample)
    ring.write(np.repeat(values[:, None], 2, axis=1))
    if finished:
        ring.finish()
    return ring


def constant(level: float, offset: int = 0, gain: float = 1.0, first_sample: int = 0) -> Voice:
    return Voice(ring_of(np.full(40_000, level, np.float32), first_sample), offset, gain)


def counted(first: int, offset: int, length: int = 20_000) -> Voice:
    return Voice(ring_of(counting(np.arange(first, first + length)), first), offset, 1.0)


def rendered(mixer: Mixer, *sizes: int) -> NDArray[np.float32]:
    blocks = []
    for size in sizes:
        block = np.full((size, 2), 9.0, np.float32)
        mixer.render(block, 0.0)
        blocks.append(block)
    mixed = np.concatenate(blocks)
    assert np.array_equal(mixed[:, 0], mixed[:, 1])
    return mixed[:, 0]


def test_without_voices_there_is_silence(mixer: Mixer) -> None:
    mixer.begin(1, 0, maxsize, ())
    assert not rendered(mixer, 480).any()


def test_a_voice_that_begins_at_the_start_is_mixed_sample_by_sample(mixer: Mixer) -> None:
    mixer.begin(1, 0, maxsize, (counted(0, 0),))
    assert np.array_equal(rendered(mixer, 480, 1200, 37, 5000), counting(np.arange(6717)))


def test_a_positive_placement_starts_within_the_track(mixer: Mixer) -> None:
    mixer.begin(1, 1000, maxsize, (counted(4000, 3000),))
    assert np.array_equal(rendered(mixer, 1000, 1000)[FADE:], counting(np.arange(4000 + FADE, 6000)))


def test_a_negative_placement_lets_the_track_enter_later(mixer: Mixer) -> None:
    mixer.begin(1, 0, maxsize, (counted(0, -700),))
    heard = rendered(mixer, 480, 480, 480)
    assert not heard[:700].any()
    assert np.array_equal(heard[700:], counting(np.arange(740)))


def test_a_start_within_a_sound_is_faded_in(mixer: Mixer) -> None:
    mixer.begin(1, 500, maxsize, (constant(0.5, first_sample=500),))
    heard = rendered(mixer, 480, 480)
    assert heard[0] < 0.001
    assert all(now <= then for now, then in pairwise(heard))
    assert (heard[FADE:] == 0.5).all()


def test_another_track_comes_in_with_a_crossfade_of_equal_power(mixer: Mixer) -> None:
    first, second = constant(0.5), constant(0.25)
    mixer.begin(1, 0, maxsize, (first,))
    assert (rendered(mixer, 1000) == 0.5).all()
    mixer.set_voices((second,))
    heard = rendered(mixer, 100, 620, 480)
    angle = (np.arange(FADE) + 0.5) * np.pi / 2 / FADE
    assert np.allclose(heard[:FADE], 0.5 * np.cos(angle) + 0.25 * np.sin(angle), atol=1e-5)
    assert (heard[FADE:] == 0.25).all()


def test_the_track_that_comes_in_is_where_the_picture_is(mixer: Mixer) -> None:
    mixer.begin(1, 0, maxsize, (constant(0.0),))
    rendered(mixer, 1000)
    mixer.set_voices((counted(1500, 600),))
    assert np.array_equal(rendered(mixer, 2000)[FADE:], counting(np.arange(1600 + FADE, 3600)))


def test_switching_again_within_a_crossfade_makes_no_step(mixer: Mixer) -> None:
    mixer.begin(1, 0, maxsize, (constant(0.5),))
    heard = [rendered(mixer, 480)]
    for level in (0.2, 0.6, 0.1):
        mixer.set_voices((constant(level),))
        heard.append(rendered(mixer, 240))
    heard.append(rendered(mixer, 1440))
    assert np.abs(np.diff(np.concatenate(heard))).max() < 0.006
    assert heard[-1][-1] == pytest.approx(0.1)


def test_taking_the_music_away_fades_it_out(mixer: Mixer) -> None:
    original, music = constant(0.1), constant(0.4)
    mixer.begin(1, 0, maxsize, (original, music))
    rendered(mixer, 480)
    mixer.set_voices((original,))
    heard = rendered(mixer, 960)
    assert heard[0] == pytest.approx(0.5, abs=0.002)
    assert np.allclose(heard[FADE:], 0.1)


def test_gains_are_applied_from_the_start(mixer: Mixer) -> None:
    mixer.begin(1, 0, maxsize, (constant(0.5, gain=0.5), constant(0.25, gain=2.0)))
    assert np.allclose(rendered(mixer, 480), 0.75)


@pytest.mark.parametrize(("before", "after"), [(1.0, 0.25), (0.25, 1.0)])
def test_a_gain_moves_without_a_step_and_arrives(mixer: Mixer, before: float, after: float) -> None:
    voice = constant(0.8, gain=before)
    mixer.begin(1, 0, maxsize, (voice,))
    start = rendered(mixer, 480)
    voice.gain = after
    heard = np.concatenate([start, rendered(mixer, 200, 400, 480)])
    assert np.abs(np.diff(heard)).max() <= 0.8 / FADE * 1.01
    assert np.allclose(heard[-300:], 0.8 * after)


def test_two_loud_sounds_stay_within_full_scale(mixer: Mixer) -> None:
    mixer.begin(1, 0, maxsize, (constant(0.9), constant(0.9)))
    heard = rendered(mixer, 480, 480)
    assert heard.max() <= 1.0
    assert heard.min() > 0.99


@pytest.mark.parametrize("sizes", [(1000, 1000), (480, 480, 480, 560), (1799, 1, 200), (2000,)])
def test_all_is_faded_out_towards_the_end_and_silent_after_it(mixer: Mixer, sizes: tuple[int, ...]) -> None:
    mixer.begin(1, 0, 1800, (constant(0.5),))
    heard = rendered(mixer, *sizes)
    assert (heard[: 1800 - FADE] == 0.5).all()
    angle = (np.arange(FADE) + 0.5) * np.pi / 2 / FADE
    assert np.allclose(heard[1800 - FADE : 1800], 0.5 * np.cos(angle), atol=1e-5)
    assert not heard[1800:].any()


def test_an_end_nearer_than_a_fade_is_faded_towards(mixer: Mixer) -> None:
    mixer.begin(1, 1000, 1300, (constant(0.5),))
    heard = rendered(mixer, 480)
    assert heard[299] < 0.002
    assert not heard[300:].any()


def test_fading_out_ends_in_silence_and_says_from_when(mixer: Mixer) -> None:
    mixer.begin(1, 0, maxsize, (constant(0.5),))
    rendered(mixer, 480)
    mixer.fade_out()
    assert mixer.silent_from_s is None
    heard = [rendered(mixer, 500)]
    assert mixer.silent_from_s is None
    block = np.full((500, 2), 9.0, np.float32)
    mixer.render(block, 7.0)
    silent_from_s = mixer.silent_from_s
    assert silent_from_s == pytest.approx(7.0 + (FADE - 500) / RATE_HZ)
    heard += [block[:, 0], rendered(mixer, 500)]
    whole = np.concatenate(heard)
    assert np.abs(np.diff(whole)).max() < 0.002
    assert not whole[FADE:].any()


def test_the_next_stretch_is_not_faded_out(mixer: Mixer) -> None:
    mixer.begin(1, 0, maxsize, (constant(0.5),))
    mixer.fade_out()
    rendered(mixer, 1000)
    mixer.begin(2, 0, maxsize, (constant(0.25),))
    assert mixer.silent_from_s is None
    assert (rendered(mixer, 1000) == 0.25).all()


def test_a_sound_that_ends_is_no_underrun(mixer: Mixer) -> None:
    mixer.begin(1, 0, maxsize, (Voice(ring_of(np.full(300, 0.5, np.float32)), 0, 1.0),))
    heard = rendered(mixer, 480)
    assert not heard[300:].any()
    assert mixer.underruns == 0


def test_a_sound_that_is_not_decoded_in_time_is_counted_and_stays_in_time(mixer: Mixer) -> None:
    ring = SampleRing(10_000, 2, 0)
    ring.write(np.repeat(counting(np.arange(300))[:, None], 2, axis=1))
    mixer.begin(1, 0, maxsize, (Voice(ring, 0, 1.0),))
    heard = rendered(mixer, 480)
    assert not heard[300:].any()
    assert mixer.underruns == 1
    ring.write(np.repeat(counting(np.arange(300, 2000))[:, None], 2, axis=1))
    assert np.array_equal(rendered(mixer, 480), counting(np.arange(480, 960)))


def test_blocks_larger_than_its_scratch_are_mixed_in_parts(mixer: Mixer) -> None:
    mixer.begin(1, 0, maxsize, (counted(0, 0),))
    assert np.array_equal(rendered(mixer, 10_000), counting(np.arange(10_000)))


def test_the_clock_learns_what_each_block_holds(mixer: Mixer, clock: PlaybackClock) -> None:
    clock.hold(5, 2.0, 1.0)
    mixer.begin(5, 2 * RATE_HZ, maxsize, ())
    rendered(mixer, 4800)
    mixer.render(np.zeros((4800, 2), np.float32), -0.05)
    assert clock.position() == pytest.approx(2.15)
    assert mixer.position == 2 * RATE_HZ + 9600


def test_rendering_allocates_no_arrays(mixer: Mixer) -> None:
    voices = (constant(0.5, gain=0.3), constant(0.2, gain=1.7))
    mixer.begin(1, 0, maxsize, voices)
    block = np.zeros((4096, 2), np.float32)
    mixer.render(block, 0.0)
    tracemalloc.start()
    try:
        voices[0].gain = 0.9
        tracemalloc.reset_peak()
        before, _ = tracemalloc.get_traced_memory()
        mixer.render(block, 0.0)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak - before < block.nbytes / 4
