"""Telling speech without music from music, by how sound comes and goes.

The pack's music tags know no speech (ADR 0071), but speech has two marks that hardly any music has at the
same time: it breaks off all the time, between syllables and between words, and it keeps no beat. Both show in
what analysis measures anyway. After the low-energy frames of Saunders (ICASSP 1996) and Scheirer and Slaney
(ICASSP 1997) and the pulse of the latter.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.analysis import SoundTimeline
from tivm_desktop.domain.arrays import FloatArray

WINDOW_S: Final = 10
"""What is looked at at once."""
LEAST_S: Final = 5
"""Seconds of a window that must have sound in them."""
DIPS: Final = 0.12
"""Least share of moments below half of their second's mean amplitude."""
GAPS: Final = 0.05
"""Least share of moments below a tenth of the window's loud moments."""
PULSE: Final = 0.3
"""Highest correlation of onset strength with itself, 0.3 to 2 s later."""
_MOMENTS_HZ: Final = 20
_LOUD_PERCENTILE: Final = 95
_ONSET_HZ: Final = 50
_LAGS: Final = (15, 100)


def speech_share(sound: SoundTimeline, sounding: NDArray[np.bool_]) -> FloatArray:
    """(T,) share, 0 to 1, of the windows over each second that sound like speech without music.

    Args:
        sound: analysis of the sound.
        sounding: (T,) whether a second has sound; others are left out of the judgement.
    """
    length = sound.length_s
    last = max(length - WINDOW_S, 0)
    votes, windows = np.zeros(length), np.zeros(length)
    for first in range(last + 1):
        span = slice(first, first + WINDOW_S)
        votes[span] += _is_speech(sound, sounding, first)
        windows[span] += 1
    return np.asarray(votes / np.maximum(windows, 1), np.float32)


def _is_speech(sound: SoundTimeline, sounding: NDArray[np.bool_], first: int) -> bool:
    seconds = np.flatnonzero(sounding[first : first + WINDOW_S]) + first
    amplitude = np.abs(sound.peaks).max(axis=1)
    seconds = seconds[(seconds + 1) * _MOMENTS_HZ <= len(amplitude)]
    if len(seconds) < LEAST_S:
        return False
    moments = amplitude[seconds[:, None] * _MOMENTS_HZ + np.arange(_MOMENTS_HZ)]
    dips = (moments < 0.5 * moments.mean(axis=1, keepdims=True)).mean()
    gaps = (moments < 0.1 * np.percentile(moments, _LOUD_PERCENTILE)).mean()
    if dips < DIPS or gaps < GAPS:
        return False
    return _pulse(sound.onset_strength[first * _ONSET_HZ : (first + WINDOW_S) * _ONSET_HZ]) <= PULSE


def _pulse(strength: FloatArray) -> float:
    """Highest autocorrelation of onset strength at the lags of a beat; 0 where nothing changes."""
    centred = strength.astype(np.float64) - strength.mean()
    power = float(centred @ centred)
    if not power or len(centred) <= _LAGS[0]:
        return 0.0
    correlation = np.correlate(centred, centred, "full")[len(centred) - 1 :]
    return float(correlation[_LAGS[0] : _LAGS[1]].max() / power)
