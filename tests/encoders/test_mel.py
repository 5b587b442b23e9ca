"""The front-ends' numbers against librosa and against the formulas written out."""

import librosa
import numpy as np
import pytest
from numpy.typing import NDArray

from tivm_desktop.domain.mel import hann
from tivm_desktop.encoders.mel import htk_mel_filters, slaney_mel_filters, spectra
from tivm_desktop.encoders.musicnn import MusicnnFrontEnd
from tivm_desktop.encoders.vggish import PATCH_SAMPLES, VggishFrontEnd

RATE = 16000


@pytest.fixture
def sound() -> NDArray[np.float32]:
    """Two seconds of a falling tone in pink-ish noise."""
    random = np.random.default_rng(3)
    time = np.arange(2 * RATE) / RATE
    tone = 0.4 * np.sin(2 * np.pi * (3000 * time - 600 * time**2))
    return (tone + np.cumsum(random.normal(size=len(time))) * 0.001).astype(np.float32)


def test_slaney_filters_are_librosas() -> None:
    ours = slaney_mel_filters(RATE, 512, 96)

    np.testing.assert_allclose(ours.T, librosa.filters.mel(sr=RATE, n_fft=512, n_mels=96), atol=1e-7)


def test_slaney_filters_of_low_rates_are_librosas_too() -> None:
    """All below 1 kHz, where the scale is straight."""
    ours = slaney_mel_filters(1600, 256, 8)

    np.testing.assert_allclose(ours.T, librosa.filters.mel(sr=1600, n_fft=256, n_mels=8), atol=1e-7)


def test_htk_filters_peak_at_the_htk_frequencies() -> None:
    ours = htk_mel_filters(RATE, 65536, 64, 125.0, 7500.0)

    peaks_hz = ours.argmax(axis=0) * RATE / 65536
    expected_hz = librosa.mel_frequencies(n_mels=66, fmin=125.0, fmax=7500.0, htk=True)[1:-1]
    np.testing.assert_allclose(peaks_hz, expected_hz, atol=0.2)
    np.testing.assert_allclose(ours.max(axis=0), 1.0, atol=0.01)


def test_htk_filters_are_nearly_librosas_whose_flanks_are_straight_in_hertz() -> None:
    ours = htk_mel_filters(RATE, 512, 64, 125.0, 7500.0)
    theirs = librosa.filters.mel(sr=RATE, n_fft=512, n_mels=64, fmin=125.0, fmax=7500.0, htk=True, norm=None)

    np.testing.assert_allclose(ours.T, theirs, atol=0.03)


def test_musicnns_log_mel_is_librosas(sound: NDArray[np.float32]) -> None:
    power = librosa.feature.melspectrogram(
        y=sound, sr=RATE, n_fft=512, hop_length=256, n_mels=96, center=False, power=2.0
    )

    ours = MusicnnFrontEnd().log_mel(sound)

    np.testing.assert_allclose(ours, np.log10(1 + 10000 * power.T), atol=2e-5)


def test_vggishs_log_mel_is_the_published_formula(sound: NDArray[np.float32]) -> None:
    ours = VggishFrontEnd().log_mel(sound[:PATCH_SAMPLES])

    assert ours.shape == (96, 64)
    np.testing.assert_allclose(ours, vggish_by_hand(sound[:PATCH_SAMPLES]), atol=5e-4)


def test_vggishs_spectrum_is_librosas(sound: NDArray[np.float32]) -> None:
    shifted = np.concatenate([np.zeros((512 - 400) // 2, np.float32), sound])
    theirs = np.abs(librosa.stft(shifted, n_fft=512, hop_length=160, win_length=400, center=False))

    ours = np.abs(spectra(sound, hann(400), 512, 160))

    np.testing.assert_allclose(ours[: theirs.shape[1]], theirs.T[: len(ours)], atol=1e-4)


def test_less_than_a_window_gives_no_frames() -> None:
    assert spectra(np.zeros(399, np.float32), hann(400), 512, 160).shape == (0, 257)


def vggish_by_hand(samples: NDArray[np.float32]) -> NDArray[np.float64]:
    """The front-end as its authors describe it, one frame and one band at a time, in doubles."""

    def mel(frequency_hz: float) -> float:
        return 1127.0 * float(np.log(1.0 + frequency_hz / 700.0))

    window = 0.5 - 0.5 * np.cos(2 * np.pi / 400 * np.arange(400))
    edges = np.linspace(mel(125.0), mel(7500.0), 66)
    bins = [mel(number * RATE / 512) for number in range(257)]
    rows = []
    for start in range(0, len(samples) - 399, 160):
        magnitude = np.abs(np.fft.rfft(samples[start : start + 400].astype(np.float64) * window, 512))
        row = []
        for low, centre, high in zip(edges[:-2], edges[1:-1], edges[2:], strict=True):
            total = 0.0
            for number in range(1, 257):
                rising = (bins[number] - low) / (centre - low)
                falling = (high - bins[number]) / (high - centre)
                total += max(0.0, min(rising, falling)) * magnitude[number]
            row.append(np.log(total + 0.01))
        rows.append(row)
    return np.array(rows)
