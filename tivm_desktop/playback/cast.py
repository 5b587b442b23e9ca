"""The sounds of one stretch of playing: the video's own and the track, decoded ahead and mixed in."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tivm_desktop.playback.mixer import Mixer
from tivm_desktop.playback.sound_source import SoundReader, SoundSource
from tivm_desktop.playback.state import PlayerState
from tivm_desktop.playback.voice import Voice

JOIN_S = 1.0


@dataclass(frozen=True, slots=True)
class _Music:
    path: Path | None
    placement_s: float


class _Part:
    """A source and the voice that plays it."""

    def __init__(self, source: SoundSource, voice: Voice) -> None:
        self.source = source
        self.voice = voice

    def is_primed(self, position: int) -> bool:
        return self.source.is_primed(position + self.voice.offset)


class Cast:
    """Makes the sources that a stretch of playing needs and changes the music without a gap.

    Used by one thread. A source that is replaced ends on its own; `close` waits for all of them.
    """

    def __init__(self, read: SoundReader, woken: Callable[[], None]) -> None:
        """Make an empty cast; `woken` is called from decoder threads when there may be something to do."""
        self._read = read
        self._woken = woken
        self._rate_hz = 0
        self._original: _Part | None = None
        self._music: _Part | None = None
        self._music_is = _Music(None, 0.0)
        self._coming: _Part | None = None
        self._coming_is = _Music(None, 0.0)
        self._ending: list[SoundSource] = []
        self._told: set[SoundSource] = set()

    def assemble(self, state: PlayerState, rate_hz: int) -> int:
        """Start to decode what sounds from `state.position_s` on; return that position as a sample."""
        self.dismiss()
        self._rate_hz = rate_hz
        position = round(state.position_s * rate_hz)
        if state.video is not None and state.original_start_s is not None:
            offset = -round(state.original_start_s * rate_hz)
            self._original = self._part(state.video, position, offset, state.original_gain)
        self._music_is = self._coming_is = _Music(state.track, state.placement_s)
        self._music = self._music_part(state, position)
        return position

    def is_primed(self, position: int) -> bool:
        """Tell whether all that sounds at `position` can be mixed."""
        return all(part.is_primed(position) for part in self._parts())

    @property
    def voices(self) -> tuple[Voice, ...]:
        """What is to be mixed."""
        return tuple(part.voice for part in self._parts())

    def follow(self, state: PlayerState, mixer: Mixer) -> None:
        """Bring gains and music to what `state` says, while `mixer` plays.

        Another track is decoded from where the picture will be and comes in once it is primed.
        """
        wanted = _Music(state.track, state.placement_s)
        if wanted != self._coming_is:
            self._retire(self._coming)
            self._coming, self._coming_is = self._music_part(state, mixer.position), wanted
        if self._coming_is != self._music_is and (
            self._coming is None or self._coming.is_primed(mixer.position)
        ):
            self._retire(self._music)
            self._music, self._coming, self._music_is = self._coming, None, self._coming_is
            self._set_gains(state)
            mixer.set_voices(self.voices)
        self._set_gains(state)

    def new_errors(self) -> list[str]:
        """Sentences about sounds that can't be played, each once."""
        parts = [*self._parts(), *([self._coming] if self._coming else [])]
        failed = [part.source for part in parts if part.source.error and part.source not in self._told]
        self._told.update(failed)
        return [source.error for source in failed if source.error]

    def dismiss(self) -> None:
        """Stop decoding."""
        for part in (self._original, self._music, self._coming):
            self._retire(part)
        self._original = self._music = self._coming = None
        self._told.clear()

    def close(self) -> None:
        """Stop decoding and wait for the threads, a bounded time each."""
        self.dismiss()
        for source in self._ending:
            source.join(JOIN_S)
        self._ending.clear()

    def _parts(self) -> list[_Part]:
        return [part for part in (self._original, self._music) if part is not None]

    def _music_part(self, state: PlayerState, position: int) -> _Part | None:
        if state.track is None:
            return None
        return self._part(state.track, position, round(state.placement_s * self._rate_hz), state.music_gain)

    def _part(self, path: Path, position: int, offset: int, gain: float) -> _Part:
        source = SoundSource(path, self._rate_hz, position + offset, self._read, self._woken)
        return _Part(source, Voice(source.ring, offset, gain))

    def _set_gains(self, state: PlayerState) -> None:
        if self._original is not None:
            self._original.voice.gain = state.original_gain
        if self._music is not None and self._music_is == _Music(state.track, state.placement_s):
            self._music.voice.gain = state.music_gain

    def _retire(self, part: _Part | None) -> None:
        if part is not None:
            part.source.stop()
            self._ending.append(part.source)
        self._ending = [source for source in self._ending if not source.join(0.0)]
