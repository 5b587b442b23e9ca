"""What follows the leg that is heard: the next round of a loop, or the same place at another speed."""

from typing import NamedTuple

from tivm_desktop.playback.leg import Leg
from tivm_desktop.playback.leg_sounds import QUICK_S, LegSounds, Music, Sources, music_of
from tivm_desktop.playback.mixer import Mixer
from tivm_desktop.playback.pace import Pace
from tivm_desktop.playback.state import PlayerState
from tivm_desktop.playback.way import Way, way_from

ROUND_AHEAD_S = 5.0
"""The next round of a loop is decoded from that long before the end of this one on."""
TURN_S = 0.25
"""What turns round is decoded from that far ahead: the picture goes on until it is ready. Where that was
not enough, it is decoded again from twice as far."""


class _Wanted(NamedTuple):
    """What a leg that follows is to be."""

    speed: float
    music: Music | None
    from_s: float | None
    """Second of the video with which it begins; None: where the leg before it has got to."""


class _Following(NamedTuple):
    """The leg that is on its way."""

    sounds: LegSounds
    made_for: _Wanted
    begins: int | None
    """Sample with which it begins; None: with the next block."""


class NextLeg:
    """Sees to it that the next leg is decoded in time, and hands it over to the mixer; used by one thread."""

    def __init__(self, sources: Sources) -> None:
        self.way = Way(0.0, None)
        """Where the leg that is mixed goes."""
        self._sources = sources
        self._following: _Following | None = None
        self._turn_s = TURN_S
        self._legs = 0

    def begin(self, way: Way) -> None:
        """Another stretch begins, whose leg 0 goes that way."""
        self.way = way
        self._legs = 0
        self._turn_s = TURN_S

    def arrived(self, mixer: Mixer) -> LegSounds | None:
        """What sounds now, if `mixer` has gone over to what followed since this was asked last."""
        following = self._following
        if following is None or mixer.leg != following.sounds.number:
            return None
        self._following = None
        self._turn_s = TURN_S
        return following.sounds

    def look_ahead(self, leg: LegSounds, state: PlayerState, mixer: Mixer) -> None:
        """Tell `mixer`, which plays `leg`, of its end and of what follows; have that decoded in time."""
        position, rate_hz = mixer.position, mixer.rate_hz
        if position <= mixer.end - mixer.fade_samples:
            self.way = way_from(leg.pace.second_at(position), leg.pace.speed, state)
        ends = leg.pace.sample_at(self.way.ends_s)
        goes_on_s = self.way.goes_on_s
        if state.speed != leg.pace.speed:
            goes_on_s = None
        elif goes_on_s is None or ends - position > ROUND_AHEAD_S * rate_hz:
            self.drop()
            mixer.set_ahead(leg.number, ends)
            return
        wanted = _Wanted(state.speed, music_of(state), goes_on_s)
        if self._following is not None and self._following.made_for != wanted:
            self.drop()
            self._turn_s = TURN_S
        if self._following is not None and self._is_overrun(self._following, leg, mixer):
            self.drop()
            self._turn_s *= 2.0
        if self._following is None:
            self._following = self._next(leg, state, mixer, wanted)
        self._hand_over(self._following, leg, state, mixer, ends)

    def _next(self, leg: LegSounds, state: PlayerState, mixer: Mixer, wanted: _Wanted) -> _Following:
        """Start to decode the leg that is wanted."""
        self._legs += 1
        pace = Pace(mixer.rate_hz, wanted.speed)
        if wanted.from_s is not None:
            begins = pace.sample_at(wanted.from_s)
            first = begins - mixer.fade_samples
        else:
            begins = None
            here_s = leg.pace.second_at(mixer.position)
            ahead_s = max(0.0, here_s + self._turn_s * leg.pace.exact_speed)
            first = min(pace.sample_at(here_s), pace.sample_at(ahead_s))
        return _Following(LegSounds(self._sources, state, pace, first, self._legs), wanted, begins)

    def _is_overrun(self, following: _Following, leg: LegSounds, mixer: Mixer) -> bool:
        """Tell whether the picture got farther than what turns round there was decoded for."""
        sounds, _, begins = following
        here = sounds.pace.sample_at(leg.pace.second_at(mixer.position))
        return begins is None and here < sounds.position

    def _hand_over(
        self, following: _Following, leg: LegSounds, state: PlayerState, mixer: Mixer, ends: int
    ) -> None:
        """Tell the mixer of the leg that follows, once it can be mixed."""
        sounds, _, begins = following
        sounds.set_gains(state)
        here_s = leg.pace.second_at(mixer.position)
        begins_s = here_s if begins is None else sounds.pace.second_at(begins)
        if not sounds.is_primed(sounds.pace.sample_at(begins_s), QUICK_S):
            mixer.set_ahead(leg.number, ends)
            return
        until = sounds.pace.sample_at(way_from(begins_s, sounds.pace.speed, state).ends_s)
        mixer.set_ahead(leg.number, ends, Leg(sounds.number, sounds.pace, begins, until, sounds.voices))

    def drop(self) -> None:
        """Stop decoding what follows."""
        if self._following is not None:
            self._following.sounds.retire(self._sources)
            self._following = None
