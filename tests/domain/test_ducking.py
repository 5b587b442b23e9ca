from itertools import pairwise

import numpy as np
import pytest

from tivm_desktop.domain.ducking import SHORTEST_RETURN_S, bridged, duck_gains
from tivm_desktop.domain.mix import Ducking, SpeechSpans

RATE = 100.0
ON = Ducking(on=True)
TWO_LINES: SpeechSpans = ((3.0, 5.0), (10.0, 12.5))


def decibels(gains: np.ndarray) -> np.ndarray:
    return np.asarray(20.0 * np.log10(gains.astype(np.float64)))


def at(gains: np.ndarray, second: float) -> float:
    return float(decibels(gains)[round(second * RATE)])


def made_up_spans(seed: int, seconds: float) -> SpeechSpans:
    rng = np.random.default_rng(seed)
    edges = np.sort(rng.uniform(0.0, seconds, 24))
    return tuple((float(begin), float(end)) for begin, end in edges.reshape(-1, 2))


def gains_until(seconds: float, spans: SpeechSpans, ducking: Ducking, rate_hz: float = RATE) -> np.ndarray:
    """Gains of a video that is so long."""
    gains = duck_gains(spans, ducking, rate_hz)[: round(seconds * rate_hz)]
    return np.pad(gains, (0, round(seconds * rate_hz) - len(gains)), constant_values=1.0)


def test_off_and_without_speech_nothing_is_turned_down() -> None:
    assert np.all(gains_until(20.0, TWO_LINES, Ducking(on=False)) == 1.0)
    assert np.all(gains_until(20.0, (), ON) == 1.0)
    assert np.all(gains_until(20.0, TWO_LINES, Ducking(on=True, amount_db=0.0)) == 1.0)
    assert not len(duck_gains(TWO_LINES, Ducking(on=False)))
    assert not len(duck_gains(TWO_LINES, Ducking(on=True, amount_db=0.0)))


def test_a_second_has_a_hundred_gains() -> None:
    np.testing.assert_array_equal(duck_gains(TWO_LINES, ON), duck_gains(TWO_LINES, ON, 100.0))


def test_a_word_in_the_first_second_is_heard_too() -> None:
    gains = duck_gains(((0.0, 0.2),), Ducking(on=True, release_s=0.1), RATE)
    assert [at(gains, second) for second in (0.0, 0.2, 0.3)] == pytest.approx([-12.0, -12.0, 0.0], abs=1e-3)


def test_the_gains_end_where_the_music_is_back_after_the_last_word() -> None:
    ducking = Ducking(on=True, release_s=0.8)

    gains = duck_gains(TWO_LINES, ducking, RATE)

    assert len(gains) == pytest.approx((12.5 + 0.8) * RATE, abs=2)
    assert gains[-1] == 1.0
    assert not len(duck_gains((), ducking, RATE))
    assert not len(duck_gains(((-9.0, -5.0),), ducking, RATE))


@pytest.mark.parametrize("amount_db", [0.5, 3.0, 12.0, 40.0])
def test_fully_down_from_the_first_to_the_last_word(amount_db: float) -> None:
    gains = gains_until(20.0, TWO_LINES, Ducking(on=True, amount_db=amount_db))

    for begin, end in TWO_LINES:
        spoken = decibels(gains)[round(begin * RATE) : round(end * RATE) + 1]
        np.testing.assert_allclose(spoken, -amount_db, atol=1e-3)


def test_goes_down_before_the_speech_and_comes_back_after_it() -> None:
    ducking = Ducking(on=True, amount_db=12.0, attack_s=0.2, release_s=0.8)

    gains = gains_until(20.0, TWO_LINES, ducking)

    assert [at(gains, second) for second in (2.8, 2.9, 3.0)] == pytest.approx([0.0, -6.0, -12.0], abs=0.01)
    assert [at(gains, second) for second in (5.0, 5.4, 5.8)] == pytest.approx([-12.0, -6.0, 0.0], abs=0.01)


