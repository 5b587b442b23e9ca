"""Everything the sound of a file tells, from one decode."""

import sys
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.media.sounds import clicks, real_tracks, tone, write_sound
from tivm_desktop.domain.analysis import SoundTimeline
from tivm_desktop.domain.errors import CancelledError
from tivm_desktop.media.sound import scan_sound


def scanned(path: Path) -> tuple[SoundTimeline, NDArray[np.float32]]:
    heard: list[NDArray[np.float32]] = []
    sound = scan_sound(path, heard.append)
    return sound, np.concatenate(heard)


def made(tmp_path: Path, samples: NDArray[np.float32], rate: int, name: str = "sound.f32.wav") -> Path:
    return write_sound(tmp_path / name, samples, rate)


@pytest.mark.parametrize("rate", [8_000, 11_025, 44_100, 48_000, 192_000])
@pytest.mark.parametrize("length_s", [0.01, 0.3, 1.0, 2.0001, 9.99])
def test_rows_are_the_seconds_begun_and_the_encoder_hears_as_many(
    tmp_path: Path, rate: int, length_s: float
) -> None:
    samples = tone(440, length_s, rate)
    sound, heard = scanned(made(tmp_path, samples, rate))
    seconds = -(-len(samples) // rate)
    assert sound.length_s == seconds
    for curve in (sound.loudness_lufs, sound.rms, sound.onset_density, sound.brightness_hz, sound.chroma):
        assert len(curve) == seconds
        assert np.isfinite(curve).all()
    assert sound.chroma.shape == (seconds, 12)
    assert len(heard) == -(-len(samples) * 16_000 // rate)
    assert len(sound.peaks) == -(-len(samples) * 20 // rate)
    assert len(sound.onset_strength) == -(-len(heard) // 320)


def test_the_encoder_hears_the_mono_mix(tmp_path: Path) -> None:
    samples = tone(440, 3.0, 48_000, channels=2) * np.array([1.0, 0.5], np.float32)
    _, heard = scanned(made(tmp_path, samples, 48_000))
    expected = 0.75 * tone(440, 3.0, 16_000)[:, 0]
    np.testing.assert_allclose(heard[100:-100], expected[100:-100], atol=2e-3)


def test_levels_of_a_tone(tmp_path: Path) -> None:
    quiet, loud = tone(997, 4.0, 48_000, dbfs=-23, channels=2), tone(997, 4.0, 48_000, dbfs=-3, channels=2)
    sound, _ = scanned(made(tmp_path, np.concatenate([quiet, loud]), 48_000))
    np.testing.assert_allclose(sound.loudness_lufs, [-23] * 4 + [-3] * 4, atol=0.1)
    np.testing.assert_allclose(sound.rms[:4], 10 ** (-23 / 20) * 0.5**0.5, rtol=1e-3)
    np.testing.assert_allclose(sound.rms[4:], 10 ** (-3 / 20) * 0.5**0.5, rtol=1e-3)
    assert sound.integrated_lufs == pytest.approx(-3.0, abs=0.2)
    assert sound.peak_dbfs == pytest.approx(-3.0, abs=0.01)
    assert sound.brightness_hz[2] == pytest.approx(997, rel=0.02)
    np.testing.assert_allclose(sound.peaks[100:150, 1], 10 ** (-3 / 20), rtol=1e-3)
    np.testing.assert_allclose(sound.peaks[:, 0], -sound.peaks[:, 1], rtol=1e-2)


def test_peaks_of_the_waveform_are_where_the_sound_is(tmp_path: Path) -> None:
    samples = np.zeros((3 * 44_100, 1), np.float32)
    samples[round(1.52 * 44_100)] = 0.8
    samples[round(2.01 * 44_100)] = -0.6
    sound, _ = scanned(made(tmp_path, samples, 44_100))
    assert np.flatnonzero(sound.peaks[:, 1]).tolist() == [30]
    assert np.flatnonzero(sound.peaks[:, 0]).tolist() == [40]
    assert sound.peaks[30, 1] == pytest.approx(0.8)


def test_digital_silence(tmp_path: Path) -> None:
    sound, heard = scanned(made(tmp_path, np.zeros((5 * 44_100, 2), np.float32), 44_100))
    assert not heard.any()
    assert (sound.loudness_lufs == -70).all()
    assert (sound.integrated_lufs, sound.peak_dbfs, sound.tempo_bpm) == (-70.0, -120.0, 0.0)
    assert (sound.key, sound.mode) == (-1, "major")
    for curve in (sound.rms, sound.onset_density, sound.brightness_hz, sound.chroma, sound.onset_strength):
        assert not curve.any()
    assert len(sound.beats_s) == 0


def test_direct_current_has_no_loudness_and_no_beat(tmp_path: Path) -> None:
    sound, _ = scanned(made(tmp_path, np.full((10 * 44_100, 1), 0.5, np.float32), 44_100))
    assert (sound.loudness_lufs[1:] == -70).all()
    assert sound.onset_density[1:].sum() == 0
    assert sound.tempo_bpm == 0
    assert sound.peak_dbfs == pytest.approx(-6.02, abs=0.01)


def test_clipped_sound_and_samples_that_are_not_numbers(tmp_path: Path) -> None:
    samples = np.clip(tone(220, 4.0, 44_100, dbfs=20), -1, 1)
    samples[50_000:50_100] = np.nan
    sound, heard = scanned(made(tmp_path, samples, 44_100))
    assert np.isfinite(heard).all()
    assert sound.peak_dbfs == pytest.approx(0.0, abs=0.01)
    assert all(
        np.isfinite(getattr(sound, field.name)).all() for field in fields(sound) if field.name != "mode"
    )


def test_clicks_are_counted_second_by_second_and_their_tempo_is_found(tmp_path: Path) -> None:
    times = list(np.arange(0.25, 20, 0.5))
    sound, _ = scanned(made(tmp_path, clicks(times, 20.0, 44_100), 44_100))
    assert sound.onset_density.tolist() == [2.0] * 20
    assert sound.tempo_bpm == pytest.approx(120, rel=0.01)
    assert np.abs(sound.beats_s[:, None] - np.array(times)).min(axis=0).max() < 0.025


def test_surround_sound_is_measured(tmp_path: Path) -> None:
    sound, _ = scanned(made(tmp_path, tone(1_000, 5.0, 48_000, dbfs=-20, channels=6), 48_000))
    assert sound.rms[2] == pytest.approx(0.1 * 0.5**0.5, rel=1e-2)
    assert sound.integrated_lufs == pytest.approx(-20 - 3 + 10 * np.log10(3 + 2 * 1.41), abs=0.2)


@pytest.mark.media
def test_the_same_file_gives_the_same_to_the_bit() -> None:
    first, second = scanned(real_tracks()[0]), scanned(real_tracks()[0])
    np.testing.assert_array_equal(first[1], second[1])
    for field in fields(SoundTimeline):
        np.testing.assert_array_equal(getattr(first[0], field.name), getattr(second[0], field.name))


def test_progress_is_told_and_may_cancel(tmp_path: Path) -> None:
    path = made(tmp_path, tone(440, 40.0, 16_000), 16_000)
    told: list[tuple[float, float]] = []

    def progress(done_s: float, total_s: float) -> None:
        told.append((done_s, total_s))
        if done_s >= 16:
            raise CancelledError

    with pytest.raises(CancelledError):
        scan_sound(path, lambda _: None, progress)
    assert told == [(8.0, 40.0), (16.0, 40.0)]


def test_an_error_of_the_listener_is_passed_on(tmp_path: Path) -> None:
    def refuse(_: NDArray[np.float32]) -> None:
        raise RuntimeError("the listener has had enough")

    with pytest.raises(RuntimeError, match="had enough"):
        scan_sound(made(tmp_path, tone(440, 20.0, 16_000), 16_000), refuse)


@pytest.mark.skipif(sys.platform == "win32", reason="an open file can't be deleted there")
def test_a_file_deleted_while_it_is_read_is_read_to_its_end(tmp_path: Path) -> None:
    path = made(tmp_path, tone(440, 60.0, 44_100), 44_100, "sound.flac")
    sound = scan_sound(path, lambda _: path.unlink(missing_ok=True))
    assert sound.length_s == 60


def test_a_file_cut_short_while_it_is_read_gives_what_was_there(tmp_path: Path) -> None:
    path = made(tmp_path, tone(440, 120.0, 44_100), 44_100)

    def cut(_: NDArray[np.float32]) -> None:
        with path.open("r+b") as file:
            file.truncate(1_000_000)

    assert 1 <= scan_sound(path, cut).length_s < 120
