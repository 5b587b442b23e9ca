"""The picture of a video, packet by packet as it is, on the clock of the audition."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, cast

from av.container import InputContainer, OutputContainer
from av.container.core import Flags
from av.error import FFmpegError

from tivm_desktop.handoff.errors import without_times
from tivm_desktop.handoff.forms import Form, tag_for
from tivm_desktop.media.errors import media_error
from tivm_desktop.media.opening import picture_stream

if TYPE_CHECKING:
    from av.packet import Packet
    from av.video.stream import VideoStream

_USUAL_RATE = 25
"""Frames a second where a file does not say; only the length of the last frame hangs on it."""
_LEAST_TICKS = 1_000
_MOST_TICKS = 1_000_000


def codec_of(stream: "VideoStream") -> str:
    """Return FFmpeg's name of what a stream is coded in, whichever decoder reads it."""
    return stream.codec_context.codec.canonical_name


@dataclass(frozen=True, slots=True)
class CopiedPacket:
    """A packet of the copied stream."""

    packet: "Packet[VideoStream]"
    from_s: float
    """When it is to be decoded, seconds of the video."""
    until_s: float
    """Until when its picture is shown, seconds of the video."""


class PictureCopy:
    """Copies the stream that is seen in the audition into another file.

    Nothing is decoded. All timestamps move by the same number of ticks, so that second 0 of the new file is
    second 0 of the audition, which is where the source file starts; a picture that begins later begins as
    much later in the copy.
    """

    def __init__(self, path: Path, source: InputContainer) -> None:
        """Take the stream that a player would choose.

        Raises:
            MediaError: There is no picture.
        """
        self._path = path
        self._source = source
        self._stream = picture_stream(path, source)
        self._base = self._stream.time_base or Fraction(1, 1_000_000)
        self._origin = round(Fraction(source.start_time or 0, 1_000_000) / self._base)
        rate = self._stream.average_rate or self._stream.guessed_rate
        self._frame_ticks = max(round(1 / (rate or _USUAL_RATE) / self._base), 1)
        self._copy: VideoStream | None = None
        source.flags |= cast("int", Flags.gen_pts.value)

    @property
    def movie_ticks(self) -> int:
        """Ticks a second with which a container can say exactly when the picture begins."""
        ticks = self._base.denominator
        return ticks * -(-_LEAST_TICKS // ticks) if ticks <= _MOST_TICKS else _LEAST_TICKS

    def add_to(self, target: OutputContainer, form: Form) -> None:
        """Have `packets` yield packets for a stream of `target`.

        Raises:
            ValueError: The form does not take the stream.
        """
        codec = self._stream.codec_context
        copy = target.add_stream_from_template(self._stream, opaque=True)
        copy.time_base = self._base
        has_tags = "mov" in self._source.format.name.split(",")
        tag = tag_for(form, codec_of(self._stream), codec.codec_tag, source_has_tags=has_tags)
        if tag is not None:
            copy.codec_context.codec_tag = tag
        self._copy = copy

    def packets(self) -> Iterator[CopiedPacket]:
        """Yield all packets in the order of the file; to be called once.

        Raises:
            ExportError: The file does not say when its pictures are shown.
            MediaError: The file can't be read on.
        """
        for packet in self._read():
            if packet.pts is not None:
                packet.pts -= self._origin
            if packet.dts is not None:
                packet.dts -= self._origin
            packet.duration = packet.duration or self._frame_ticks
            decoded = packet.dts if packet.dts is not None else packet.pts
            if decoded is None:
                raise without_times(self._path)
            shown = packet.pts if packet.pts is not None else decoded
            from_s, until_s = float(decoded * self._base), float((shown + packet.duration) * self._base)
            if self._copy is not None:
                packet.stream = self._copy
            yield CopiedPacket(packet, from_s, until_s)

    def _read(self) -> "Iterator[Packet[VideoStream]]":
        try:
            for packet in self._source.demux(self._stream):
                if packet.size:
                    yield packet
        except FFmpegError as error:
            raise media_error(self._path, error) from error