def test_the_way_has_no_corner() -> None:
    ducking = Ducking(on=True, amount_db=12.0, attack_s=0.2, release_s=0.8)

    bend = np.diff(decibels(gains_until(20.0, TWO_LINES, ducking, 1000.0)), 2)

    straight_corner = 12.0 / (0.2 * 1000.0)
    assert np.abs(bend).max() < straight_corner / 30.0


def test_at_once_with_neither_attack_nor_release() -> None:
    gains = gains_until(8.0, ((3.0, 5.0),), Ducking(on=True, amount_db=6.0, attack_s=0.0, release_s=0.0))

    assert [round(at(gains, second), 3) for second in (2.99, 3.0, 5.0, 5.01)] == [0.0, -6.0, -6.0, 0.0]


@pytest.mark.parametrize("seed", range(5))
def test_bounds_and_monotone_in_the_amount(seed: int) -> None:
    spans = made_up_spans(seed, 60.0)

    courses = [gains_until(60.0, spans, Ducking(on=True, amount_db=db)) for db in (0.0, 3.0, 12.0, 24.0)]

    for gains, db in zip(courses, (0.0, 3.0, 12.0, 24.0), strict=True):
        assert gains.dtype == np.float32
        assert gains.max() <= 1.0
        assert decibels(gains).min() >= -db - 1e-3
    for softer, deeper in pairwise(courses):
        assert np.all(deeper <= softer)


@pytest.mark.parametrize("seed", range(5))
def test_more_speech_never_makes_the_music_louder(seed: int) -> None:
    spans = made_up_spans(seed, 60.0)

    assert np.all(gains_until(60.0, spans, ON) <= gains_until(60.0, spans[::2], ON))


@pytest.mark.parametrize("seed", range(5))
def test_order_and_repetition_of_the_spans_do_not_matter(seed: int) -> None:
    spans = made_up_spans(seed, 60.0)

    np.testing.assert_array_equal(gains_until(60.0, spans[::-1] + spans, ON), gains_until(60.0, spans, ON))


def test_stays_down_in_a_pause_too_short_to_come_back() -> None:
    pause = SHORTEST_RETURN_S * 0.9

    short = gains_until(10.0, ((2.0, 4.0), (4.0 + pause, 6.0)), ON)
    long = gains_until(10.0, ((2.0, 4.0), (4.0 + 1.1 * SHORTEST_RETURN_S, 6.0)), ON)

    assert decibels(short)[200:601].max() == pytest.approx(-12.0, abs=1e-3)
    assert decibels(long)[200:601].max() == pytest.approx(0.0, abs=1e-3)


def test_a_long_release_makes_longer_pauses_too_short() -> None:
    slow = Ducking(on=True, amount_db=12.0, attack_s=0.5, release_s=2.0)

    gains = gains_until(12.0, ((2.0, 4.0), (6.0, 8.0)), slow)

    assert decibels(gains)[200:801].max() == pytest.approx(-12.0, abs=1e-3)


def test_speech_at_both_ends_and_outside_of_the_video() -> None:
    gains = gains_until(10.0, ((-3.0, 0.5), (9.5, 30.0), (50.0, 60.0)), ON)

    assert [at(gains, second) for second in (0.0, 0.5, 5.0, 9.5, 9.99)] == pytest.approx(
        [-12.0, -12.0, 0.0, -12.0, -12.0], abs=1e-3
    )


def test_bridging_closes_short_pauses_only() -> None:
    spans = ((5.0, 6.0), (0.0, 1.0), (1.5, 2.0), (3.0, 3.0), (0.2, 0.4))

    assert bridged(spans, 0.6) == ((0.0, 2.0), (5.0, 6.0))
    assert bridged(spans, 0.0) == ((0.0, 1.0), (1.5, 2.0), (5.0, 6.0))
    assert bridged(bridged(spans, 0.6), 0.6) == bridged(spans, 0.6)
