"""The sounds of one stretch of playing: what sounds now, what comes in next, and what may be wanted."""

from collections.abc import Callable

from tivm_desktop.domain.placed_track import PlacedTrack
from tivm_desktop.playback.clock import Reading
from tivm_desktop.playback.leg_sounds import QUICK_S, LegSounds, Music, PlayedTrack, Sources, music_of
from tivm_desktop.playback.mixer import Mixer
from tivm_desktop.playback.next_leg import NextLeg
from tivm_desktop.playback.pace import Pace
from tivm_desktop.playback.sound_backwards import SoundReader
from tivm_desktop.playback.sound_source import SoundSource
from tivm_desktop.playback.standby import Standby
from tivm_desktop.playback.state import PlayerState
from tivm_desktop.playback.way import Way, way_from


class StretchSounds:
    """Makes what a stretch of playing needs to sound, and keeps up with what is wanted, without a gap.

    The music is changed within a leg. Another speed, and the next round of a loop, is another leg: its sounds
    are decoded beside those that are heard, and the mixer goes over to them once they are ready.

    Used by one thread. A source that is replaced ends on its own; `close` waits for all of them.
    """

    def __init__(self, read: SoundReader, woken: Callable[[], None]) -> None:
        """Make none yet; `woken` is called from decoder threads when there may be something to do."""
        self._sources = Sources(read, woken)
        self._standby = Standby(self._sources)
        self._leg: LegSounds | None = None
        self._next = NextLeg(self._sources)
        self._coming: PlayedTrack | None = None
        self._leaving: list[PlayedTrack] = []
        self._told: set[SoundSource] = set()

    def assemble(self, state: PlayerState, rate_hz: int) -> None:
        """Start to decode what sounds from `state.position_s` on, at the speed of `state`."""
        self.dismiss()
        pace = Pace(rate_hz, state.speed)
        self._leg = LegSounds(self._sources, state, pace, pace.sample_at(state.position_s))
        self._next.begin(way_from(state.position_s, pace.speed, state))

    def suits(self, state: PlayerState, rate_hz: int) -> bool:
        """Tell whether what was assembled is what `state` wants to begin with."""
        leg = self._leg
        return leg is not None and (leg.pace, leg.music) == (Pace(rate_hz, state.speed), music_of(state))

    @property
    def is_primed(self) -> bool:
        """Tell whether all that sounds at the beginning can be mixed."""
        return self._leg is None or self._leg.is_primed(self._leg.position)

    def begin(self, state: PlayerState, mixer: Mixer) -> None:
        """Let `mixer`, which doesn't render, begin with what was assembled."""
        leg = self._leg
        if leg is not None:
            leg.set_gains(state)
            end = leg.pace.sample_at(self._next.way.ends_s)
            mixer.begin(state.stretch, leg.position, end, leg.voices, leg.pace)

    def follow(self, state: PlayerState, mixer: Mixer) -> bool:
        """Bring gains, music, speed and loop to what `state` says, while `mixer` plays.

        Returns:
            Whether the mixer plays what is thought. If not, it took over a leg just when that was taken back,
            and the stretch has to begin anew.
        """
        leg = self._leg
        if leg is None:
            return False
        arrived = self._next.arrived(mixer)
        if arrived is not None:
            leg.retire(self._sources)
            self._drop_coming()
            self._leg = leg = arrived
        if mixer.leg != leg.number:
            return False
        self._change_music(leg, state, mixer)
        self._next.look_ahead(leg, state, mixer)
        leg.set_gains(state)
        self._tidy(mixer)
        at_hand = [leg.music, *(track.music for track in self._leaving)]
        standby = [track for track in state.standby if Music(track.path, track.placement_s) not in at_hand]
        self._standby.follow(standby, leg, mixer.position)
        return True

    def ended(self, reading: Reading, state: PlayerState, mixer: Mixer) -> Way | None:
        """The way that is over, where what is heard has arrived at the end of what is mixed; else None."""
        leg = self._leg
        if leg is None or reading.leg != leg.number or mixer.leg != leg.number:
            return None
        end_s = min(leg.pace.second_at(mixer.end), state.ends_s)
        return self._next.way if (reading.position_s - end_s) * leg.pace.direction >= 0.0 else None

    def is_ready(self, track: PlacedTrack) -> bool:
        """Tell whether a track is on standby and some of it is decoded."""
        return self._standby.is_ready(track)

    def new_errors(self) -> list[str]:
        """Sentences about sounds that can't be played, each once."""
        sounds = () if self._leg is None else self._leg.sounds
        coming = () if self._coming is None else (self._coming,)
        sources = [sound.source for sound in (*sounds, *coming) if sound.source not in self._told]
        failed = {source: source.error for source in sources if source.error is not None}
        self._told.update(failed)
        return list(failed.values())

    def dismiss(self) -> None:
        """Stop decoding."""
        self._drop_coming()
        self._next.drop()
        for track in self._leaving:
            self._sources.retire(track.source)
        self._leaving.clear()
        if self._leg is not None:
            self._leg.retire(self._sources)
            self._leg = None
        self._standby.clear()
        self._told.clear()

    def close(self) -> None:
        """Stop decoding and wait for the threads, a bounded time each."""
        self.dismiss()
        self._sources.close()

    def _change_music(self, leg: LegSounds, state: PlayerState, mixer: Mixer) -> None:
        wanted = music_of(state)
        if self._coming is not None and (wanted == leg.music or wanted != self._coming.music):
            self._drop_coming()
        if wanted == leg.music:
            return
        if wanted is None:
            self._put_in(leg, None, mixer)
            return
        position = mixer.position
        if self._coming is None:
            source = self._at_hand(leg, wanted, position) or self._sources.make(
                wanted.path, leg.pace, position + leg.offset_of(wanted)
            )
            self._coming = PlayedTrack(wanted, source, state.music_gain)
        if self._coming.is_primed(position, QUICK_S):
            coming, self._coming = self._coming, None
            self._put_in(leg, coming, mixer)

    def _at_hand(self, leg: LegSounds, wanted: Music, position: int) -> SoundSource | None:
        """A source of the track that holds what is wanted: on standby, on its way out, or moved a little."""
        source = self._standby.take(wanted, leg, position)
        if source is not None:
            return source
        for track in self._leaving:
            if _can_go_on(track, leg, wanted, position):
                self._leaving.remove(track)
                return track.source
        heard = leg.track
        return heard.source if heard is not None and _can_go_on(heard, leg, wanted, position) else None

    def _put_in(self, leg: LegSounds, track: PlayedTrack | None, mixer: Mixer) -> None:
        before, leg.track = leg.track, track
        mixer.set_voices(leg.voices, leg.number)
        if before is not None and (track is None or track.source is not before.source):
            self._leaving.append(before)

    def _tidy(self, mixer: Mixer) -> None:
        """Put the tracks that have faded out on standby, where they are kept if they may be wanted again."""
        for track in [track for track in self._leaving if not mixer.sounds(track.voice)]:
            self._leaving.remove(track)
            self._standby.put(track.music, track.source)

    def _drop_coming(self) -> None:
        if self._coming is not None:
            self._sources.retire(self._coming.source)
            self._coming = None


def _can_go_on(track: PlayedTrack, leg: LegSounds, wanted: Music, position: int) -> bool:
    """Tell whether what is wanted in `leg` can be read from the source of a track that is mixed."""
    same = track.music.path == wanted.path and track.source.pace == leg.pace
    return same and track.reaches(leg.offset_of(wanted), position)
