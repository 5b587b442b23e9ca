"""A voice made on the spot: pulses of a larynx through the formants of vowels, noise for consonants."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray
from scipy.signal import lfilter

from tests.media.making import WHITE, plain

RATE_HZ = 16_000
_VOWELS_HZ = ((730, 1090, 2440), (270, 2290, 3010), (300, 870, 2240), (530, 1840, 2480), (570, 840, 2410))
_BANDWIDTHS_HZ = (80, 90, 120)


def babble(length_s: float, seed: int) -> NDArray[np.float32]:
    """Somebody saying nothing in particular, (n,) at `RATE_HZ`, about as loud as speech is in a film."""
    rng = np.random.default_rng(seed)
    said: list[NDArray[np.float64]] = []
    samples = round(length_s * RATE_HZ)
    while sum(map(len, said)) < samples:
        noise = rng.normal(0, 0.05, round(rng.uniform(0.04, 0.08) * RATE_HZ))
        said += [noise * np.hanning(len(noise)), _syllable(rng)]
    return np.concatenate(said)[:samples].astype(np.float32)


def _syllable(rng: np.random.Generator) -> NDArray[np.float64]:
    time_s = np.arange(round(rng.uniform(0.12, 0.22) * RATE_HZ)) / RATE_HZ
    pitch_hz = rng.uniform(100, 150) - 15 * time_s
    pulses = np.diff(np.floor(np.cumsum(pitch_hz) / RATE_HZ), prepend=0.0)
    wave = lfilter([1.0], [1.0, -0.96], pulses + rng.normal(0, 0.01, len(time_s)))
    for hz, bandwidth_hz in zip(_VOWELS_HZ[rng.integers(len(_VOWELS_HZ))], _BANDWIDTHS_HZ, strict=True):
        radius = np.exp(-np.pi * bandwidth_hz / RATE_HZ)
        turn = np.cos(2 * np.pi * hz / RATE_HZ)
        wave = lfilter([1 - radius], [1.0, -2 * radius * turn, radius**2], wave)
    wave *= np.clip(np.minimum(time_s, time_s[::-1]) / 0.03, 0.0, 1.0)
    return np.asarray(0.4 * wave / np.abs(wave).max())


def spoken(length_s: float, lines: tuple[tuple[float, float], ...], seed: int = 1) -> NDArray[np.float32]:
    """Silence with a voice in it from each second to another, (n,) at `RATE_HZ`."""
    sound = np.zeros(round(length_s * RATE_HZ), np.float32)
    for number, (begin_s, end_s) in enumerate(lines):
        said = babble(end_s - begin_s, seed + number)
        first = round(begin_s * RATE_HZ)
        sound[first : first + len(said)] = said
    return sound


def film(path: Path, sound: NDArray[np.float32], sound_begins_s: float = 0.0) -> Path:
    """A white picture of a second more than its sound, which begins later."""
    with av.open(str(path), "w") as container:
        picture = container.add_stream("libx264", rate=5)
        picture.width, picture.height, picture.pix_fmt = 64, 36, "yuv420p"
        voice = container.add_stream("pcm_s16le", rate=RATE_HZ, layout="mono")
        for _ in range(round(5 * (len(sound) / RATE_HZ + sound_begins_s + 1.0))):
            container.mux(picture.encode(av.VideoFrame.from_ndarray(plain(WHITE), format="rgb24")))
        container.mux(picture.encode(None))
        frame = av.AudioFrame.from_ndarray((sound * 32767).astype(np.int16)[None], "s16", "mono")
        frame.sample_rate, frame.time_base = RATE_HZ, Fraction(1, RATE_HZ)
        frame.pts = round(sound_begins_s * RATE_HZ)
        container.mux([*voice.encode(frame), *voice.encode(None)])
    return path
