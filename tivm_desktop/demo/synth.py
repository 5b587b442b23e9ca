"""Tones and noise: the raw material of instruments. A sound is float32 at `RATE`, (n,) or (2, n)."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

RATE = 48_000
"""Samples a second of everything here."""
HIGHEST_HZ = 17_000.0
_TABLE_BITS = 14
_TABLE = 1 << _TABLE_BITS
_TURN_BITS = 32
_TURN = 1 << _TURN_BITS
"""A whole cycle, counted so that what is more than one is lost by itself."""
_CONCERT_A = 69

Sound = NDArray[np.float32]


def hertz(note: float) -> float:
    """Return the frequency of a MIDI note; 69 is 440 Hz."""
    return float(440.0 * 2.0 ** ((note - _CONCERT_A) / 12.0))


def samples(seconds: float) -> int:
    """Return how many samples a time is, at least one."""
    return max(round(seconds * RATE), 1)


def tone(
    hz: float,
    seconds: float,
    rolloff: float = 1.0,
    *,
    odd: bool = False,
    phase: float = 0.0,
    wobble: float = 0.0,
) -> Sound:
    """Return a steady tone without aliases, (n,), its peak about 1.

    Args:
        hz: its frequency.
        seconds: how long.
        rolloff: harmonic k has the amplitude k ** -rolloff: 1 is a saw, 2 is soft.
        odd: only odd harmonics, hollow.
        phase: where the cycle begins, 0..1.
        wobble: depth of a vibrato of 5 Hz, as a part of the frequency.
    """
    table = _cycle(max(1, min(int(HIGHEST_HZ / hz), 64)), rolloff, odd)
    if not wobble:
        turns = np.arange(samples(seconds), dtype=np.uint32)
        turns *= np.uint32(round(hz / RATE * _TURN))
        turns += np.uint32(round(phase % 1.0 * _TURN) % _TURN)
        turns >>= _TURN_BITS - _TABLE_BITS
        return np.asarray(table[turns])
    time_s = np.arange(samples(seconds)) / RATE
    cycles = hz * time_s + phase
    cycles += hz * wobble / (2 * np.pi * 5.0) * (1.0 - np.cos(2 * np.pi * 5.0 * time_s))
    return np.asarray(table[(cycles * _TABLE).astype(np.int64) & (_TABLE - 1)])


def sine(hz: float, seconds: float) -> Sound:
    """Return a pure tone, (n,)."""
    return tone(hz, seconds, 9.0)


def noise(seconds: float, seed: int) -> Sound:
    """Return white noise, (n,), of about unit deviation."""
    return np.random.default_rng(seed).standard_normal(samples(seconds), np.float32)


def band(sound: Sound, low_hz: float | None, high_hz: float | None, order: int = 2) -> Sound:
    """Return what of a sound (n,) lies between two frequencies; None leaves that side open."""
    length = _quick(len(sound))
    hz = np.fft.rfftfreq(length, 1 / RATE).astype(np.float32)
    passed = np.ones(len(hz), np.float32)
    if high_hz is not None:
        passed /= np.sqrt(1 + (hz / np.float32(high_hz)) ** (2 * order))
    if low_hz is not None:
        passed *= 1 / np.sqrt(1 + (np.float32(low_hz) / np.maximum(hz, 1)) ** (2 * order))
    return np.asarray(np.fft.irfft(np.fft.rfft(sound, length) * passed, length)[: len(sound)], np.float32)


def echoed(sound: Sound, answer: Sound) -> Sound:
    """Return (2, n) samples as a room sends them back whose answer to a clap is (2, m)."""
    length = _quick(sound.shape[1] + answer.shape[1])
    spectrum = np.fft.rfft(sound, length) * np.fft.rfft(answer, length)
    return np.asarray(np.fft.irfft(spectrum, length)[:, : sound.shape[1]], np.float32)


def shape(length: int, *points: tuple[float, float]) -> Sound:
    """Return (length,) gains along straight lines through (second, gain) points; flat before and after."""
    seconds, gains = zip(*points, strict=True)
    return np.asarray(np.interp(np.arange(length) / RATE, seconds, gains), np.float32)


def fading(length: int, time_constant_s: float) -> Sound:
    """Return (length,) gains that fall from 1 by e in each `time_constant_s`."""
    return np.asarray(
        np.exp(np.arange(length, dtype=np.float32) * np.float32(-1.0 / (RATE * time_constant_s)))
    )


def _quick(length: int) -> int:
    """Return a length not below this one whose Fourier transform is quick: 2^a times 1, 3 or 5."""
    bits = max(length - 1, 1).bit_length()
    return min(
        size
        for size in (1 << bits, 3 << (bits - 2) if bits > 1 else 4, 5 << (bits - 3) if bits > 2 else 8)
        if size >= length
    )


@lru_cache(maxsize=256)
def _cycle(harmonics: int, rolloff: float, odd: bool) -> Sound:  # noqa: FBT001 - a key of the cache
    spectrum = np.zeros(_TABLE // 2 + 1, np.complex128)
    numbers = np.arange(1, harmonics + 1, 2 if odd else 1)
    spectrum[numbers] = -1j * numbers.astype(float) ** -rolloff
    cycle = np.fft.irfft(spectrum)
    return np.asarray(cycle / np.abs(cycle).max(), np.float32)
