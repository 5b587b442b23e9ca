"""Where notes start, from the onset envelope."""

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import maximum_filter1d, uniform_filter1d

from tivm_desktop.domain.rates import ONSET_RATE_HZ

_AROUND = 11
"""Frames of the running mean that an onset has to stand out of."""
_ABOVE = 0.1
_APART = 5
"""An onset is the highest of this many frames."""
_SILENCE = 1e-3


def onset_strength(flux: NDArray[np.float32]) -> NDArray[np.float32]:
    """The envelope scaled so that its 99th percentile is 1; 0 throughout where nothing ever starts."""
    if not len(flux):
        return flux
    high = float(np.percentile(flux, 99))
    if high < _SILENCE:
        high = float(flux.max())
    return flux / np.float32(high) if high >= _SILENCE else np.zeros_like(flux)


def onset_times_s(strength: NDArray[np.float32]) -> NDArray[np.float32]:
    """Times of onsets: peaks of the envelope that stand out of its running mean (Böck et al. 2012)."""
    highest = maximum_filter1d(strength, _APART, mode="constant")
    mean = uniform_filter1d(strength, _AROUND, mode="constant")
    rising = np.diff(strength, prepend=np.float32(0)) > 0
    peaks = (strength == highest) & rising & (strength >= mean + _ABOVE)
    return np.asarray(np.flatnonzero(peaks) / ONSET_RATE_HZ, np.float32)


def onset_density(times_s: NDArray[np.float32], length_s: int) -> NDArray[np.float32]:
    """(length_s,) how many onsets start in each second."""
    rows = np.minimum(times_s.astype(np.int64), length_s - 1)
    return np.bincount(rows, minlength=length_s).astype(np.float32)
