"""Windows spread over a track, heard in the one pass over its packets that its identity needs anyway.

No seeking: every packet is read and hashed, only those inside windows are decoded. So it works alike for
every container and codec, with and without an index, and the time of a window is that of the packets before.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from pathlib import Path

import numpy as np
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.error import EOFError as Drained
from av.error import FFmpegError
from av.packet import Packet
from numpy.typing import NDArray

from tivm_desktop.domain.progress import Progress, no_progress
from tivm_desktop.media.audio import RATES_HZ, sane
from tivm_desktop.media.demuxing import packets
from tivm_desktop.media.identity import IdentityDigest
from tivm_desktop.media.mixing import known_layout
from tivm_desktop.media.opening import opened, sound_stream
from tivm_desktop.media.resampling import FloatConverter, form_of, joined

WINDOWS = 13
WINDOW_S = 3
"""How many windows of how many seconds: see ADR 0112."""
SHORTEST_S = 75.0
"""Shorter tracks cost little more whole."""

_PREROLL_S = 0.3
"""What is decoded before a window and left out: an MP3 frame may lean on the 0.26 s before it."""
_JUMP_S = 5.0
"""So far away, or so long, no packet is: that is damage, or another part of a recording."""
_REPORT_PACKETS = 2_000
_MISSTATED = 0.05
"""Share of its length by which a container may be wrong about it before the windows are spread anew."""


@dataclass(frozen=True, slots=True, eq=False)
class SpreadWindows:
    """What one pass over a file's packets gave."""

    audio_id: str
    """As `identity.audio_identity` gives it."""
    duration_s: float
    """Of all packets."""
    rate_hz: int
    layout: str
    channel_names: tuple[str, ...]
    windows: tuple[NDArray[np.float32], ...]
    """In order of time, (channels, WINDOW_S * rate_hz) each, -8..8. Fewer than `WINDOWS` where packets are
    damaged, none of a track that is shorter than `SHORTEST_S`."""


def hear_windows(path: Path, progress: Progress = no_progress) -> SpreadWindows:
    """Read a file's packets and hear the windows.

    Where the container is wrong about the length (damage, or an MP3 without a header), a second pass spreads
    the windows over the true one.

    Args:
        path: Any file with sound that FFmpeg opens.
        progress: Called every few thousand packets at least, with seconds of the track; may raise to cancel.

    Raises:
        MediaError: The file can't be opened, has no sound, or no audio packet in it.
    """
    with opened(path, sound_only=True) as container:
        stream = sound_stream(path, container)
        digest = IdentityDigest(stream)
        stated_s = max((container.duration or 0) / 1e6, 0.0)
        ear = _Ear(stream, spread(stated_s))
        for count, packet in enumerate(packets(container, stream)):
            digest.push(packet)
            ear.take(packet)
            if count % _REPORT_PACKETS == 0:
                progress(ear.time_s, max(stated_s, ear.time_s))
    audio_id, length_s = digest.finish(path), ear.time_s
    progress(length_s, length_s)
    if not spread(length_s):
        return SpreadWindows(audio_id, length_s, 0, "", (), ())
    if abs(length_s - stated_s) > _MISSTATED * length_s:
        ear = _heard_again(path, length_s, progress)
    return ear.finish(audio_id, length_s)


def spread(duration_s: float) -> tuple[float, ...]:
    """Return where the windows of a track begin, seconds: each in the middle of its share of the track."""
    if duration_s < SHORTEST_S:
        return ()
    share = duration_s / WINDOWS
    return tuple((index + 0.5) * share - WINDOW_S / 2 for index in range(WINDOWS))


def _heard_again(path: Path, length_s: float, progress: Progress) -> "_Ear":
    with opened(path, sound_only=True) as container:
        stream = sound_stream(path, container)
        ear = _Ear(stream, spread(length_s))
        for count, packet in enumerate(packets(container, stream)):
            ear.take(packet)
            if count % _REPORT_PACKETS == 0:
                progress(ear.time_s, length_s)
    return ear


