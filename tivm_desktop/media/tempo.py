"""Tempo and beats from the onset envelope."""

import numpy as np
from numpy.typing import NDArray
from scipy.fft import irfft, next_fast_len, rfft
from scipy.ndimage import gaussian_filter1d

from tivm_desktop.media.spectrum import FRAMES_PER_S

_SLOWEST_BPM, _FASTEST_BPM = 40.0, 220.0
_LIKELY_BPM = 115.0
_OCTAVES = 0.9
"""Standard deviation of the prior in octaves."""
_TIGHTNESS = 100.0
_PULSE = 0.05
"""Share of the envelope's energy that has to come back after a beat for there to be a pulse."""


def tempo_bpm(strength: NDArray[np.float32]) -> float:
    """Tempo in beats a minute, 0 where there is no pulse.

    The lag with the highest sum of autocorrelation at its first four multiples, weighed with a log-normal
    prior (Ellis 2007, section 3).

    Args:
        strength: (S,) onset envelope, 50 values a second.
    """
    longest = int(np.ceil(4 * 60 * FRAMES_PER_S / _SLOWEST_BPM)) + 2
    if len(strength) < longest // 2:
        return 0.0
    envelope = strength - strength.mean()
    size = next_fast_len(len(envelope) + longest, real=True)
    spectrum = rfft(envelope.astype(np.float64), size)
    correlation = irfft(np.abs(spectrum) ** 2, size)[:longest]
    if correlation[0] <= 0:
        return 0.0
    correlation /= correlation[0]
    bpm = np.exp(np.linspace(np.log(_SLOWEST_BPM), np.log(_FASTEST_BPM), 1500))
    lag = 60 * FRAMES_PER_S / bpm
    lags = np.arange(longest)
    comb = np.mean([np.interp(lag * k, lags, correlation) for k in (1, 2, 3, 4)], axis=0)
    prior = np.exp(-0.5 * (np.log2(bpm / _LIKELY_BPM) / _OCTAVES) ** 2)
    best = int(np.argmax(comb * prior))
    return float(bpm[best]) if comb[best] > _PULSE else 0.0


def beat_times_s(strength: NDArray[np.float32], bpm: float) -> NDArray[np.float32]:
    """Beat times by dynamic programming (Ellis 2007): onsets that keep close to the tempo; none at 0 BPM.

    Half a beat of frames is solved at a time: the beat before lies at least that far back.
    """
    if bpm <= 0 or len(strength) < 2:
        return np.zeros(0, np.float32)
    period = 60 * FRAMES_PER_S / bpm
    local = gaussian_filter1d(strength.astype(np.float64), max(period / 32, 0.5))
    step = max(int(period / 2), 1)
    back = np.arange(-round(2 * period), -step + 1)
    penalty = -_TIGHTNESS * np.log(-back / period) ** 2
    pad = -int(back[0])
    score = np.concatenate([np.zeros(pad), local])
    came_from = np.full(len(local), -1, np.int64)
    offsets = back + pad
    for start in range(0, len(local), step):
        stop = min(start + step, len(local))
        frames = np.arange(start, stop)
        earlier = score[frames[:, None] + offsets] + penalty
        best = earlier.argmax(axis=1)
        gain = earlier[np.arange(len(frames)), best]
        source = frames + back[best]
        keep = (source >= 0) & (gain > 0)
        score[start + pad : stop + pad] += np.where(keep, gain, 0.0)
        came_from[start:stop] = np.where(keep, source, -1)
    return np.asarray(_path(score[pad:], came_from, step) / FRAMES_PER_S, np.float32)


def _path(score: NDArray[np.float64], came_from: NDArray[np.int64], step: int) -> NDArray[np.int64]:
    tail = max(len(score) - 2 * step, 0)
    at = tail + int(score[tail:].argmax())
    beats = []
    while at >= 0:
        beats.append(at)
        at = int(came_from[at])
    return np.array(beats[::-1], np.int64)
