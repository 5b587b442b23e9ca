"""What all short-time spectra are made with: the Hann window, the mel scale and its triangles."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from tivm_desktop.domain.arrays import Float64Array, FloatArray

_HZ_AT_ONE = 700.0
_SCALE = 1127.0


def hann(length: int) -> FloatArray:
    """Return the (length,) Hann window whose period is `length` samples."""
    return (0.5 - 0.5 * np.cos(2 * np.pi * np.arange(length) / length)).astype(np.float32)


def hz_to_mel(frequency_hz: ArrayLike) -> Float64Array:
    """Return `1127 ln(1 + f / 700)` (O'Shaughnessy 1987; Young et al., The HTK Book), any shape."""
    return np.asarray(_SCALE * np.log1p(np.asarray(frequency_hz) / _HZ_AT_ONE))


def mel_to_hz(mels: ArrayLike) -> Float64Array:
    """Return the frequencies of mels, any shape."""
    return np.asarray(_HZ_AT_ONE * (np.exp(np.asarray(mels) / _SCALE) - 1.0))


def triangles(positions: NDArray[np.floating], edges: NDArray[np.floating]) -> Float64Array:
    """Return (P, E - 2) triangles over (P,) positions, from edge i to 1 at i + 1 and down to i + 2."""
    low, centre, high = edges[:-2], edges[1:-1], edges[2:]
    rising = (positions[:, None] - low) / (centre - low)
    falling = (high - positions[:, None]) / (high - centre)
    return np.asarray(np.maximum(0.0, np.minimum(rising, falling)))