class _Ear:
    """Decodes those packets that lie in windows."""

    def __init__(self, stream: AudioStream, starts_s: Sequence[float]) -> None:
        self._codec = stream.codec_context
        self._tick_s = float(stream.time_base) if stream.time_base else 0.0
        self._coming = list(reversed(starts_s))
        self._frames: list[AudioFrame] = []
        self._heard_s = 0.0
        self._listening = False
        self._rate, self._layout = 0, ""
        self._names: tuple[str, ...] = ()
        self._windows: list[NDArray[np.float32]] = []
        self._offset_s = inf
        self.time_s = 0.0
        """Where the next packet begins."""

    def take(self, packet: "Packet[AudioStream]") -> None:
        """Take the next packet of the stream."""
        begin_s = self._begin_s(packet)
        length_s = (packet.duration or 0) * self._tick_s
        self.time_s = begin_s + (length_s if 0 <= length_s < _JUMP_S else 0.0)
        if not self._coming or self.time_s <= self._coming[-1] - _PREROLL_S:
            return
        if not self._listening:
            self._codec.flush_buffers()
            self._listening = True
        frames = self._decoded(packet)
        if begin_s >= self._coming[-1]:
            self._frames += frames
            self._heard_s += sum(frame.samples / frame.sample_rate for frame in frames)
        if self._heard_s >= WINDOW_S or begin_s > self._coming[-1] + 2 * WINDOW_S or not packet.size:
            self._end_window()

    def finish(self, audio_id: str, duration_s: float) -> SpreadWindows:
        """Return what was heard."""
        return SpreadWindows(
            audio_id, duration_s, self._rate, self._layout, self._names, tuple(self._windows)
        )

    def _begin_s(self, packet: "Packet[AudioStream]") -> float:
        """By its timestamp, where that lies near the end of the packet before it.

        A jump in time is none in the sound: when all packets are decoded, their samples follow each other.
        """
        if packet.pts is None:
            return self.time_s
        stamp_s = packet.pts * self._tick_s
        if not -_JUMP_S < stamp_s + self._offset_s - self.time_s < _JUMP_S:
            self._offset_s = self.time_s - stamp_s
        return max(stamp_s + self._offset_s, self.time_s)

    def _decoded(self, packet: "Packet[AudioStream]") -> list[AudioFrame]:
        try:
            return [frame for frame in packet.decode() if frame.samples > 0 and frame.sample_rate > 0]
        except (Drained, FFmpegError):
            return []

    def _end_window(self) -> None:
        self._coming.pop()
        self._listening = False
        frames, self._frames, self._heard_s = self._frames, [], 0.0
        if not frames:
            return
        if not self._rate:
            if not RATES_HZ[0] <= frames[0].sample_rate <= RATES_HZ[1]:
                return
            layout = known_layout(frames[0].layout)
            self._rate, self._layout = frames[0].sample_rate, layout.name
            self._names = tuple(channel.name for channel in layout.channels)
        size = WINDOW_S * self._rate
        samples = self._converted(frames, size)
        if samples.shape[1] >= size:
            self._windows.append(sane(samples[:, :size]))

    def _converted(self, frames: list[AudioFrame], size: int) -> NDArray[np.float32]:
        """(channels, n) without what can't be converted, or what follows another form inside a window."""
        if all(form_of(frame) == ("fltp", self._layout, self._rate) for frame in frames):
            return np.concatenate([np.asarray(frame.to_ndarray(), np.float32) for frame in frames], axis=1)
        one = next(joined(frames, size), None)
        if one is None:
            return np.zeros((len(self._names), 0), np.float32)
        try:
            converter = FloatConverter(*form_of(one), to_layout=self._layout, to_rate=self._rate, block=size)
            blocks = [*converter.push(one), *converter.finish()]
        except (FFmpegError, ValueError):
            blocks = []
        return np.concatenate([np.zeros((len(self._names), 0), np.float32), *blocks], axis=1)
