"""Key and mode of scales, chords and silence."""

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.media.sounds import chord
from tivm_desktop.media.spectrum import RATE_HZ, SpectrumMeter
from tivm_desktop.media.tonality import key_and_mode

MAJOR, MINOR = [0, 4, 7], [0, 3, 7]
CADENCES = {
    "major": [(0, MAJOR), (5, MAJOR), (7, MAJOR), (0, MAJOR)],
    "minor": [(0, MINOR), (5, MINOR), (7, MINOR), (0, MINOR)],
}


def heard(samples: NDArray[np.float32]) -> SpectrumMeter:
    meter = SpectrumMeter()
    meter.push(samples)
    meter.finish()
    return meter


@pytest.mark.parametrize("tonic", range(12))
@pytest.mark.parametrize("mode", ["major", "minor"])
def test_a_cadence_is_in_its_key(tonic: int, mode: str) -> None:
    chords = [[55 + tonic + root + note for note in notes] for root, notes in CADENCES[mode]]
    samples = np.concatenate([chord(notes, 1.5, RATE_HZ)[:, 0] for notes in chords])
    assert key_and_mode(heard(samples).pitch_profile) == ((55 + tonic) % 12, mode)


@pytest.mark.parametrize("midi", [45, 57, 69, 81, 93])
def test_the_note_a_is_a_in_every_octave(midi: int) -> None:
    chroma = heard(chord([midi], 3.0, RATE_HZ)[:, 0]).chroma(3)
    assert chroma.shape == (3, 12)
    assert (chroma.argmax(axis=1) == 9).all()
    np.testing.assert_allclose(chroma.sum(axis=1), 1.0, atol=1e-5)


def test_silence_has_no_key_and_no_chroma() -> None:
    meter = heard(np.zeros(3 * RATE_HZ, np.float32))
    assert key_and_mode(meter.pitch_profile) == (-1, "major")
    assert not meter.chroma(3).any()


@pytest.mark.parametrize("hz", [300, 1_000, 4_000])
def test_brightness_of_a_tone_is_its_frequency(hz: int) -> None:
    tone = np.sin(2 * np.pi * hz * np.arange(4 * RATE_HZ) / RATE_HZ).astype(np.float32)
    np.testing.assert_allclose(heard(tone).brightness_hz(4)[1:3], hz, rtol=0.02)


def test_silence_has_no_brightness() -> None:
    assert heard(np.zeros(2 * RATE_HZ, np.float32)).brightness_hz(2).tolist() == [0.0, 0.0]
