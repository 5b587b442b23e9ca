"""What sounds in one leg: the video's own sound and the track, each with its source and its voice."""

from collections.abc import Callable
from pathlib import Path
from sys import maxsize
from typing import NamedTuple

from tivm_desktop.playback.pace import Pace
from tivm_desktop.playback.sound_backwards import SoundReader
from tivm_desktop.playback.sound_source import BEHIND_S, PRIMED_S, SoundSource
from tivm_desktop.playback.state import PlayerState
from tivm_desktop.playback.voice import Voice

JOIN_S = 1.0
QUICK_S = 0.1
"""Decoded ahead of a track that comes in while others play: decoding is many times faster than playing."""
_FADING_S = 0.1
"""What a voice that fades out while its source is read elsewhere still needs, with much to spare."""


class Music(NamedTuple):
    """A track and where it lies."""

    path: Path
    placement_s: float


def music_of(state: PlayerState) -> Music | None:
    """The track of `state`; None where there is none."""
    return None if state.track is None else Music(state.track, state.placement_s)


class Sources:
    """Makes sound sources, and waits for the threads of those that are not needed any more."""

    def __init__(self, read: SoundReader, woken: Callable[[], None]) -> None:
        """Make none yet; `woken` is called from decoder threads when there may be something to do."""
        self._read = read
        self._woken = woken
        self._ending: list[SoundSource] = []

    def make(self, path: Path, pace: Pace, first_sample: int) -> SoundSource:
        """Start to decode `path` from `first_sample` on."""
        return SoundSource(path, pace, first_sample, self._read, self._woken)

    def retire(self, source: SoundSource) -> None:
        """Let it end by itself."""
        source.stop()
        self._ending.append(source)
        self._ending = [source for source in self._ending if not source.join(0.0)]

    def close(self) -> None:
        """Wait for all that were retired, a bounded time each."""
        for source in self._ending:
            source.join(JOIN_S)
        self._ending.clear()


class PlayedSound:
    """A source and the voice that plays it."""

    def __init__(self, source: SoundSource, offset: int, gain: float, *, ducked: bool = False) -> None:
        self.source = source
        self.offset = offset
        begins = 0 if source.pace.direction > 0 else -maxsize
        self.voice = Voice(source.ring, offset, gain, ducked=ducked, begins=begins)

    def is_primed(self, position: int, seconds: float = PRIMED_S) -> bool:
        """Tell whether the sound at sample `position` of the video, and some more, can be mixed."""
        return self.source.is_primed(position + self.offset, seconds)

    def reaches(self, offset: int, position: int) -> bool:
        """Tell whether another voice can read the source by `offset` while this one fades out."""
        farther_s = (offset - self.offset) / self.source.pace.rate_hz
        return farther_s <= BEHIND_S - _FADING_S and self.source.holds(position + offset, QUICK_S)


class PlayedTrack(PlayedSound):
    """The track where it lies, with its source and its voice."""

    def __init__(self, music: Music, source: SoundSource, gain: float) -> None:
        super().__init__(source, source.pace.sample_at(music.placement_s), gain, ducked=True)
        self.music = music


class LegSounds:
    """The sounds of leg `number`, decoded from one sample of the video on."""

    def __init__(
        self, sources: Sources, state: PlayerState, pace: Pace, position: int, number: int = 0
    ) -> None:
        """Start to decode what sounds from sample `position` of the video on, by `pace`."""
        self.number = number
        self.pace = pace
        self.position = position
        self.original: PlayedSound | None = None
        self.track: PlayedTrack | None = None
        if state.video is not None and state.original_start_s is not None:
            offset = -pace.sample_at(state.original_start_s)
            source = sources.make(state.video, pace, position + offset)
            self.original = PlayedSound(source, offset, state.original_gain)
        music = music_of(state)
        if music is not None:
            source = sources.make(music.path, pace, position + self.offset_of(music))
            self.track = PlayedTrack(music, source, state.music_gain)

    def offset_of(self, music: Music) -> int:
        """Number of the track's sample that belongs to sample 0 of the video."""
        return self.pace.sample_at(music.placement_s)

    @property
    def music(self) -> Music | None:
        """The track that sounds, and where it lies; None where there is none."""
        return None if self.track is None else self.track.music

    @property
    def sounds(self) -> tuple[PlayedSound, ...]:
        """Those there are."""
        return tuple(sound for sound in (self.original, self.track) if sound is not None)

    @property
    def voices(self) -> tuple[Voice, ...]:
        """What is to be mixed."""
        return tuple(sound.voice for sound in self.sounds)

    def is_primed(self, position: int, seconds: float = PRIMED_S) -> bool:
        """Tell whether all that sounds at sample `position` of the video, and some more, can be mixed."""
        return all(sound.is_primed(position, seconds) for sound in self.sounds)

    def set_gains(self, state: PlayerState) -> None:
        """Make both as loud as `state` says; a track that is on its way out stays as it is."""
        if self.original is not None:
            self.original.voice.gain = state.original_gain
        if self.track is not None and self.track.music == music_of(state):
            self.track.voice.gain = state.music_gain

    def retire(self, sources: Sources) -> None:
        """Let the sources end."""
        for sound in self.sounds:
            sources.retire(sound.source)
