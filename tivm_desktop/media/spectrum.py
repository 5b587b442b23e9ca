"""Short-time spectra of 16 kHz mono sound as it comes: onset envelope, brightness and chroma."""

import numpy as np
from numpy.typing import NDArray
from scipy.fft import rfft
from scipy.sparse import csr_array

from tivm_desktop.domain.mel import hann, hz_to_mel, mel_to_hz, triangles
from tivm_desktop.domain.rates import ONSET_RATE_HZ

RATE_HZ = 16_000
"""Rate of everything here; what the encoders take too."""
CHROMA_PER_S = 4

_HOP = RATE_HZ // ONSET_RATE_HZ
_FFT = 512
_BANDS = 40
_LOWEST_HZ, _HIGHEST_HZ = 30.0, 8_000.0
_FLOOR = 1e-7
"""Band power under which everything counts as silence: about 70 dB under full scale."""

_SILENCE = 1e-6
"""Energy in the pitch classes under which a frame is silent."""

_CHROMA_HOP = RATE_HZ // CHROMA_PER_S
_CHROMA_FFT = 8_192
_CHROMA_MIDI = (33.0, 96.0)
"""A1 (55 Hz) to C7 (2093 Hz)."""


class Framer:
    """Cuts a stream into overlapping frames, frame k centred at sample k * hop; the ends see silence."""

    def __init__(self, size: int, hop: int) -> None:
        self._size, self._hop = size, hop
        self._held = np.zeros(size // 2, np.float32)
        self._pushed = 0
        self._given = 0

    def push(self, samples: NDArray[np.float32]) -> NDArray[np.float32]:
        """Take in (n,) samples and give back the (k, size) frames that are complete, as a view."""
        self._pushed += len(samples)
        self._held = np.concatenate([self._held, samples])
        return self._frames((len(self._held) - self._size) // self._hop + 1)

    def finish(self) -> NDArray[np.float32]:
        """The frames whose centre is inside the sound and that are not given back yet."""
        missing = -(-self._pushed // self._hop) - self._given
        self._held = np.concatenate([self._held, np.zeros(self._size, np.float32)])
        return self._frames(missing)

    def _frames(self, count: int) -> NDArray[np.float32]:
        count = max(count, 0)
        if not count:
            return np.zeros((0, self._size), np.float32)
        windows = np.lib.stride_tricks.sliding_window_view(self._held, self._size)
        frames = windows[: count * self._hop : self._hop]
        self._held = self._held[count * self._hop :]
        self._given += count
        return frames


class SpectrumMeter:
    """Gathers what spectra tell; keeps a few hundred numbers a second and no samples."""

    def __init__(self) -> None:
        self._short = Framer(_FFT, _HOP)
        self._long = Framer(_CHROMA_FFT, _CHROMA_HOP)
        self._window = hann(_FFT)
        self._long_window = hann(_CHROMA_FFT)
        self._bands = csr_array(mel_bands(_BANDS, _FFT, RATE_HZ, _LOWEST_HZ, _HIGHEST_HZ))
        self._pitches = csr_array(pitch_classes(_CHROMA_FFT, RATE_HZ, _CHROMA_MIDI))
        self._hz = np.fft.rfftfreq(_FFT, 1 / RATE_HZ).astype(np.float32)
        self._last = np.full(_BANDS, np.log10(_FLOOR), np.float32)
        self._flux: list[NDArray[np.float32]] = []
        self._centroid: list[NDArray[np.float32]] = []
        self._chroma: list[NDArray[np.float32]] = []

    def push(self, samples: NDArray[np.float32]) -> None:
        """Take in (n,) float32 samples at 16 kHz."""
        self._take_short(self._short.push(samples))
        self._take_long(self._long.push(samples))

    def finish(self) -> None:
        """Take in the frames that reach over the end."""
        self._take_short(self._short.finish())
        self._take_long(self._long.finish())

    @property
    def flux(self) -> NDArray[np.float32]:
        """(S,) mean rise of the log power of the bands, 50 values a second; frame k is at k / 50 s."""
        return np.concatenate(self._flux)

    def brightness_hz(self, length_s: int) -> NDArray[np.float32]:
        """(length_s,) spectral centroid of each second, Hz, 0 in silence."""
        moments = by_seconds(np.concatenate(self._centroid), ONSET_RATE_HZ, length_s)
        return np.asarray(moments[:, 0] / np.maximum(moments[:, 1], 1e-9), np.float32)

    def chroma(self, length_s: int) -> NDArray[np.float32]:
        """(length_s, 12) energy per pitch class from C of each second, rows sum to 1 or are 0 in silence."""
        return _shares(by_seconds(np.concatenate(self._chroma), CHROMA_PER_S, length_s))

    @property
    def pitch_profile(self) -> NDArray[np.float32]:
        """(12,) how much of the time each pitch class sounds: mean share of energy over quarter seconds."""
        return np.asarray(_shares(np.concatenate(self._chroma)).mean(axis=0), np.float32)

    def _take_short(self, frames: NDArray[np.float32]) -> None:
        if not len(frames):
            return
        power = _power(frames * self._window)
        bands = np.log10(np.maximum(power @ self._bands, _FLOOR))
        before = np.concatenate([self._last[None], bands[:-1]])
        self._last = bands[-1]
        self._flux.append(np.maximum(bands - before, 0.0).mean(axis=1))
        magnitude = np.sqrt(power)
        self._centroid.append(
            np.stack([np.einsum("nf,f->n", magnitude, self._hz), magnitude.sum(axis=1)], axis=1)
        )

    def _take_long(self, frames: NDArray[np.float32]) -> None:
        if len(frames):
            self._chroma.append(_power(frames * self._long_window) @ self._pitches)


def by_seconds(rows: NDArray[np.float32], per_s: int, length_s: int) -> NDArray[np.float32]:
    """Sum (n, c) rows, `per_s` a second, into (length_s, c)."""
    full = np.zeros((length_s * per_s, rows.shape[1]), np.float32)
    full[: len(rows)] = rows[: len(full)]
    return np.asarray(full.reshape(length_s, per_s, -1).sum(axis=1), np.float32)


def mel_bands(bands: int, fft: int, rate: int, lowest_hz: float, highest_hz: float) -> NDArray[np.float32]:
    """(fft // 2 + 1, bands) triangles evenly spaced in mel, straight in Hz, each summing to 1."""
    edges = mel_to_hz(np.linspace(hz_to_mel(lowest_hz), hz_to_mel(highest_hz), bands + 2))
    hz = np.fft.rfftfreq(fft, 1 / rate)
    weights = triangles(hz, edges)
    nearest = np.abs(hz[:, None] - edges[1:-1]).argmin(axis=0)
    empty = weights.sum(axis=0) == 0
    weights[nearest[empty], np.flatnonzero(empty)] = 1.0
    return np.asarray(weights / weights.sum(axis=0), np.float32)


def pitch_classes(fft: int, rate: int, midi: tuple[float, float]) -> NDArray[np.float32]:
    """(fft // 2 + 1, 12) share of each bin in each pitch class of equal temperament, C first, A4 = 440 Hz."""
    hz = np.maximum(np.fft.rfftfreq(fft, 1 / rate), 1.0)
    pitch = 69.0 + 12.0 * np.log2(hz / 440.0)
    away = (pitch[:, None] - np.arange(12) + 6.0) % 12.0 - 6.0
    shares = np.exp(-0.5 * (away / 0.25) ** 2)
    shares[(pitch < midi[0]) | (pitch > midi[1])] = 0.0
    return np.asarray(shares, np.float32)


def _shares(energy: NDArray[np.float32]) -> NDArray[np.float32]:
    total = energy.sum(axis=1, keepdims=True)
    return np.asarray(np.where(total > _SILENCE, energy / np.maximum(total, _SILENCE), 0.0), np.float32)


def _power(frames: NDArray[np.float32]) -> NDArray[np.float32]:
    spectrum = rfft(frames, axis=1)
    scale = np.float32(4.0 / frames.shape[1] ** 2)
    return np.asarray((spectrum.real**2 + spectrum.imag**2) * scale, np.float32)
