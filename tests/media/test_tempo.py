"""Tempo and beats of metronomes and of music whose tempo is known."""

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.media.sounds import clicks, known_tempo_and_key, real_tracks
from tivm_desktop.media.onsets import onset_strength
from tivm_desktop.media.sound import scan_sound
from tivm_desktop.media.spectrum import RATE_HZ, SpectrumMeter
from tivm_desktop.media.tempo import beat_times_s, tempo_bpm


def envelope(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    meter = SpectrumMeter()
    meter.push(samples)
    meter.finish()
    return onset_strength(meter.flux)


def metronome(bpm: float, length_s: float) -> NDArray[np.float32]:
    return envelope(clicks(list(np.arange(0.4, length_s - 0.1, 60 / bpm)), length_s, RATE_HZ)[:, 0])


@pytest.mark.parametrize("bpm", [75, 90, 100, 113, 120, 128, 140])
def test_a_metronome_has_its_tempo(bpm: float) -> None:
    assert tempo_bpm(metronome(bpm, 40.0)) == pytest.approx(bpm, rel=0.01)


@pytest.mark.parametrize("bpm", [45, 60, 170, 200])
def test_a_very_slow_or_fast_metronome_has_its_tempo_or_an_octave_of_it(bpm: float) -> None:
    octaves = np.log2(tempo_bpm(metronome(bpm, 40.0)) / bpm)
    assert octaves == pytest.approx(round(octaves), abs=0.02)


@pytest.mark.parametrize("bpm", [80, 120, 137])
def test_beats_are_where_the_clicks_are(bpm: float) -> None:
    strength = metronome(bpm, 30.0)
    beats = beat_times_s(strength, bpm)
    clicked = np.arange(0.4, 29.9, 60 / bpm)
    assert np.abs(beats[:, None] - clicked).min(axis=0).max() <= 0.021
    assert len(beats) == pytest.approx(len(clicked), abs=1)
    assert (np.diff(beats) > 0).all()


def test_beats_go_on_where_clicks_are_left_out() -> None:
    times = [time_s for time_s in np.arange(0.5, 29.9, 0.5) if not 10 < time_s < 14]
    strength = envelope(clicks(times, 30.0, RATE_HZ)[:, 0])
    beats = beat_times_s(strength, 120.0)
    assert np.diff(beats).max() < 0.6


def test_a_faster_tempo_after_a_slower_one_gives_one_of_both() -> None:
    times = list(np.arange(0.4, 30, 60 / 90)) + list(np.arange(30.2, 44, 60 / 120))
    found = tempo_bpm(envelope(clicks(times, 45.0, RATE_HZ)[:, 0]))
    assert min(abs(found - 90) / 90, abs(found - 120) / 120) < 0.02


@pytest.mark.parametrize("length_s", [10, 60])
def test_noise_has_no_pulse(length_s: int) -> None:
    noise = np.random.default_rng(11).normal(scale=0.1, size=length_s * RATE_HZ).astype(np.float32)
    assert tempo_bpm(envelope(noise)) == 0.0


@pytest.mark.parametrize("length", [0, 1, 30, 399])
def test_short_sounds_have_no_tempo(length: int) -> None:
    assert tempo_bpm(np.ones(length, np.float32)) == 0.0


@pytest.mark.parametrize("strength", [np.zeros(3_000, np.float32), np.ones(3_000, np.float32)])
def test_where_nothing_starts_there_is_no_tempo_and_no_beat(strength: NDArray[np.float32]) -> None:
    assert tempo_bpm(strength) == 0.0
    assert len(beat_times_s(strength, 0.0)) == 0


@pytest.mark.media
def test_real_music_has_the_tempo_and_key_it_was_made_with() -> None:
    known = known_tempo_and_key()
    octaves, keys = [], []
    for path in real_tracks():
        bpm, key = known[path.name]
        sound = scan_sound(path, lambda _: None)
        octaves.append(np.log2(sound.tempo_bpm / bpm))
        keys.append((sound.key, sound.mode) == key)
    away = np.abs(octaves)
    assert np.mean(away < np.log2(1.04)) >= 0.8
    assert np.mean(np.abs(away - np.round(away)) < np.log2(1.04)) >= 0.95
    assert np.mean(keys) >= 0.6
