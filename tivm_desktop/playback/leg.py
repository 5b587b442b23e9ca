"""A leg of playing, and what the mixer is told and tells of it."""

from typing import NamedTuple

from tivm_desktop.playback.pace import Pace
from tivm_desktop.playback.voice import Voice

Voices = tuple[int, tuple[Voice, ...]]
"""A leg's number and what sounds in it."""


class Leg(NamedTuple):
    """PlayedSound of a stretch of playing at one speed and without a jump."""

    number: int
    """They count up from 0 within a stretch."""
    pace: Pace
    begins: int | None
    """Sample of the video, by its own pace, with which it begins when the leg before is at its end; None: it
    takes over with the next block, from where the leg before has got to."""
    ends: int
    """Sample of the video, by its own pace, at which it ends."""
    voices: tuple[Voice, ...]


class Ahead(NamedTuple):
    """What leg `number` is told of its end."""

    number: int
    ends: int
    following: Leg | None


class Shown(NamedTuple):
    """By what the samples are published: leg, pace, and how far its samples' numbers are from the mixer's."""

    leg: int
    pace: Pace
    shift: int
    from_s: float
