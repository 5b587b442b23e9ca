"""Loudness against the test cases of EBU Tech 3341 that are made of sines."""

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.media.sounds import tone
from tivm_desktop.media.loudness import Loudness, LoudnessMeter

RATE = 48_000


def measured(
    *parts: tuple[float, float], rate: int = RATE, layout: str = "stereo", block: int = 3 * RATE
) -> Loudness:
    channels = {"mono": 1, "stereo": 2, "5.0": 5}[layout]
    samples = np.concatenate(
        [tone(1_000, length, rate, dbfs=level, channels=channels) for level, length in parts]
    )
    return of(samples, rate, layout, block)


def of(samples: NDArray[np.float32], rate: int, layout: str, block: int = 100_000) -> Loudness:
    meter = LoudnessMeter(rate, samples.shape[1], layout)
    for start in range(0, len(samples), block):
        meter.push(samples[start : start + block].T)
    return meter.finish()


@pytest.mark.parametrize(
    ("case", "parts", "expected"),
    [
        (1, [(-23, 20)], -23.0),
        (2, [(-33, 20)], -33.0),
        (3, [(-36, 10), (-23, 60), (-36, 10)], -23.0),
        (4, [(-72, 10), (-36, 10), (-23, 60), (-36, 10), (-72, 10)], -23.0),
        (5, [(-26, 20), (-20, 20.1), (-26, 20)], -23.0),
    ],
)
def test_integrated_loudness_of_tech_3341(
    case: int, parts: list[tuple[float, float]], expected: float
) -> None:
    assert measured(*parts).integrated_lufs == pytest.approx(expected, abs=0.1), f"case {case}"


def test_surround_channels_weigh_as_in_tech_3341_case_6() -> None:
    levels = np.array([-28, -28, -24, -30, -30], np.float32)
    samples = tone(1_000, 20.0, RATE, dbfs=0.0, channels=5) * 10 ** (levels / 20)
    assert of(samples.astype(np.float32), RATE, "5.0").integrated_lufs == pytest.approx(-23.0, abs=0.1)


@pytest.mark.parametrize("rate", [8_000, 11_025, 22_050, 44_100, 48_000, 96_000, 192_000])
def test_every_second_has_its_own_loudness_at_every_rate(rate: int) -> None:
    found = measured((-33, 2), (-23, 2), (-43, 2), rate=rate).seconds_lufs
    np.testing.assert_allclose(found, [-33, -33, -23, -23, -43, -43], atol=0.1)


def test_mono_is_as_loud_as_the_same_on_both_sides() -> None:
    assert measured((-23, 5), layout="mono").integrated_lufs == pytest.approx(-23.0, abs=0.1)


def test_silence_is_at_the_gate() -> None:
    found = of(np.zeros((3 * RATE, 2), np.float32), RATE, "stereo")
    assert found.integrated_lufs == -70.0
    assert found.seconds_lufs.tolist() == [-70.0] * 3


def test_a_part_of_a_second_counts_as_a_second_ending_in_silence() -> None:
    found = of(tone(1_000, 2.5, RATE, dbfs=-20, channels=2), RATE, "stereo")
    assert len(found.seconds_lufs) == 3
    assert -26 < found.seconds_lufs[2] < -20.5
    assert found.integrated_lufs == pytest.approx(-20, abs=0.5)


def test_a_sound_shorter_than_a_window_has_a_loudness() -> None:
    found = of(tone(1_000, 0.2, RATE, dbfs=-20, channels=2), RATE, "stereo")
    assert -30 < found.integrated_lufs < -20
    assert found.seconds_lufs.shape == (1,)


def test_blocks_change_nothing() -> None:
    whole, parts = measured((-20, 2), (-30, 2)), measured((-20, 2), (-30, 2), block=12_345)
    assert whole.integrated_lufs == parts.integrated_lufs
    np.testing.assert_array_equal(whole.seconds_lufs, parts.seconds_lufs)


def test_a_layout_without_a_name_is_measured_as_its_mean() -> None:
    samples = tone(1_000, 5.0, RATE, dbfs=-23, channels=12)
    assert of(samples, RATE, "no such layout").integrated_lufs == pytest.approx(-23.0, abs=0.1)
