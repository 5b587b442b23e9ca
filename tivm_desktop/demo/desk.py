"""The mixing desk: sounds are put in their places on it, and it gives back the whole at its loudness."""

import math
from functools import cache

import numpy as np

from tivm_desktop.demo.synth import RATE, Sound, band, echoed, fading, noise, samples, shape
from tivm_desktop.media.loudness import LoudnessMeter

LOUDNESS_LUFS = -16.0
_HIGHEST = 0.89
"""-1 dBFS: what is above is bent below it."""
_KNEE = 0.7
_TAIL_S = 3.0
_DUCKED, _DUCKED_S = 0.35, 0.26


class Desk:
    """Two groups of channels, one that gives way to the bass drum and one that does not, and a hall."""

    def __init__(self, tempo_bpm: float, beats: float, most_s: float = math.inf) -> None:
        """Make an empty one.

        Args:
            tempo_bpm: beats a minute.
            beats: how long the piece is; a tail of the hall comes after.
            most_s: where the piece is cut off with a short fade, in seconds.
        """
        self._beat_s = 60.0 / tempo_bpm
        whole_s = beats * self._beat_s + _TAIL_S
        self._cut = most_s < whole_s
        self._length = samples(min(whole_s, most_s))
        self._music, self._drums, self._hall = (np.zeros((2, self._length), np.float32) for _ in range(3))
        self._kicks: list[int] = []

    def add(
        self,
        sound: Sound,
        beat: float,
        gain: float = 1.0,
        *,
        hall: float = 0.0,
        pan: float = 0.0,
        drum: bool = False,
    ) -> None:
        """Put a sound somewhere.

        Args:
            sound: (2, n).
            beat: when it begins, in beats from the start.
            gain: linear.
            hall: how much of it is sent to the hall.
            pan: -1 left .. 1 right.
            drum: it does not give way to the bass drum.
        """
        start = round(beat * self._beat_s * RATE)
        if not 0 <= start < self._length:
            return
        sound = sound[:, : self._length - start]
        place = slice(start, start + sound.shape[1])
        sides = gain * np.array([[min(1.0, 1.0 - pan)], [min(1.0, 1.0 + pan)]])
        heard = sound * sides.astype(np.float32)
        (self._drums if drum else self._music)[:, place] += heard
        if hall:
            self._hall[:, place] += np.float32(hall) * heard

    def kick(self, sound: Sound, beat: float, gain: float = 1.0) -> None:
        """Put a bass drum somewhere; all that is no drum gives way to it for a moment."""
        self._kicks.append(round(beat * self._beat_s * RATE))
        self.add(sound, beat, gain, drum=True)

    def mixed(self, hall: float = 1.0) -> Sound:
        """Return the whole, (2, n) within -1..1, at `LOUDNESS_LUFS`."""
        whole = self._music * self._giving_way() + self._drums
        if self._hall.any():
            whole += np.float32(hall) * _in_hall(self._hall)
        ends = shape(
            self._length,
            (0, 1),
            (self._length / RATE - (0.4 if self._cut else 1.5), 1),
            (self._length / RATE, 0),
        )
        return levelled(whole * ends)

    def _giving_way(self) -> Sound:
        gains = np.ones(self._length, np.float32)
        dip = shape(samples(_DUCKED_S), (0, _DUCKED), (0.06, _DUCKED + 0.1), (_DUCKED_S, 1))
        for start in self._kicks:
            if 0 <= start < self._length:
                part = gains[start : start + len(dip)]
                np.minimum(part, dip[: len(part)], out=part)
        return gains


def levelled(whole: Sound, lufs: float = LOUDNESS_LUFS) -> Sound:
    """Return (2, n) at a loudness, its peaks bent below -1 dBFS."""
    for _ in range(2):
        meter = LoudnessMeter(RATE, 2, "stereo")
        meter.push(whole)
        whole = _bent(whole * np.float32(10 ** ((lufs - meter.finish().integrated_lufs) / 20)))
    return whole


def _bent(whole: Sound) -> Sound:
    if float(np.abs(whole).max()) <= _KNEE:
        return whole
    room = np.float32(_HIGHEST - _KNEE)
    over = np.abs(whole) - np.float32(_KNEE)
    bent = np.sign(whole) * (np.float32(_KNEE) + room * np.tanh(over / room))
    return np.asarray(np.where(over > 0, bent, whole), np.float32)


def _in_hall(sent: Sound) -> Sound:
    """Convolve at half the rate: what a hall gives back has no treble."""
    length = sent.shape[1] // 2
    half = (sent[:, : 2 * length : 2] + sent[:, 1 : 2 * length : 2]) * np.float32(0.5)
    heard = echoed(half, _hall())
    made = np.zeros_like(sent)
    made[:, : 2 * length : 2] = heard
    made[:, 1 : 2 * length - 2 : 2] = (heard[:, :-1] + heard[:, 1:]) * np.float32(0.5)
    return made


@cache
def _hall() -> Sound:
    """Noise that fades away, its treble sooner: the answer of a hall to a clap, at half of `RATE`."""
    sides = []
    for seed in (101, 102):
        dry = noise(1.3, seed)
        length = len(dry)
        bright, dark = dry * fading(length, 0.14), band(dry, None, 4500) * fading(length, 0.36)
        sides.append((0.5 * bright + dark) * shape(length, (0, 0), (0.012, 1), (1.1, 1), (1.3, 0)))
    made = np.stack(sides)
    return np.asarray(made / np.sqrt((made**2).sum(axis=1, keepdims=True)), np.float32)
