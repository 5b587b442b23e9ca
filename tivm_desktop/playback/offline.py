"""The mix as it is heard, without a device: for writing it into a file."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.ducking import duck_gains
from tivm_desktop.domain.mix import Mix, SpeechSpans
from tivm_desktop.domain.placed_track import PlacedTrack
from tivm_desktop.media.audio import audio_blocks
from tivm_desktop.playback.ducker import GAINS_HZ
from tivm_desktop.playback.mixer import Mixer
from tivm_desktop.playback.pace import Pace
from tivm_desktop.playback.sound_backwards import SoundReader
from tivm_desktop.playback.voice import CHANNELS, Voice

BLOCK = 1024
"""Samples a block, but for the last one."""
_DECODED_S = 1.0


class WaitingSource:
    """Samples of a file, decoded when they are asked for; `SampleSource` for a mix that nobody waits for."""

    def __init__(self, path: Path, rate_hz: int, first_sample: int, read: SoundReader) -> None:
        """Begin `path` at `first_sample`, at `rate_hz`; below 0 means 0. Nothing is read yet."""
        self._next = max(0, first_sample)
        self._blocks = read(path, rate_hz, CHANNELS, block_s=_DECODED_S, start_s=self._next / rate_hz)
        self._rest: NDArray[np.float32] = np.zeros((0, CHANNELS), np.float32)

    @property
    def finished(self) -> bool:
        """True: what `read_into` leaves empty is beyond the end."""
        return True

    def read_into(self, out: NDArray[np.float32], sample: int) -> int:
        """Fill `out` from index `sample` on, which only ever rises.

        Raises:
            MediaError: The file can't be decoded.
        """
        filled = 0
        while filled < len(out):
            if not len(self._rest):
                block = next(self._blocks, None)
                if block is None:
                    break
                self._rest = block
            skipped = min(len(self._rest), sample + filled - self._next)
            taken = self._rest[skipped : skipped + len(out) - filled]
            out[filled : filled + len(taken)] = taken
            filled += len(taken)
            self._next += skipped + len(taken)
            self._rest = self._rest[skipped + len(taken) :]
        return filled


def mixed_blocks(
    video: Path,
    original_start_s: float | None,
    track: PlacedTrack | None,
    mix: Mix,
    speech: SpeechSpans,
    *,
    until_s: float,
    rate_hz: int = 48_000,
    read: SoundReader = audio_blocks,
) -> Iterator[NDArray[np.float32]]:
    """Mix a video's own sound and a track exactly as the player does.

    The same gains, level matching, ducking, placement, fades at begin and end, and limiter: the blocks hold
    what is heard when playing is started at second 0.

    Args:
        video: The video.
        original_start_s: Second of the video at which its own sound begins; None where it has none.
        track: The music; None for none.
        mix: Volumes, mutes, solo and ducking.
        speech: Where somebody speaks in the original.
        until_s: Second of the video at which the mix ends, faded out.
        rate_hz: Rate of the blocks.
        read: Decodes sound files.

    Yields:
        (`BLOCK`, 2) float32 within -1..1, the last block shorter; together
        round(`until_s` * `rate_hz`) samples. Each block is an array of its own.

    Raises:
        MediaError: A sound that is mixed can't be decoded.
    """
    pace = Pace(rate_hz)
    end = pace.sample_at(until_s)
    voices: list[Voice] = []
    if original_start_s is not None and mix.original_gain > 0.0:
        offset = -pace.sample_at(original_start_s)
        voices.append(Voice(WaitingSource(video, rate_hz, offset, read), offset, mix.original_gain))
    if track is not None and mix.music_gain > 0.0:
        offset = pace.sample_at(track.placement_s)
        source = WaitingSource(track.path, rate_hz, offset, read)
        voices.append(Voice(source, offset, track.gain * mix.music_gain, ducked=True))
    mixer = Mixer(rate_hz, lambda _: None)
    if mix.ducking.on:
        mixer.ducker.set_gains(duck_gains(speech, mix.ducking, GAINS_HZ))
    mixer.begin(0, 0, end, tuple(voices), pace)
    while mixer.position < end:
        block = np.empty((min(BLOCK, end - mixer.position), CHANNELS), np.float32)
        mixer.render(block, 0.0)
        yield block
