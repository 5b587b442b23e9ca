"""Everything the sound of a file tells without an encoder, from one decode that also feeds the encoder."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.analysis import SoundTimeline
from tivm_desktop.domain.progress import Progress, no_progress
from tivm_desktop.domain.rates import ONSET_RATE_HZ
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
        rate = measured_rate(sound.rate_hz)
        meter = SoundMeter(rate, sound.channel_names, sound.layout, on_samples_16k)
        samples = 0
        block_s = max(min(_BLOCK_S, _BLOCK_VALUES // (rate * len(sound.channel_names))), 1)
        for block in sound.blocks(rate, block_s=block_s):
            meter.push(block)
            samples += block.shape[1]
            progress(samples / rate, max(sound.stated_duration_s, samples / rate))
    return meter.finish()


def measured_rate(rate_hz: int) -> int:
    """Return the rate, Hz, at which a sound of some rate is measured."""
    return min(max(rate_hz, _RATES_HZ[0]), _RATES_HZ[1])


class SoundMeter:
    """Measures sound as it comes, and hands it on at 16 kHz."""

    def __init__(
        self,
        rate: int,
        channel_names: Sequence[str],
        layout: str,
        on_samples_16k: Callable[[NDArray[np.float32]], None],
    ) -> None:
        """Begin.

        Args:
            rate: Hz, one that `measured_rate` gives.
            channel_names: FFmpeg's names of the channels.
            layout: FFmpeg's name of their layout.
            on_samples_16k: As for `scan_sound`.
        """
        self._to_mono = mix_matrix(channel_names, 1)
        self._loudness = LoudnessMeter(rate, len(channel_names), layout)
        self._levels = LevelMeter(rate)
        self._spectrum, self._resampler = SpectrumMeter(), MonoResampler(rate, RATE_HZ)
        self._on_samples_16k = on_samples_16k

    def push(self, block: NDArray[np.float32]) -> None:
        """Take in (channels, n) float32 samples, whole seconds of them in all blocks but the last."""
        mono = mixed(block, self._to_mono)[:, 0]
        self._loudness.push(block)
        self._levels.push(block, mono)
        self._hand_on(self._resampler.push(mono))

    def finish(self, seam_s: int | None = None) -> SoundTimeline:
        """Return what was measured.

        Args:
            seam_s: Where the sound is windows of so many seconds that don't belong together: no onset is
                found at their seams, tempo comes from within them, and there are no beats.
        """
        self._hand_on(self._resampler.finish())
        spectrum, levels = self._spectrum, self._levels
        spectrum.finish()
        flux = spectrum.flux if seam_s is None else _without_seams(spectrum.flux, seam_s)
        strength = onset_strength(flux)
        bpm = tempo_bpm(strength, seam_s)
        length_s = len(levels.rms)
        key, mode = key_and_mode(spectrum.pitch_profile)
        found = self._loudness.finish()
        return SoundTimeline(
            loudness_lufs=found.seconds_lufs,
            rms=levels.rms,
            onset_density=onset_density(onset_times_s(strength), length_s),
            brightness_hz=spectrum.brightness_hz(length_s),
            chroma=spectrum.chroma(length_s),
            onset_strength=strength,
            peaks=levels.peaks,
            beats_s=beat_times_s(strength, bpm if seam_s is None else 0.0),
            integrated_lufs=found.integrated_lufs,
            peak_dbfs=levels.peak_dbfs,
            tempo_bpm=bpm,
            key=key,
            mode=mode,
        )

    def _hand_on(self, mono: NDArray[np.float32]) -> None:
        if len(mono):
            self._spectrum.push(mono)
            self._on_samples_16k(mono)


def _without_seams(flux: NDArray[np.float32], seam_s: int) -> NDArray[np.float32]:
    """Silence the two frames that see both sides of a seam."""
    quiet = flux.copy()
    for after in range(2):
        quiet[after :: seam_s * ONSET_RATE_HZ] = 0.0
    return quiet
