"""Mixes the original sound and the music into the blocks that the device asks for."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.playback.clock import Anchor, PlaybackClock
from tivm_desktop.playback.limiter import Limiter

CHANNELS = 2
FADE_S = 0.015
BLOCK_CAPACITY = 4096


class SampleSource(Protocol):
    """Something that holds ready samples; `SampleRing` is one."""

    @property
    def finished(self) -> bool:
        """Whether no more samples will come."""
        ...

    def read_into(self, out: NDArray[np.float32], sample: int) -> int:
        """Copy samples from index `sample` on into `out`; return how many were there."""
        ...


class Voice:
    """One sound in the mix: where it is read from, how loud it is, and how far it has faded in or out."""

    def __init__(self, source: SampleSource, offset: int, gain: float) -> None:
        """Make a voice.

        Args:
            source: Its samples.
            offset: Index of the source's sample that belongs to sample 0 of the video; may be negative.
            gain: Linear gain.
        """
        self.source = source
        self.offset = offset
        self.gain = gain
        """May be set from any thread at any time; the mixer moves towards it without a step."""
        self.cursor = 0
        self.gain_now = gain
        self.faded = 0
        """Samples of the fade, in or out, that are done."""
        self.leaving = False


class Mixer:
    """Fills the device's blocks and publishes to the clock which seconds of the video they hold.

    `render` runs in the audio callback: it works in arrays made beforehand, waits for nothing and logs
    nothing. The other methods belong to one controlling thread; what they hand over is one tuple, replaced
    as a whole.
    """

    def __init__(self, rate_hz: int, clock: PlaybackClock) -> None:
        self.rate_hz = rate_hz
        self.fade_samples = round(FADE_S * rate_hz)
        self.underruns = 0
        """Blocks in which a sound was not decoded in time."""
        self.blocks = 0
        """Blocks rendered since the start."""
        self._clock = clock
        self._limiter = Limiter(rate_hz, BLOCK_CAPACITY, CHANNELS)
        quarter = (np.arange(self.fade_samples) + 0.5) * (np.pi / 2 / self.fade_samples)
        self._fade_in: NDArray[np.float32] = _on_all_channels(np.sin(quarter))
        self._fade_out: NDArray[np.float32] = np.ascontiguousarray(self._fade_in[::-1])
        self._ramp: NDArray[np.float32] = _on_all_channels(np.arange(1, BLOCK_CAPACITY + 1))
        self._gains: NDArray[np.float32] = np.zeros((BLOCK_CAPACITY, CHANNELS), np.float32)
        self._scratch: NDArray[np.float32] = np.zeros((BLOCK_CAPACITY, CHANNELS), np.float32)
        self._voices: tuple[Voice, ...] = ()
        self._sounding: tuple[Voice, ...] = ()
        self._adopted: tuple[Voice, ...] = ()
        self._run = 0
        self._position = 0
        self._end = 0
        self._ending = False
        self._faded_out = 0
        self._silent_from_s: float | None = None

    @property
    def silent_from_s(self) -> float | None:
        """When the end of the fade that `fade_out` asked for is heard; None until it is rendered."""
        return self._silent_from_s

    @property
    def position(self) -> int:
        """Sample of the video with which the next block begins."""
        return self._position

    def begin(self, run: int, position: int, end: int, voices: tuple[Voice, ...]) -> None:
        """Start stretch `run` at sample `position`; only while nothing renders.

        All sound is faded out towards sample `end` and silent from there on.

        Voices that are within their sound at that point are faded in, those that begin there start as they
        are.
        """
        self._run, self._position, self._end = run, position, end
        for voice in voices:
            self._enter(voice)
            if voice.cursor <= 0:
                voice.faded = self.fade_samples
        self._voices = self._sounding = self._adopted = voices
        self._ending, self._faded_out, self._silent_from_s = False, 0, None

    def set_voices(self, voices: tuple[Voice, ...]) -> None:
        """Crossfade within `FADE_S` from the voices that sound now to `voices`, from the next block on."""
        self._voices = voices

    def fade_out(self) -> None:
        """Fade everything out within `FADE_S` from the next block on; silence follows until `begin`."""
        self._ending = True

    def render(self, out: NDArray[np.float32], heard_at_s: float) -> None:
        """Fill `out` (n, 2), whose first sample is heard at `heard_at_s`, and publish it to the clock."""
        voices = self._voices
        if voices is not self._adopted:
            self._adopt(voices)
        start = self._position
        for first in range(0, len(out), BLOCK_CAPACITY):
            self._render_part(out[first : first + BLOCK_CAPACITY])
        if self._ending:
            self._fade_all(out, heard_at_s)
        self.blocks += 1
        self._clock.publish(
            Anchor(self._run, start / self.rate_hz, self._position / self.rate_hz, heard_at_s)
        )

    def _adopt(self, voices: tuple[Voice, ...]) -> None:
        for voice in self._sounding:
            if voice not in voices and not voice.leaving:
                voice.leaving = True
                voice.faded = self.fade_samples - voice.faded
        entering = tuple(voice for voice in voices if voice not in self._sounding)
        for voice in entering:
            self._enter(voice)
        self._sounding += entering
        self._adopted = voices

    def _enter(self, voice: Voice) -> None:
        voice.cursor = self._position + voice.offset
        voice.gain_now = voice.gain
        voice.faded = 0

    def _render_part(self, out: NDArray[np.float32]) -> None:
        out.fill(0.0)
        count = max(0, min(len(out), self._end - self._position))
        gone = False
        for voice in self._sounding:
            self._add(voice, out[:count])
            gone = gone or (voice.leaving and voice.faded >= self.fade_samples)
        if gone:
            self._sounding = tuple(
                voice for voice in self._sounding if not voice.leaving or voice.faded < self.fade_samples
            )
        self._limiter.apply(out)
        self._shape_end(out[:count])
        self._position += len(out)

    def _shape_end(self, out: NDArray[np.float32]) -> None:
        left = self._end - self._position
        first = max(0, left - self.fade_samples)
        if first < len(out):
            done = self.fade_samples - (left - first)
            part = out[first:]
            np.multiply(part, self._fade_out[done : done + len(part)], out=part)

    def _fade_all(self, out: NDArray[np.float32], heard_at_s: float) -> None:
        count = min(len(out), self.fade_samples - self._faded_out)
        part = out[:count]
        np.multiply(part, self._fade_out[self._faded_out : self._faded_out + count], out=part)
        out[count:] = 0.0
        self._faded_out += count
        if self._silent_from_s is None and self._faded_out == self.fade_samples:
            self._silent_from_s = heard_at_s + count / self.rate_hz

    def _add(self, voice: Voice, out: NDArray[np.float32]) -> None:
        count = len(out)
        block = self._scratch[:count]
        silent = max(0, min(count, -voice.cursor))
        got = silent + voice.source.read_into(block[silent:], voice.cursor + silent)
        block[:silent] = 0.0
        block[got:] = 0.0
        if got < count and not voice.source.finished:
            self.underruns += 1
        voice.cursor += count
        self._shape_gain(voice, block)
        self._shape_fade(voice, block)
        np.add(out, block, out=out)

    def _shape_gain(self, voice: Voice, block: NDArray[np.float32]) -> None:
        wanted, now = voice.gain, voice.gain_now
        if wanted == now:
            if now != 1.0:
                np.multiply(block, now, out=block)
            return
        gains = self._gains[: len(block)]
        step = (1.0 if wanted > now else -1.0) / self.fade_samples
        np.multiply(self._ramp[: len(block)], step, out=gains)
        np.add(gains, now, out=gains)
        if step > 0:
            np.minimum(gains, wanted, out=gains)
            voice.gain_now = min(wanted, now + step * len(block))
        else:
            np.maximum(gains, wanted, out=gains)
            voice.gain_now = max(wanted, now + step * len(block))
        np.multiply(block, gains, out=block)

    def _shape_fade(self, voice: Voice, block: NDArray[np.float32]) -> None:
        left = self.fade_samples - voice.faded
        if left > 0:
            count = min(left, len(block))
            table = self._fade_out if voice.leaving else self._fade_in
            part = block[:count]
            np.multiply(part, table[voice.faded : voice.faded + count], out=part)
            voice.faded += count
        if voice.leaving:
            block[max(0, left) :] = 0.0


def _on_all_channels(values: NDArray[np.floating | np.integer]) -> NDArray[np.float32]:
    """(n,) to (n, CHANNELS): numpy would allocate if it had to broadcast in the audio callback."""
    return np.repeat(values.astype(np.float32)[:, None], CHANNELS, axis=1)
