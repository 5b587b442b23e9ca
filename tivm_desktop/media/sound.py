"""Everything the sound of a file tells without an encoder, from one decode that also feeds the encoder."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.analysis import SoundTimeline
from tivm_desktop.domain.progress import Progress, no_progress
from tivm_desktop.media.audio import open_sound
from tivm_desktop.media.levels import LevelMeter
from tivm_desktop.media.loudness import LoudnessMeter
from tivm_desktop.media.mixing import mix_matrix, mixed
from tivm_desktop.media.onsets import onset_density, onset_strength, onset_times_s
from tivm_desktop.media.resampling import MonoResampler
from tivm_desktop.media.spectrum import RATE_HZ, SpectrumMeter
from tivm_desktop.media.tempo import beat_times_s, tempo_bpm
from tivm_desktop.media.tonality import key_and_mode

_RATES_HZ = (8_000, 192_000)
"""Rates at which levels are measured as they are; others are converted to the nearer end."""
_BLOCK_S = 8
_BLOCK_VALUES = 16_000_000
"""Samples times channels in a block at most, where a second is not more than that."""


def scan_sound(
    path: Path,
    on_samples_16k: Callable[[NDArray[np.float32]], None],
    progress: Progress = no_progress,
) -> SoundTimeline:
    """Decode a file once, measure its sound and hand it on.

    Memory is bounded by some seconds of sound and a few hundred numbers a second. The same file gives the
    same result to the bit.

    Args:
        path: Any file with sound that FFmpeg opens.
        on_samples_16k: Called in order with (n,) float32 blocks of the mono mix at 16 kHz, T seconds begun in
            all. What it raises ends the scan and is passed on.
        progress: Called after each block of some seconds; may raise to cancel.

    Returns:
        One row a second and what holds for the whole.

    Raises:
        MediaError: The file can't be opened, has no sound, or nothing of it can be decoded.
    """
    with open_sound(path) as sound:
        rate = min(max(sound.rate_hz, _RATES_HZ[0]), _RATES_HZ[1])
        channels = len(sound.channel_names)
        to_mono = mix_matrix(sound.channel_names, 1)
        loudness, levels = LoudnessMeter(rate, channels, sound.layout), LevelMeter(rate)
        spectrum, resampler = SpectrumMeter(), MonoResampler(rate, RATE_HZ)
        samples = 0

        def hand_on(mono: NDArray[np.float32]) -> None:
            if len(mono):
                spectrum.push(mono)
                on_samples_16k(mono)

        block_s = max(min(_BLOCK_S, _BLOCK_VALUES // (rate * channels)), 1)
        for block in sound.blocks(rate, block_s=block_s):
            samples += block.shape[1]
            mono = mixed(block, to_mono)[:, 0]
            loudness.push(block)
            levels.push(block, mono)
            hand_on(resampler.push(mono))
            progress(samples / rate, max(sound.stated_duration_s, samples / rate))
        hand_on(resampler.finish())
    spectrum.finish()
    strength = onset_strength(spectrum.flux)
    bpm = tempo_bpm(strength)
    length_s = len(levels.rms)
    key, mode = key_and_mode(spectrum.pitch_profile)
    found = loudness.finish()
    return SoundTimeline(
        loudness_lufs=found.seconds_lufs,
        rms=levels.rms,
        onset_density=onset_density(onset_times_s(strength), length_s),
        brightness_hz=spectrum.brightness_hz(length_s),
        chroma=spectrum.chroma(length_s),
        onset_strength=strength,
        peaks=levels.peaks,
        beats_s=beat_times_s(strength, bpm),
        integrated_lufs=found.integrated_lufs,
        peak_dbfs=levels.peak_dbfs,
        tempo_bpm=bpm,
        key=key,
        mode=mode,
    )
