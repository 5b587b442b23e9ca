"""Tracks on standby: decoded in step with the clock, so that one of them can come in at once."""

from collections.abc import Sequence

from tivm_desktop.domain.placed_track import PlacedTrack
from tivm_desktop.playback.leg_sounds import QUICK_S, LegSounds, Music, Sources
from tivm_desktop.playback.sound_source import AHEAD_S, SoundSource

MOST = 6
"""Each takes a thread and a few seconds of samples."""


class Standby:
    """Keeps a source near the clock for each track that may be wanted next; used by one thread.

    One source after the other is begun, and none before what sounds is primed, for they all share the
    processor. A source that gives way comes back here when its track may be wanted again.
    """

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._waiting: dict[Music, SoundSource] = {}

    def follow(self, standby: Sequence[PlacedTrack], leg: LegSounds, position: int) -> None:
        """Bring the sources to what is on standby, and to sample `position` of the video in `leg`."""
        tracks = [Music(track.path, track.placement_s) for track in standby]
        wanted = list(dict.fromkeys(tracks))[:MOST]
        for music in [music for music in self._waiting if music not in wanted]:
            self._sources.retire(self._waiting.pop(music))
        ready = leg.is_primed(position)
        for music in wanted:
            sample = position + leg.offset_of(music)
            source = self._waiting.get(music)
            if source is not None and not _follows(source, leg, sample):
                self._sources.retire(self._waiting.pop(music))
                source = None
            if source is None and ready:
                source = self._waiting[music] = self._sources.make(music.path, leg.pace, sample)
            if source is None:
                return
            source.ring.skip_to(sample)
            ready = ready and source.is_primed(sample, QUICK_S)

    def is_ready(self, track: PlacedTrack) -> bool:
        """Tell whether a track is on standby and some of it is decoded beyond where the clock is."""
        source = self._waiting.get(Music(track.path, track.placement_s))
        return source is not None and source.is_primed(source.ring.read_until, QUICK_S)

    def take(self, music: Music, leg: LegSounds, position: int) -> SoundSource | None:
        """Hand out the source of a track if it holds what sounds at `position`; it is on standby no more."""
        source = self._waiting.get(music)
        if source is None or source.pace != leg.pace:
            return None
        if not source.holds(position + leg.offset_of(music), QUICK_S):
            return None
        return self._waiting.pop(music)

    def put(self, music: Music, source: SoundSource) -> None:
        """Take a source that sounds no more; `follow` keeps it only if its track is on standby."""
        if music in self._waiting:
            self._sources.retire(source)
        else:
            self._waiting[music] = source

    def clear(self) -> None:
        """Stop decoding."""
        for source in self._waiting.values():
            self._sources.retire(source)
        self._waiting.clear()


def _follows(source: SoundSource, leg: LegSounds, sample: int) -> bool:
    """Tell whether a source is on the way of the leg: neither too far behind nor too far ahead of it."""
    late = sample - source.ring.written_until > AHEAD_S * leg.pace.rate_hz and not source.ring.finished
    return source.pace == leg.pace and source.keeps(sample) and not late
