"""One sound of the mix, and how it is read, made as loud as it is to be, and faded in and out."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

CHANNELS = 2
FADE_S = 0.015
BLOCK_CAPACITY = 4096
"""Samples that are mixed in one go."""


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

    def __init__(
        self, source: SampleSource, offset: int, gain: float, *, ducked: bool = False, begins: int = 0
    ) -> None:
        """Make a voice.

        Args:
            source: Its samples.
            offset: Index of the source's sample that belongs to sample 0 of the video; may be negative.
            gain: Linear gain.
            ducked: Whether it gives way to speech.
            begins: Index of the sound's first sample: before it there is silence.
        """
        self.source = source
        self.offset = offset
        self.gain = gain
        """May be set from any thread at any time; the mixer moves towards it without a step."""
        self.ducked = ducked
        self.begins = begins
        self.cursor = 0
        self.gain_now = gain
        self.faded = 0
        """Samples of the fade, in or out, that are done."""
        self.leaving = False

    def enter(self, position: int) -> None:
        """Make ready to sound from sample `position` of the video on, faded in."""
        self.cursor = position + self.offset
        self.gain_now = self.gain
        self.faded = 0


class VoiceReader:
    """Adds voices to a mix, in arrays made beforehand; used in the audio callback."""

    def __init__(self, rate_hz: int) -> None:
        self.fade_samples = round(FADE_S * rate_hz)
        self.underruns = 0
        """How often a sound was not decoded in time."""
        quarter = (np.arange(self.fade_samples) + 0.5) * (np.pi / 2 / self.fade_samples)
        self._fade_in: NDArray[np.float32] = on_all_channels(np.sin(quarter))
        self.fade_out: NDArray[np.float32] = np.ascontiguousarray(self._fade_in[::-1])
        """(fade_samples, CHANNELS): the second half of a crossfade of equal power."""
        self._ramp: NDArray[np.float32] = on_all_channels(np.arange(1, BLOCK_CAPACITY + 1))
        self._gains: NDArray[np.float32] = np.zeros((BLOCK_CAPACITY, CHANNELS), np.float32)
        self._scratch: NDArray[np.float32] = np.zeros((BLOCK_CAPACITY, CHANNELS), np.float32)

    def leave(self, voice: Voice) -> None:
        """Fade `voice` out from the next block on, from how loud it is now."""
        if not voice.leaving:
            voice.leaving = True
            voice.faded = self.fade_samples - voice.faded

    def has_left(self, voice: Voice) -> bool:
        """Tell whether `voice` has faded out."""
        return voice.leaving and voice.faded >= self.fade_samples

    def add(self, voice: Voice, out: NDArray[np.float32], ducking: NDArray[np.float32] | None) -> None:
        """Add the voice's next samples to `out` (n, CHANNELS), n at most `BLOCK_CAPACITY`.

        `ducking` (n, CHANNELS) is multiplied into a voice that gives way to speech; None leaves it as it is.
        """
        count = len(out)
        block = self._scratch[:count]
        silent = max(0, min(count, voice.begins - voice.cursor))
        got = silent + voice.source.read_into(block[silent:], voice.cursor + silent)
        block[:silent] = 0.0
        block[got:] = 0.0
        if got < count and not voice.source.finished:
            self.underruns += 1
        voice.cursor += count
        self._shape_gain(voice, block)
        self._shape_fade(voice, block)
        if ducking is not None and voice.ducked:
            np.multiply(block, ducking, out=block)
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
            table = self.fade_out if voice.leaving else self._fade_in
            part = block[:count]
            np.multiply(part, table[voice.faded : voice.faded + count], out=part)
            voice.faded += count
        if voice.leaving:
            block[max(0, left) :] = 0.0


def on_all_channels(values: NDArray[np.floating | np.integer]) -> NDArray[np.float32]:
    """(n,) to (n, CHANNELS): numpy would allocate if it had to broadcast in the audio callback."""
    return np.repeat(values.astype(np.float32)[:, None], CHANNELS, axis=1)
