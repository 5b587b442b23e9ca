"""Instruments that play one note: (MIDI note, seconds) to a stereo sound, peak about 1, kept while in use."""

from collections.abc import Callable
from functools import lru_cache

import numpy as np

from tivm_desktop.demo.synth import RATE, Sound, band, fading, hertz, noise, samples, shape, sine, tone

Instrument = Callable[[float, float], Sound]
"""(note, seconds) -> (2, n); the sound may ring longer than it was asked for."""
_KEPT = 160


@lru_cache(maxsize=_KEPT)
def pad(note: float, seconds: float) -> Sound:
    """Play a wide, soft chord voice that comes and goes slowly."""
    return _spread(note, seconds + 1.6, 1.7, (0.0, 1.0), min(1.2, seconds / 2), seconds)


@lru_cache(maxsize=_KEPT)
def strings(note: float, seconds: float) -> Sound:
    """Play a bowed section."""
    return _spread(note, seconds + 0.7, 1.25, (0.0, 1.0), min(0.35, seconds / 3), seconds, wobble=0.004)


@lru_cache(maxsize=_KEPT)
def supersaw(note: float, seconds: float) -> Sound:
    """Play a bright, broad synthesiser chord voice."""
    return _spread(note, seconds + 0.12, 0.95, (0.0, 1.0), 0.008, seconds)


@lru_cache(maxsize=_KEPT)
def brass(note: float, seconds: float) -> Sound:
    """Play a swelling synthesiser brass."""
    dark = _spread(note, seconds + 0.2, 2.2, (0.0, 1.0), 0.05, seconds)
    bright = _spread(note, seconds + 0.2, 1.0, (0.0, 1.0), 0.12, seconds)
    opening = shape(dark.shape[1], (0.0, 0.1), (0.18, 0.75), (max(seconds, 0.3), 0.25))
    return np.asarray(dark * (1 - opening) + bright * opening)


@lru_cache(maxsize=_KEPT)
def piano(note: float, seconds: float) -> Sound:
    """Play a struck string: partials a little too high, the upper ones sooner gone."""
    hz = hertz(note)
    length = samples(seconds + 1.2)
    ringing_s = 2.6 * (261.6 / hz) ** 0.45
    made = np.zeros((2, length), np.float32)
    for number in range(1, max(2, min(13, int(9000 / hz)))):
        stretched = hz * number * np.sqrt(1 + 0.0004 * number * number)
        partial = sine(stretched, seconds + 1.2)[:length] * fading(length, ringing_s / number**0.75)
        left = 0.5 + 0.12 * np.sin(number * 2.1 + note)
        loud = number**-1.35 * (0.75 if number in (7, 9) else 1.0)
        made += np.float32(loud) * np.array([[left], [1 - left]], np.float32) * partial
    knock = band(noise(0.05, int(note)), 200, 2400) * shape(samples(0.05), (0, 0.25), (0.05, 0))
    made[:, : len(knock)] += 0.3 * knock
    return _whole(made * shape(length, (0, 0), (0.003, 1), (seconds, 1), (seconds + 1.1, 0)))


@lru_cache(maxsize=_KEPT)
def electric_piano(note: float, seconds: float) -> Sound:
    """Play a tine: one sine bends another, less and less, and the sound wanders slowly."""
    length = samples(seconds + 0.5)
    time_s = np.arange(length) / RATE
    turn = 2 * np.pi * hertz(note) * time_s
    bend = np.sin(turn * 14) * 0.35 * np.exp(-time_s * 12) + np.sin(turn) * 0.7 * np.exp(-time_s * 1.5)
    body = (np.sin(turn + bend) * np.exp(-time_s / 1.4)).astype(np.float32)
    body *= shape(length, (0, 0), (0.004, 1), (seconds, 1), (seconds + 0.45, 0))
    sway = (0.5 + 0.18 * np.sin(2 * np.pi * 3.6 * time_s)).astype(np.float32)
    return np.stack([body * sway, body * (1 - sway)])


