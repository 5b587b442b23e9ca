"""What is mixed how: the video's own sound and the music under it."""

from dataclasses import dataclass, field
from typing import Literal

Voice = Literal["original", "music"]

SpeechSpans = tuple[tuple[float, float], ...]
"""(begin, end) in seconds of the video, in order and apart: where somebody speaks in its own sound."""


@dataclass(frozen=True, slots=True)
class Ducking:
    """How the music gives way to speech in the original."""

    on: bool = False
    amount_db: float = 12.0
    """How far the music is turned down, >= 0."""
    attack_s: float = 0.15
    """How long it takes to go down; it is down when the speech begins."""
    release_s: float = 0.6
    """How long it takes to come back after the speech."""


@dataclass(frozen=True, slots=True)
class Mix:
    """The settings of the two sounds; a solo silences the other one, mute always silences."""

    original_volume: float = 1.0
    """Linear, >= 0."""
    original_muted: bool = False
    music_volume: float = 1.0
    """Linear, >= 0, on top of the gain that matches the track's level."""
    music_muted: bool = False
    solo: Voice | None = None
    ducking: Ducking = field(default_factory=Ducking)

    @property
    def original_gain(self) -> float:
        """Linear gain of the video's own sound."""
        silent = self.original_muted or self.solo == "music"
        return 0.0 if silent else max(0.0, self.original_volume)

    @property
    def music_gain(self) -> float:
        """Linear gain of the music, before its level matching and ducking."""
        silent = self.music_muted or self.solo == "original"
        return 0.0 if silent else max(0.0, self.music_volume)
