"""Drums and noises, (2, n), peak about 1, made once."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.demo.synth import RATE, Sound, band, fading, noise, samples, shape, sine


@cache
def kick() -> Sound:
    """Hit a bass drum: a sine that falls from 160 to 48 Hz, and a click."""
    length = samples(0.42)
    time_s = np.arange(length) / RATE
    fall = 48.0 * time_s + 112.0 * 0.028 * (1 - np.exp(-time_s / 0.028))
    body = np.sin(2 * np.pi * fall).astype(np.float32) * fading(length, 0.13)
    body[: samples(0.01)] += 0.3 * noise(0.01, 1) * shape(samples(0.01), (0, 1), (0.01, 0))
    return _both(np.tanh(1.6 * body) * shape(length, (0.3, 1), (0.42, 0)))


@cache
def snare() -> Sound:
    """Hit a snare drum."""
    length = samples(0.32)
    rattle = band(noise(0.32, 2), 1400, 11000) * fading(length, 0.085)
    body = sine(186, 0.32) * fading(length, 0.06) + 0.6 * sine(331, 0.32) * fading(length, 0.04)
    return _both(0.55 * rattle + 0.75 * body)


@cache
def clap() -> Sound:
    """Clap hands, several at once."""
    length = samples(0.35)
    made = np.zeros(length, np.float32)
    for number, at_s in enumerate((0.0, 0.011, 0.023, 0.034)):
        burst = noise(0.3, 30 + number) * fading(samples(0.3), 0.012 if number < 3 else 0.075)
        made[samples(at_s) : samples(at_s) + len(burst)] += burst[: length - samples(at_s)]
    return _both(band(made, 900, 6500))


@cache
def hat() -> Sound:
    """Touch a closed hi-hat."""
    return _both(band(noise(0.09, 4), 7000, None) * fading(samples(0.09), 0.02))


@cache
def open_hat() -> Sound:
    """Let a hi-hat ring."""
    length = samples(0.34)
    return _both(
        band(noise(0.34, 5), 6500, None) * fading(length, 0.11) * shape(length, (0.28, 1), (0.34, 0))
    )


@cache
def shaker() -> Sound:
    """Shake an egg."""
    length = samples(0.12)
    return _both(band(noise(0.12, 6), 5000, 12000) * shape(length, (0, 0), (0.04, 1), (0.12, 0)))


@cache
def tom() -> Sound:
    """Hit a large drum."""
    length = samples(0.9)
    time_s = np.arange(length) / RATE
    fall = 62.0 * time_s + 50.0 * 0.06 * (1 - np.exp(-time_s / 0.06))
    body = np.sin(2 * np.pi * fall).astype(np.float32) * fading(length, 0.26)
    skin = band(noise(0.9, 7), 150, 1200) * fading(length, 0.05)
    return _both((body + 0.2 * skin) * shape(length, (0.7, 1), (0.9, 0)))


@cache
def crash() -> Sound:
    """Hit a cymbal and let it ring."""
    length = samples(2.4)
    left, right = (band(noise(2.4, seed), 3800, None) * fading(length, 0.6) for seed in (8, 9))
    return _whole(np.stack([left, right]) * shape(length, (1.9, 1), (2.4, 0)))


@cache
def riser(seconds: float) -> Sound:
    """Let noise rise in pitch and loudness, up to a drop."""
    length = samples(seconds)
    low, high = band(noise(seconds, 10), 300, 1500), band(noise(seconds, 11), 2500, 12000)
    along = np.linspace(0, 1, length, dtype=np.float32)
    left = low * along * (1 - along) * 2 + high * along**3
    return _whole(np.stack([left, np.roll(left, 700)]) * (0.1 + 0.9 * along**2))


@cache
def boom() -> Sound:
    """Let something very heavy fall, far away."""
    length = samples(3.0)
    time_s = np.arange(length) / RATE
    fall = 31.0 * time_s + 40.0 * 0.12 * (1 - np.exp(-time_s / 0.12))
    body = np.sin(2 * np.pi * fall).astype(np.float32) * fading(length, 0.8)
    dust = band(noise(3.0, 12), 60, 700) * fading(length, 0.35)
    return _both((body + 0.25 * dust) * shape(length, (2.5, 1), (3.0, 0)))


@cache
def wind(seconds: float, low_hz: float = 180.0, high_hz: float = 900.0) -> Sound:
    """Let wind or a far street blow."""
    length = samples(seconds)
    time_s = np.arange(length) / RATE
    sides = []
    for number in (0, 1):
        gusts = (
            0.6 + 0.25 * np.sin(2 * np.pi * time_s / 7.3 + number) + 0.15 * np.sin(2 * np.pi * time_s / 3.1)
        )
        sides.append(band(noise(seconds, 20 + number), low_hz, high_hz) * gusts.astype(np.float32))
    return _whole(np.stack(sides))


def _both(sound: NDArray[np.floating]) -> Sound:
    return _whole(np.stack([sound, sound]))


def _whole(sound: NDArray[np.floating]) -> Sound:
    return np.asarray(sound / np.abs(sound).max(), np.float32)
