"""What is mixed how: the video's own sound and the music under it."""

from dataclasses import dataclass, field, replace
from typing import Literal

Voice = Literal["original", "music"]
VOICES: tuple[Voice, ...] = ("original", "music")

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
        return 0.0 if self.silences("original") else max(0.0, self.original_volume)

    @property
    def music_gain(self) -> float:
        """Linear gain of the music, before its level matching and ducking."""
        return 0.0 if self.silences("music") else max(0.0, self.music_volume)

    def volume(self, voice: Voice) -> float:
        """Return the linear volume of one of the two sounds."""
        return self.original_volume if voice == "original" else self.music_volume

    def muted(self, voice: Voice) -> bool:
        """Tell whether one of the two sounds is muted."""
        return self.original_muted if voice == "original" else self.music_muted

    def silences(self, voice: Voice) -> bool:
        """Tell whether a sound can't be heard: it is muted, or the other one is heard alone."""
        return self.muted(voice) or self.solo not in (None, voice)

    def with_volume(self, voice: Voice, linear: float) -> "Mix":
        """Return the mix with another volume of one of the two sounds, >= 0."""
        if voice == "original":
            return replace(self, original_volume=linear)
        return replace(self, music_volume=linear)

    def with_muted(self, voice: Voice, *, muted: bool) -> "Mix":
        """Return the mix with one of the two sounds silenced, or let be heard."""
        if voice == "original":
            return replace(self, original_muted=muted)
        return replace(self, music_muted=muted)

    def alone(self, voice: Voice) -> "Mix":
        """Return the mix in which one of the two sounds is heard alone, even if it was muted."""
        return replace(self.with_muted(voice, muted=False), solo=voice)

    def together(self) -> "Mix":
        """Return the mix in which neither is heard alone."""
        return replace(self, solo=None)
