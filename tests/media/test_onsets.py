"""Where notes start."""

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.media.sounds import clicks, real_tracks, tone
from tivm_desktop.media.onsets import onset_density, onset_strength, onset_times_s
from tivm_desktop.media.spectrum import RATE_HZ, SpectrumMeter


def envelope(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    meter = SpectrumMeter()
    for start in range(0, len(samples), 50_000):
        meter.push(samples[start : start + 50_000])
    meter.finish()
    return onset_strength(meter.flux)


@pytest.mark.parametrize("gap_s", [0.11, 0.25, 0.5, 1.3])
def test_clicks_are_found_one_by_one(gap_s: float) -> None:
    times = list(np.arange(0.3, 11.5, gap_s))
    found = onset_times_s(envelope(clicks(times, 12.0, RATE_HZ)[:, 0]))
    assert len(found) == len(times)
    np.testing.assert_allclose(found, times, atol=0.021)


def test_each_second_counts_the_onsets_in_it() -> None:
    times = [0.5, 1.1, 1.4, 1.9, 3.0, 3.25]
    found = onset_times_s(envelope(clicks(times, 5.0, RATE_HZ)[:, 0]))
    assert onset_density(found, 5).tolist() == [1, 3, 0, 2, 0]


def test_soft_notes_count_among_loud_ones() -> None:
    loud, soft = clicks([0.5, 1.5, 2.5], 4.0, RATE_HZ), clicks([1.0, 2.0, 3.0], 4.0, RATE_HZ)
    assert len(onset_times_s(envelope((loud + 0.1 * soft)[:, 0]))) == 6


@pytest.mark.parametrize("level", [0.0, 0.5])
def test_nothing_starts_in_silence_or_direct_current(level: float) -> None:
    found = onset_times_s(envelope(np.full(5 * RATE_HZ, level, np.float32)))
    assert (found > 0.05).sum() == 0


def test_a_held_tone_starts_once() -> None:
    found = onset_times_s(envelope(np.pad(tone(440, 5.0, RATE_HZ)[:, 0], (RATE_HZ, 0))))
    assert found == pytest.approx([1.0], abs=0.04)


def test_the_envelope_is_scaled_to_its_99th_percentile_50_times_a_second() -> None:
    strength = envelope(np.random.default_rng(3).normal(scale=0.1, size=10 * RATE_HZ).astype(np.float32))
    assert strength.shape == (500,)
    assert np.percentile(strength, 99) == pytest.approx(1.0, abs=1e-3)


@pytest.mark.media
def test_onsets_of_real_music_agree_with_librosa() -> None:
    import librosa

    from tivm_desktop.media.audio import audio_blocks

    scores = []
    for path in real_tracks()[::9]:
        samples = np.concatenate([block[:, 0] for block in audio_blocks(path, RATE_HZ, 1)])
        ours = onset_times_s(envelope(samples))
        theirs = librosa.onset.onset_detect(y=samples, sr=RATE_HZ, hop_length=256, units="time")
        hits = sum(np.abs(ours - time_s).min() <= 0.05 for time_s in theirs)
        scores.append(2 * hits / (len(ours) + len(theirs)))
    assert np.mean(scores) > 0.88
