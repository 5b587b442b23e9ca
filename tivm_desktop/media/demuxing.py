"""Reading the packets of a stream past places that can't be read."""

from collections.abc import Iterator
from typing import TypeVar

from av.audio.stream import AudioStream
from av.container import InputContainer
from av.error import FFmpegError
from av.packet import Packet
from av.video.stream import VideoStream

AnyStream = TypeVar("AnyStream", VideoStream, AudioStream)

BAD_PACKETS = 5_000
"""So many errors in a row are taken for the end of the file."""


def packets(container: InputContainer, stream: AnyStream) -> "Iterator[Packet[AnyStream]]":
    """Yield the packets of `stream` in the order of the file, the empty last one included.

    After an error, reading goes on behind it.
    """
    errors = 0
    reading = container.demux(stream)
    while errors < BAD_PACKETS:
        try:
            packet = next(reading, None)
        except FFmpegError:
            errors += 1
            reading = container.demux(stream)
            continue
        if packet is None:
            return
        errors = 0
        yield packet
