"""Mixes the original sound and the music into the blocks that the device asks for."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.playback.clock import Anchor
from tivm_desktop.playback.ducker import Ducker
from tivm_desktop.playback.leg import Ahead, Leg, Shown, Voices
from tivm_desktop.playback.limiter import Limiter
from tivm_desktop.playback.pace import Pace
from tivm_desktop.playback.voice import BLOCK_CAPACITY, CHANNELS, Voice, VoiceReader


class Mixer:
    """Fills the device's blocks and publishes which seconds of the video they hold.

    `render` runs in the audio callback: it works in arrays made beforehand, waits for nothing and logs
    nothing. The other methods belong to one controlling thread; what they hand over is one tuple, replaced
    as a whole.

    It needs no device: with sources that wait for their samples (`offline.mixed_blocks`) whoever calls
    `render` gets the mix as it is heard, as fast as it can be made.
    """

    def __init__(self, rate_hz: int, publish: Callable[[Anchor], None]) -> None:
        self.rate_hz = rate_hz
        self.rendered = 0
        """Samples rendered since `begin`."""
        self.ducker = Ducker(rate_hz)
        """Turns the voices down that give way to speech."""
        self._publish = publish
        self._limiter = Limiter(rate_hz, BLOCK_CAPACITY, CHANNELS)
        self._reader = VoiceReader(rate_hz)
        self.fade_samples = self._reader.fade_samples
        self._sounding: tuple[Voice, ...] = ()
        self._adopted: Voices = (0, ())
        self._wanted: Voices = self._adopted
        self._stretch = 0
        self._leg = 0
        self._pace = Pace(rate_hz)
        self._position = 0
        self._leg_begins = 0
        self._end = 0
        self._ahead = Ahead(0, 0, None)
        self._shown = Shown(0, self._pace, 0, 0.0)
        self._ending = False
        self._faded_out = 0
        self._silent_from_s: float | None = None

    @property
    def underruns(self) -> int:
        """How often a sound was not decoded in time."""
        return self._reader.underruns

    @property
    def silent_from_s(self) -> float | None:
        """When the end of the fade that `fade_out` asked for is heard; None until it is rendered."""
        return self._silent_from_s

    @property
    def leg(self) -> int:
        """Number of the leg that is mixed."""
        return self._leg

    @property
    def position(self) -> int:
        """Sample of the video, by the pace of the leg, with which the next block begins."""
        return self._position

    @property
    def end(self) -> int:
        """Sample of the video, by the pace of the leg, at which all sound ends."""
        return self._end

    def sounds(self, voice: Voice) -> bool:
        """Tell whether `voice` is still mixed, if only to fade out."""
        return voice in self._sounding

    def begin(
        self, stretch: int, position: int, end: int, voices: tuple[Voice, ...], pace: Pace | None = None
    ) -> None:
        """Start leg 0 of a stretch at sample `position`; only while nothing renders.

        All sound is faded out towards sample `end` and silent from there on.

        Voices that are within their sound at that point are faded in, those that begin there start as they
        are.
        """
        self._stretch, self._leg, self._pace = stretch, 0, pace or Pace(self.rate_hz)
        self._position, self._leg_begins, self._end = position, position, end
        self._ahead = Ahead(0, end, None)
        self._shown = Shown(0, self._pace, 0, self._pace.second_at(position))
        for voice in voices:
            voice.enter(position)
            if voice.cursor <= voice.begins:
                voice.faded = self.fade_samples
        self._sounding = voices
        self._wanted = self._adopted = (0, voices)
        self._ending, self._faded_out, self._silent_from_s = False, 0, None
        self.rendered = 0
        self.ducker.jump(self._shown.from_s)

    def set_voices(self, voices: tuple[Voice, ...], leg: int = 0) -> None:
        """Crossfade within `FADE_S` from the voices of `leg` to `voices`, from the next block on."""
        self._wanted = (leg, voices)

    def set_ahead(self, leg: int, end: int, following: Leg | None = None) -> None:
        """Let `leg` end at sample `end` and say what follows it there, or with the next block.

        A leg that follows at the end comes in during the last 15 ms before it, so that it is all there at
        its first sample. An end or a follower that comes too late for that is passed over, as is anything
        said of another leg than the one that is mixed.
        """
        self._ahead = Ahead(leg, end, following)

    def fade_out(self) -> None:
        """Fade everything out within `FADE_S` from the next block on; silence follows until `begin`."""
        self._ending = True

    def render(self, out: NDArray[np.float32], heard_at_s: float) -> None:
        """Fill `out` (n, 2), whose first sample is heard at `heard_at_s`, and publish what it holds."""
        done = 0
        while done < len(out):
            self._look_ahead()
            part = out[done : done + self._undivided(len(out) - done)]
            self._render_part(part, heard_at_s + done / self.rate_hz)
            done += len(part)
        if self._ending:
            self._fade_all(out, heard_at_s)
        self.rendered += len(out)

    def _look_ahead(self) -> None:
        wanted, ahead = self._wanted, self._ahead
        if wanted is not self._adopted and wanted[0] == self._leg:
            self._adopt(wanted)
        if ahead.number != self._leg:
            return
        fades_from = self._end - self.fade_samples
        if self._position <= min(fades_from, ahead.ends - self.fade_samples):
            self._end = ahead.ends
        following = ahead.following
        if following is None:
            return
        if following.begins is None:
            self._go_on_with(following)
        elif self._position == self._end - self.fade_samples:
            self._jump_to(following, following.begins)

    def _go_on_with(self, leg: Leg) -> None:
        position = leg.pace.sample_at(self._pace.second_at(self._position))
        self._position = self._leg_begins = position
        self._enter(leg)
        self._shown = Shown(leg.number, leg.pace, 0, leg.pace.second_at(position))

    def _jump_to(self, leg: Leg, begins: int) -> None:
        """Let `leg` come in before its first sample; until that, the old leg's seconds are published."""
        self._shown = self._shown._replace(shift=self._shown.shift + self._end - begins)
        self._position, self._leg_begins = begins - self.fade_samples, begins
        self._enter(leg)

    def _enter(self, leg: Leg) -> None:
        self._leg, self._pace, self._end = leg.number, leg.pace, leg.ends
        self._adopt((leg.number, leg.voices))
        self._wanted = self._adopted

    def _adopt(self, wanted: Voices) -> None:
        voices = wanted[1]
        for voice in self._sounding:
            if voice not in voices:
                self._reader.leave(voice)
        entering = tuple(voice for voice in voices if voice not in self._sounding)
        for voice in entering:
            voice.enter(self._position)
        self._sounding += entering
        self._adopted = wanted

    def _undivided(self, count: int) -> int:
        """How many of the next `count` samples have neither a jump nor a leg's arrival in them."""
        count = min(count, BLOCK_CAPACITY)
        fades_from = self._end - self.fade_samples
        for border in (self._leg_begins, fades_from):
            if self._position < border:
                count = min(count, border - self._position)
        return count

    def _render_part(self, out: NDArray[np.float32], heard_at_s: float) -> None:
        if self._shown.leg != self._leg and self._position >= self._leg_begins:
            from_s = self._pace.second_at(self._leg_begins)
            self._shown = Shown(self._leg, self._pace, 0, from_s)
        out.fill(0.0)
        until = self._position + len(out)
        ducking = self.ducker.next(
            len(out), self._pace.second_at(self._position), self._pace.second_at(until)
        )
        count = max(0, min(len(out), self._end - self._position))
        gone = False
        for voice in self._sounding:
            self._reader.add(voice, out[:count], ducking if ducking is None else ducking[:count])
            gone = gone or self._reader.has_left(voice)
        if gone:
            self._sounding = tuple(voice for voice in self._sounding if not self._reader.has_left(voice))
        self._limiter.apply(out)
        self._shape_end(out[:count])
        leg, pace, shift, leg_from_s = self._shown
        self._publish(
            Anchor(
                self._stretch,
                pace.second_at(self._position + shift),
                pace.second_at(until + shift),
                heard_at_s,
                pace.exact_speed,
                leg,
                leg_from_s,
            )
        )
        self._position = until

    def _shape_end(self, out: NDArray[np.float32]) -> None:
        left = self._end - self._position
        first = max(0, left - self.fade_samples)
        if first < len(out):
            done = self.fade_samples - (left - first)
            part = out[first:]
            np.multiply(part, self._reader.fade_out[done : done + len(part)], out=part)

    def _fade_all(self, out: NDArray[np.float32], heard_at_s: float) -> None:
        count = min(len(out), self.fade_samples - self._faded_out)
        part = out[:count]
        np.multiply(part, self._reader.fade_out[self._faded_out : self._faded_out + count], out=part)
        out[count:] = 0.0
        self._faded_out += count
        if self._silent_from_s is None and self._faded_out == self.fade_samples:
            self._silent_from_s = heard_at_s + count / self.rate_hz
