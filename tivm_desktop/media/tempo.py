"""Tempo and beats from the onset envelope."""

import numpy as np
from numpy.typing import NDArray
from scipy.fft import irfft, rfft
from scipy.ndimage import gaussian_filter1d

from tivm_desktop.domain.mel import hann
from tivm_desktop.domain.rates import ONSET_RATE_HZ

_WINDOW = 8 * ONSET_RATE_HZ
_STEP = 2 * ONSET_RATE_HZ
_AT_ONCE = 512
"""Windows transformed at once, so that ten hours take no more memory than some minutes."""
_SLOWEST_BPM, _FASTEST_BPM = 40.0, 220.0
_LEVELS = (0.25, 0.5, 1.0, 2.0, 4.0)
"""Multiples of a beat that should come back too: from sixteenths to a bar of four."""
_LIKELY_BPM = 110.0
_OCTAVES = 1.0
"""Standard deviation of the log-normal prior, octaves."""
_PULSE = 0.08
"""Mean autocorrelation over the levels under which there is no pulse."""
_PULSE_IN_WINDOWS = 0.05
"""The same in windows of a few seconds, where long periods are cut short (ADR 0112)."""
_SILENCE = 0.01
"""Energy of the envelope in a window under which nothing happens in it."""
_TIGHTNESS = 100.0
"""How much a beat's onset counts against an even distance to the last one (Ellis 2007)."""


def tempo_bpm(strength: NDArray[np.float32], seam_s: int | None = None) -> float:
    """Tempo in beats a minute, 0 where there is no pulse.

    The period whose quarter, half, double and fourfold come back with it in the autocorrelation of windows
    of 8 s (a comb over metrical levels, Klapuri et al. 2006), weighed with a broad log-normal prior
    (Ellis 2007). Sounds shorter than 8 s have no tempo.

    Args:
        strength: (S,) onset envelope, 50 values a second.
        seam_s: Where the envelope is of windows of so many seconds that don't belong together; only periods
            that come back inside them are found then.
    """
    window, step = (_WINDOW, _STEP) if seam_s is None else (seam_s * ONSET_RATE_HZ,) * 2
    if len(strength) < max(window, _WINDOW):
        return 0.0
    bpm = np.geomspace(_SLOWEST_BPM, _FASTEST_BPM, 1500)
    period = 60.0 * ONSET_RATE_HZ / bpm
    correlation = _autocorrelation(strength, window, step)
    lags = np.arange(len(correlation))
    comb = np.mean([np.interp(period * level, lags, correlation) for level in _LEVELS], axis=0)
    prior = np.exp(-0.5 * (np.log2(bpm / _LIKELY_BPM) / _OCTAVES) ** 2)
    best = int(np.argmax(comb * prior))
    least = _PULSE if seam_s is None else _PULSE_IN_WINDOWS
    return float(bpm[best]) if comb[best] > least else 0.0


def _autocorrelation(strength: NDArray[np.float32], window: int, step: int) -> NDArray[np.float64]:
    """(window,) mean over windows of the autocorrelation by lag, 1 at lag 0 of one with any onset."""
    windows = np.lib.stride_tricks.sliding_window_view(strength, window)[::step]
    taper = hann(window)
    total = np.zeros(window)
    for first in range(0, len(windows), _AT_ONCE):
        part = windows[first : first + _AT_ONCE].astype(np.float64)
        part = (part - part.mean(axis=1, keepdims=True)) * taper
        power = np.abs(rfft(part, 2 * window, axis=1)) ** 2
        each = irfft(power, axis=1)[:, :window]
        total += (each / np.maximum(each[:, :1], _SILENCE)).sum(axis=0)
    return total / len(windows)


def beat_times_s(strength: NDArray[np.float32], bpm: float) -> NDArray[np.float32]:
    """Beat times by dynamic programming (Ellis 2007): onsets that keep close to the tempo; none at 0 BPM.

    Half a beat of frames is solved at a time: the beat before lies at least that far back.
    """
    if bpm <= 0 or len(strength) < 2:
        return np.zeros(0, np.float32)
    period = 60 * ONSET_RATE_HZ / bpm
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
    return np.asarray(_path(score[pad:], came_from, step) / ONSET_RATE_HZ, np.float32)


def _path(score: NDArray[np.float64], came_from: NDArray[np.int64], step: int) -> NDArray[np.int64]:
    tail = max(len(score) - 2 * step, 0)
    at = tail + int(score[tail:].argmax())
    beats = []
    while at >= 0:
        beats.append(at)
        at = int(came_from[at])
    return np.array(beats[::-1], np.int64)
