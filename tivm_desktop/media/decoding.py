"""Decode the pictures of a video from front to back, leaving out what can be left out and what is damaged."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from av.codec.context import ThreadType
from av.container import InputContainer
from av.error import EOFError as Drained
from av.error import FFmpegError
from av.packet import Packet
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from tivm_desktop.media.demuxing import BAD_PACKETS, packets
from tivm_desktop.media.opening import opened, picture_stream

VideoPacket: TypeAlias = "Packet[VideoStream]"

_TRIED_S = 1.2
"""How much of a file is decoded to see whether enough of it is left without non-reference frames."""
_TRIED_PACKETS = 300
_FEWEST_A_SECOND = 4.0


def can_skip(path: Path, threads: int = 0) -> bool:
    """Whether enough pictures are left when those that no other refers to are not decoded.

    Decoding only the others saves a third to a half of the time with the usual two or three B-frames in a
    row. A few cameras mark nearly every frame as not referred to; then, and for very short files, all have
    to be decoded.

    Raises:
        MediaError: The file can't be opened or has no picture.
    """
    with opened(path) as container:
        stream = picture_stream(path, container)
        prepare(stream, skip=True, threads=threads)
        pictures, first_s, last_s = 0, None, 0.0
        for packets, (packet, frames) in enumerate(decoded(container, stream), start=1):
            pictures += len(frames)
            if packet.dts is not None:
                time_s = float(packet.dts * packet.time_base)
                first_s = time_s if first_s is None else first_s
                last_s = max(last_s, time_s)
            span_s = last_s - first_s if first_s is not None else 0.0
            if span_s >= _TRIED_S or packets >= _TRIED_PACKETS:
                pictures += len(_rest(stream))
                return pictures >= _FEWEST_A_SECOND * span_s or pictures >= packets // 2
        return False


def prepare(stream: VideoStream, *, skip: bool, threads: int = 0) -> None:
    """Set up the decoder: on `threads` (0 for all cores), with `skip` without non-reference frames."""
    stream.codec_context.thread_type = ThreadType.AUTO
    stream.codec_context.thread_count = threads
    if skip:
        stream.codec_context.skip_frame = "NONREF"


def decoded(container: InputContainer, stream: VideoStream) -> Iterator[tuple[VideoPacket, list[VideoFrame]]]:
    """Each packet with the pictures that come out of the decoder after it, in order of display.

    The last packet is empty and brings what the decoder still held. Damaged packets bring nothing.
    """
    bad = 0
    for packet in packets(container, stream):
        try:
            frames = packet.decode()
        except Drained:
            return
        except FFmpegError:
            frames = []
        bad = 0 if frames else bad + 1
        yield packet, frames
        if bad == BAD_PACKETS:
            return


def _rest(stream: VideoStream) -> list[VideoFrame]:
    try:
        return stream.codec_context.decode(None)
    except FFmpegError:
        return []
