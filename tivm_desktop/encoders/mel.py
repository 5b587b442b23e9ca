"""Mel spectrograms with numpy and scipy alone, as the music encoders were trained on them."""

import numpy as np
import scipy.fft
from numpy.typing import NDArray

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.mel import hz_to_mel, triangles


def slaney_mel_filters(rate_hz: int, fft_size: int, bands: int) -> FloatArray:
    """Triangular mel filters of Slaney's Auditory Toolbox (1998), each of unit area per Hz.

    Linear below 1 kHz (200/3 Hz a mel), logarithmic above (a factor 6.4 in 27 mels), from 0 Hz to half the
    rate.

    Returns:
        (fft_size // 2 + 1, bands) weights for a power spectrum.
    """
    edges_hz = _slaney_to_hz(np.linspace(0.0, _hz_to_slaney(rate_hz / 2), bands + 2))
    bins_hz = np.arange(fft_size // 2 + 1) * (rate_hz / fft_size)
    area = 2.0 / (edges_hz[2:] - edges_hz[:-2])
    return (triangles(bins_hz, edges_hz) * area).astype(np.float32)


def htk_mel_filters(rate_hz: int, fft_size: int, bands: int, low_hz: float, high_hz: float) -> FloatArray:
    """Triangular mel filters as HTK and VGGish draw them: linear flanks on the mel axis, peaks of 1, no DC.

    Returns:
        (fft_size // 2 + 1, bands) weights for a magnitude spectrum.
    """
    edges = np.linspace(hz_to_mel(low_hz), hz_to_mel(high_hz), bands + 2)
    bins = hz_to_mel(np.arange(fft_size // 2 + 1) * (rate_hz / fft_size))
    weights = triangles(bins, edges)
    weights[0] = 0.0
    return weights.astype(np.float32)


def spectra(samples: FloatArray, window: FloatArray, fft_size: int, hop: int) -> NDArray[np.complex64]:
    """Short-time spectra of all whole windows of `samples`, the first at sample 0.

    Args:
        samples: (n,) float32.
        window: (w,) float32 weights, w <= fft_size.
        fft_size: length of the transform; the windowed samples are padded with zeros behind.
        hop: samples between two frames.

    Returns:
        (frames, fft_size // 2 + 1) complex64; frames is 0 where `samples` is shorter than the window.
    """
    if len(samples) < len(window):
        return np.zeros((0, fft_size // 2 + 1), np.complex64)
    frames = np.lib.stride_tricks.sliding_window_view(samples, len(window))[::hop]
    spectrum: NDArray[np.complex64] = scipy.fft.rfft(frames * window, fft_size, axis=1)
    return spectrum


_SLANEY_HZ_PER_MEL = 200.0 / 3.0
_SLANEY_LOG_HZ = 1000.0
_SLANEY_LOG_MEL = _SLANEY_LOG_HZ / _SLANEY_HZ_PER_MEL
_SLANEY_LOG_STEP = np.log(6.4) / 27.0


def _hz_to_slaney(frequency_hz: float) -> float:
    if frequency_hz < _SLANEY_LOG_HZ:
        return frequency_hz / _SLANEY_HZ_PER_MEL
    return float(_SLANEY_LOG_MEL + np.log(frequency_hz / _SLANEY_LOG_HZ) / _SLANEY_LOG_STEP)


def _slaney_to_hz(mels: NDArray[np.floating]) -> NDArray[np.floating]:
    linear = mels * _SLANEY_HZ_PER_MEL
    logarithmic = _SLANEY_LOG_HZ * np.exp(_SLANEY_LOG_STEP * (mels - _SLANEY_LOG_MEL))
    return np.where(mels < _SLANEY_LOG_MEL, linear, logarithmic)
