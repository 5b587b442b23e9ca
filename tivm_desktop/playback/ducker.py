"""Turns the music down where somebody speaks, sample by sample, from gains known beforehand."""

from math import floor

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.ducking import duck_gains
from tivm_desktop.domain.mix import Ducking, SpeechSpans
from tivm_desktop.playback.state import PlayerState
from tivm_desktop.playback.voice import BLOCK_CAPACITY, CHANNELS, FADE_S, on_all_channels

GAINS_HZ = 100.0
"""Gains for each second of the video."""


class Ducker:
    """Reads a table of gains along the way of the picture, at any speed and in both directions.

    Between the table's gains it goes in straight lines. When another table is set, or the picture jumps, it
    moves there by at most full scale in `FADE_S`. `next` is called from the audio callback: it works in
    arrays made beforehand.
    """

    def __init__(self, rate_hz: int) -> None:
        self._step = max(1, min(BLOCK_CAPACITY, round(rate_hz / GAINS_HZ)))
        self._most = self._step / (FADE_S * rate_hz)
        self._table: NDArray[np.float32] | None = None
        self._now = 1.0
        self._ramp: NDArray[np.float32] = on_all_channels(np.arange(1, self._step + 1))
        self._gains: NDArray[np.float32] = np.zeros((BLOCK_CAPACITY, CHANNELS), np.float32)

    def set_gains(self, table: NDArray[np.float32] | None) -> None:
        """Follow `table` from the next block on; from any thread.

        Args:
            table: (T,) linear gains, `GAINS_HZ` for each second of the video; beyond its ends the gain is 1.
                None for no ducking at all.
        """
        self._table = table

    def jump(self, second: float) -> None:
        """Take the gain at a second of the video at once; only while nothing renders."""
        self._now = self._at(second)

    def next(self, count: int, from_s: float, until_s: float) -> NDArray[np.float32] | None:
        """Gains for `count` samples, at most `BLOCK_CAPACITY`, from one second of the video to another.

        Returns:
            (count, CHANNELS), valid until the next call; None where all are 1.
        """
        if self._table is None and self._now == 1.0:
            return None
        for first in range(0, count, self._step):
            part = self._gains[first : min(first + self._step, count)]
            wanted = self._at(from_s + (until_s - from_s) * (first + len(part)) / count)
            end = self._now + max(-self._most, min(self._most, wanted - self._now))
            np.multiply(self._ramp[: len(part)], (end - self._now) / len(part), out=part)
            np.add(part, self._now, out=part)
            self._now = end
        return self._gains[:count]

    def _at(self, second: float) -> float:
        table = self._table
        if table is None:
            return 1.0
        place = second * GAINS_HZ
        index = floor(place)
        if not 0 <= index < len(table):
            return 1.0
        here = float(table[index])
        after = float(table[index + 1]) if index + 1 < len(table) else here
        return here + (after - here) * (place - index)


class SpeechFollower:
    """Keeps a ducker's table to what the player's state says; used by one thread."""

    def __init__(self) -> None:
        self._followed: tuple[Ducker, SpeechSpans, Ducking] | None = None

    def follow(self, state: PlayerState, ducker: Ducker) -> None:
        """Compute the table anew if the speech, the settings or the ducker are others."""
        wanted = (ducker, state.speech, state.mix.ducking)
        if wanted == self._followed:
            return
        self._followed = wanted
        if state.speech and state.mix.ducking.on:
            ducker.set_gains(duck_gains(state.speech, state.mix.ducking, GAINS_HZ))
        else:
            ducker.set_gains(None)
