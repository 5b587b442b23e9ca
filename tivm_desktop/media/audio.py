"""Sound of any file that PyAV opens, as blocks of float32 samples in bounded memory."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from fractions import Fraction
from itertools import chain, islice, pairwise
from pathlib import Path

import numpy as np
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.error import EOFError as Drained
from av.error import FFmpegError
from numpy.typing import NDArray

from tivm_desktop.domain.errors import MediaError
from tivm_desktop.media.demuxing import BAD_PACKETS, packets
from tivm_desktop.media.errors import nothing_decodes
from tivm_desktop.media.mixing import known_layout, mix_matrix, mixed
from tivm_desktop.media.opening import opened, sound_stream
from tivm_desktop.media.resampling import FloatConverter, form_of, joined

RATES_HZ = (1_000, 1_000_000)
"""Rates outside of this are damage, not sound."""
LOUDEST = 8.0
"""Samples beyond this (18 dB over full scale) are damage and are cut down to it."""

_PREROLL_S = 1
"""How far before a start decoding begins, so that codecs that lean on earlier packets have settled."""
_FRAMES_COMPARED = 8


def audio_blocks(
    path: Path, rate: int, channels: int, *, block_s: float = 1.0, start_s: float = 0.0
) -> Iterator[NDArray[np.float32]]:
    """Decode the sound of a file block by block.

    Second 0 is the first sample that is to be heard: codec delay and priming are left out as FFmpeg knows
    them. Damaged packets are skipped. Samples that are not numbers become 0.

    Args:
        path: The file.
        rate: Rate of the blocks, Hz.
        channels: 1 for the mono mix (see `mixing`), 2 for stereo.
        block_s: Seconds a block; only the last one is shorter.
        start_s: Where to begin, to the sample; beyond the end there are no blocks.

    Yields:
        (n, channels) float32, full scale is 1.

    Raises:
        MediaError: The file can't be opened, has no sound, or nothing of it can be decoded.
    """
    with open_sound(path) as sound:
        matrix = mix_matrix(sound.channel_names, channels)
        for block in sound.blocks(rate, block_s=block_s, start_s=start_s):
            yield mixed(block, matrix)


@contextmanager
def open_sound(path: Path) -> Iterator["SoundFile"]:
    """Open the sound of a file in the form it has there; closed at the end whatever happens.

    Raises:
        MediaError: The file can't be opened, has no sound, or nothing of it can be decoded.
    """
    with opened(path, sound_only=True) as container:
        stream = sound_stream(path, container)
        yield SoundFile(path, container, stream)


class SoundFile:
    """The sound of an open file, in the form of its first frame throughout."""

    def __init__(self, path: Path, container: InputContainer, stream: AudioStream) -> None:
        self._path = path
        self._container = container
        self._stream = stream
        self._frames = _decoded(container, stream)
        first = next(self._frames, None)
        if first is None:
            raise nothing_decodes(path, "audio")
        low, high = RATES_HZ
        if not low <= first.sample_rate <= high:
            raise MediaError(
                path,
                f"{path.name} is damaged, it claims {first.sample_rate} samples a second: "
                "copy or export it again.",
            )
        self._first = first
        self._has_timestamps = first.pts is not None
        self._start_ticks = first.pts or 0
        self._time_base = first.time_base or Fraction(1, first.sample_rate)
        self.rate_hz: int = first.sample_rate
        layout = known_layout(first.layout)
        self.layout: str = layout.name
        self.channel_names: tuple[str, ...] = tuple(channel.name for channel in layout.channels)
        self.stated_duration_s: float = max((container.duration or 0) / 1e6, 0.0)
        """What the file says of its length; 0 where it says nothing. Never to be relied on."""

    def blocks(
        self, rate: int, *, block_s: float = 1.0, start_s: float = 0.0
    ) -> Iterator[NDArray[np.float32]]:
        """Decode; to be called once.

        Yields:
            (channels, n) float32 in the file's own layout, all of one length but the last. Not a number
            is 0.

        Raises:
            MediaError: Nothing of what is decoded is sound in a form that can be converted.
        """
        frames, skipped = self._from(round(start_s * self.rate_hz))
        size = max(round(block_s * rate), 1)
        found = start_s > 0
        for block in _regrouped(self._converted(frames, skipped, rate, size), size):
            found = True
            yield sane(block)
        if not found:
            raise nothing_decodes(self._path, "audio")

    def _converted(
        self, frames: Iterable[AudioFrame], skipped: int, rate: int, size: int
    ) -> Iterator[NDArray[np.float32]]:
        converter: FloatConverter | None = None
        for frame in joined(frames, max(size * self.rate_hz // rate, 1)):
            form = form_of(frame)
            if converter is None or converter.takes != form:
                if converter is not None:
                    yield from converter.finish()
                try:
                    converter = FloatConverter(
                        *form, to_layout=self.layout, to_rate=rate, block=size, skipped=skipped
                    )
                except (FFmpegError, ValueError):
                    converter = None
                    continue
                skipped = 0
            yield from converter.push(frame)
        if converter is not None:
            yield from converter.finish()

    def _from(self, start_sample: int) -> tuple[Iterator[AudioFrame], int]:
        """The frames from the one with a sample on, and how many samples of that one lie before it."""
        frames: Iterator[AudioFrame] = chain([self._first], self._frames)
        position = 0
        if self._seek_is_exact() and start_sample > 2 * _PREROLL_S * self.rate_hz:
            frames, position = self._sought(start_sample - _PREROLL_S * self.rate_hz)
            if position > start_sample:
                frames, position = self._sought(0)
        for frame in frames:
            end = position + frame.samples * self.rate_hz // frame.sample_rate
            if end > start_sample:
                before = (start_sample - position) * frame.sample_rate // self.rate_hz
                return chain([frame], frames), max(before, 0)
            position = end
        return iter(()), 0

    def _sought(self, sample: int) -> tuple[Iterator[AudioFrame], int]:
        """Frames that begin at or before a sample, if the file's index is right, and where they begin.

        In the middle of a program stream the first frames found can have timestamps of others: what counts is
        that of the first one that the next one follows.
        """
        ticks = round(Fraction(sample, self.rate_hz) / self._time_base) + self._start_ticks
        self._container.seek(ticks, stream=self._stream)
        frames = _decoded(self._container, self._stream)
        begun = list(islice(frames, _FRAMES_COMPARED if sample else 1))
        if not begun:
            return iter(()), 0
        first = next((n for n, pair in enumerate(pairwise(begun)) if self._follow(*pair)), 0)
        ticks_in = (begun[first].pts or 0) - self._start_ticks
        return chain(begun[first:], frames), round(ticks_in * self._time_base * self.rate_hz)

    def _follow(self, frame: AudioFrame, after: AudioFrame) -> bool:
        """Whether one frame begins where the other ends, by their timestamps and but for rounding."""
        if frame.pts is None or after.pts is None:
            return False
        apart = (after.pts - frame.pts) * self._time_base - Fraction(frame.samples, frame.sample_rate)
        return abs(apart) <= self._time_base + Fraction(1, self.rate_hz)

    def _seek_is_exact(self) -> bool:
        return self._has_timestamps and self._time_base * self.rate_hz <= 1


def _decoded(container: InputContainer, stream: AudioStream) -> Iterator[AudioFrame]:
    bad = 0
    for packet in packets(container, stream):
        if bad == BAD_PACKETS:
            return
        try:
            frames = packet.decode()
        except Drained:
            return
        except FFmpegError:
            bad += 1
            continue
        for frame in frames:
            if frame.samples > 0:
                bad = 0
                yield frame


def _regrouped(arrays: Iterable[NDArray[np.float32]], size: int) -> Iterator[NDArray[np.float32]]:
    left: NDArray[np.float32] | None = None
    for array in arrays:
        held = array if left is None else np.concatenate([left, array], axis=1)
        while held.shape[1] >= size:
            yield held[:, :size]
            held = held[:, size:]
        left = held if held.shape[1] else None
    if left is not None:
        yield left


def sane(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return samples of any shape in which what is not a number is 0, and nothing is beyond `LOUDEST`."""
    if max(samples.max(), -samples.min()) <= LOUDEST:
        return samples
    return np.clip(np.nan_to_num(samples, nan=0.0, posinf=LOUDEST, neginf=-LOUDEST), -LOUDEST, LOUDEST)
