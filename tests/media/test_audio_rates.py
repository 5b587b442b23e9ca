"""Any rate in, whatever rate a device wants out; any layout in, two channels out."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.media.sounds import tone, write_sound
from tivm_desktop.media.audio import audio_blocks

TONE_HZ = 250.0
SURROUND = ("FL", "FR", "FC", "LFE", "BL", "BR")


def from_on(path: Path, rate: int, start_s: float) -> NDArray[np.float32]:
    return np.concatenate(list(audio_blocks(path, rate, 2, block_s=0.1, start_s=start_s)))


@pytest.mark.parametrize("rate", [22_050, 44_100, 48_000, 96_000, 192_000])
@pytest.mark.parametrize("wanted", [44_100, 48_000, 96_000])
def test_a_start_within_the_sound_is_in_time_at_every_rate(tmp_path: Path, rate: int, wanted: int) -> None:
    path = write_sound(tmp_path / "tone.wav", tone(TONE_HZ, 4.0, rate, channels=2), rate)
    start_s = 2.0 + 1234 / 48_000
    samples = from_on(path, wanted, start_s)
    assert len(samples) == pytest.approx((4.0 - start_s) * wanted, abs=2.5)
    part = samples[wanted // 10 : wanted // 10 * 9, 0].astype(np.float64)
    time_s = start_s + (wanted // 10 + np.arange(len(part))) / wanted
    turning = np.exp(-2j * np.pi * TONE_HZ * time_s)
    late_s = -(np.angle((part * turning).sum()) + np.pi / 2) / (2 * np.pi * TONE_HZ)
    assert abs(late_s) <= 0.51 / rate


@pytest.mark.parametrize("ending", ["wav", "s24.wav", "s32.wav", "f32.wav", "u8.wav"])
def test_every_depth_comes_at_its_level(tmp_path: Path, ending: str) -> None:
    path = write_sound(tmp_path / f"tone.{ending}", tone(TONE_HZ, 1.0, 48_000, channels=2), 48_000)
    loudest = float(np.abs(from_on(path, 48_000, 0.2)).max())
    assert 20 * np.log10(loudest) == pytest.approx(-12.0, abs=0.3)


@pytest.mark.parametrize("channel", range(len(SURROUND)))
def test_each_surround_channel_is_heard_where_it_belongs(tmp_path: Path, channel: int) -> None:
    samples = np.zeros((48_000, 6), np.float32)
    samples[:, channel] = tone(TONE_HZ, 1.0, 48_000)[:, 0]
    path = write_sound(tmp_path / "surround.wav", samples, 48_000, layout="5.1")
    left, right = np.abs(from_on(path, 48_000, 0.1)).max(axis=0) / 10 ** (-12 / 20)
    whole = 1.0 + 2.0 * 0.5**0.5
    expected = {
        "FL": (1.0, 0.0),
        "FR": (0.0, 1.0),
        "FC": (0.5**0.5, 0.5**0.5),
        "LFE": (0.0, 0.0),
        "BL": (0.5**0.5, 0.0),
        "BR": (0.0, 0.5**0.5),
    }[SURROUND[channel]]
    assert (left, right) == pytest.approx((expected[0] / whole, expected[1] / whole), abs=1e-3)