@lru_cache(maxsize=_KEPT)
def guitar(note: float, seconds: float) -> Sound:
    """Play a plucked string: noise that runs around a loop and grows duller (Karplus-Strong)."""
    hz = hertz(note)
    period = int(RATE / hz)
    length = samples(seconds + 0.4)
    burst = np.asarray(np.random.default_rng(int(note * 10)).uniform(-1, 1, period), np.float32)
    burst = (burst + np.roll(burst, 1) + np.roll(burst, 2)) / np.float32(3)
    burst -= np.roll(burst, period // 5) * np.float32(0.7)
    rounds = np.empty((length // period + 3, period), np.float32)
    kept = np.float32(0.5 * 0.9965 ** (220.0 / hz))
    for number in range(len(rounds)):
        rounds[number] = burst
        burst = kept * (burst + np.roll(burst, 1))
    exact = np.arange(length) * (period + 0.5) * hz / RATE
    sound = np.interp(exact, np.arange(rounds.size), rounds.ravel()).astype(np.float32)
    sound *= shape(length, (0, 1), (seconds, 1), (seconds + 0.35, 0))
    body = sound + 0.5 * band(sound, 90, 240)
    return _whole(np.stack([body, np.roll(body, 90)]))


@lru_cache(maxsize=_KEPT)
def bell(note: float, seconds: float) -> Sound:
    """Play a small bell: a sine bent by one of 3.5 times its frequency."""
    length = samples(seconds + 1.5)
    time_s = np.arange(length) / RATE
    turn = 2 * np.pi * hertz(note) * time_s
    struck = np.sin(turn + 1.6 * np.exp(-time_s * 5) * np.sin(3.5 * turn)) * np.exp(-time_s / 0.9)
    sound = struck.astype(np.float32) * shape(
        length, (0, 0), (0.002, 1), (seconds + 1.4, 1), (seconds + 1.5, 0)
    )
    return np.stack([sound, np.roll(sound, 200)])


@lru_cache(maxsize=_KEPT)
def pluck(note: float, seconds: float) -> Sound:
    """Play a short synthesiser note that closes quickly."""
    bright = _spread(note, seconds + 0.1, 0.9, (0.0, 1.0), 0.003, seconds)
    dark = _spread(note, seconds + 0.1, 2.4, (0.0, 1.0), 0.003, seconds)
    length = bright.shape[1]
    closing = fading(length, 0.07)
    return np.asarray((bright * closing + dark * (1 - closing)) * fading(length, 0.28))


@lru_cache(maxsize=_KEPT)
def bass(note: float, seconds: float) -> Sound:
    """Play a synthesiser bass, short and round, the same on both sides."""
    length = samples(seconds + 0.06)
    bright, dark = tone(hertz(note), seconds + 0.06, 1.0), tone(hertz(note), seconds + 0.06, 2.6)
    closing = 0.65 * fading(length, 0.09)
    body = bright * closing + dark * (1 - closing) + 0.6 * sine(hertz(note), seconds + 0.06)
    body *= shape(length, (0, 0), (0.004, 1), (seconds, 0.8), (seconds + 0.05, 0))
    return _whole(np.stack([body, body]))


@lru_cache(maxsize=_KEPT)
def round_bass(note: float, seconds: float) -> Sound:
    """Play a plucked bass without much on top."""
    length = samples(seconds + 0.1)
    body = tone(hertz(note), seconds + 0.1, 2.1) * (0.35 + 0.65 * fading(length, 0.35))
    body *= shape(length, (0, 0), (0.006, 1), (seconds, 1), (seconds + 0.08, 0))
    return _whole(np.stack([body, body]))


@lru_cache(maxsize=_KEPT)
def lead(note: float, seconds: float) -> Sound:
    """Play a singing synthesiser voice."""
    return _spread(note, seconds + 0.25, 1.15, (0.0, 0.6), 0.02, seconds, wobble=0.005)


@lru_cache(maxsize=_KEPT)
def drone(note: float, seconds: float) -> Sound:
    """Play a rough, wide, low sound whose voices rub against each other."""
    return _spread(note, seconds + 2.0, 1.1, (0.0, 6.0), min(2.5, seconds / 2), seconds)


def _spread(
    note: float,
    seconds: float,
    rolloff: float,
    apart: tuple[float, float],
    attack_s: float,
    held_s: float,
    wobble: float = 0.0,
) -> Sound:
    """Five voices a little out of tune, spread from left to right; `apart` counts 0.07 semitones."""
    length = samples(seconds)
    made = np.zeros((2, length), np.float32)
    for number, (cents, left) in enumerate(
        ((-1.0, 0.85), (-0.45, 0.3), (0.1, 0.5), (0.55, 0.7), (1.0, 0.15))
    ):
        hz = hertz(note + apart[0] + cents * apart[1] * 0.07)
        voice = tone(hz, seconds, rolloff, phase=(number * 0.37 + note * 0.11) % 1.0, wobble=wobble)
        made += np.array([[left], [1.0 - left]], np.float32) * voice
    made *= shape(length, (0, 0), (attack_s, 1), (held_s, 0.85), (seconds, 0))
    return _whole(made)


def _whole(sound: Sound) -> Sound:
    peak = float(np.abs(sound).max())
    return np.asarray(sound / np.float32(peak)) if peak > 0 else sound
