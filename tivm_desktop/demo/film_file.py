"""The film as a file."""

from collections.abc import Iterator
from contextlib import closing
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, cast

import av
from av.codec import Codec
from av.codec.codec import UnknownCodecError
from av.container import OutputContainer
from av.video.reformatter import Interpolation, VideoReformatter

from tivm_desktop.demo.ahead import ahead
from tivm_desktop.demo.canvas import RATE, Canvas
from tivm_desktop.demo.film import SHOTS, pictures, soundtrack
from tivm_desktop.demo.sound_file import sound_frames
from tivm_desktop.demo.synth import RATE as SOUND_RATE
from tivm_desktop.domain.progress import Progress
from tivm_desktop.handoff.atomic import new_file

if TYPE_CHECKING:
    from av.audio.stream import AudioStream
    from av.packet import Packet
    from av.video.stream import VideoStream

SIZE = Canvas(960, 540)
SHORT_SIZE = Canvas(320, 180)
SHORT_SPEED = 6.0
_ENCODERS = (
    ("libx264", {"preset": "ultrafast", "crf": "20", "g": "60"}),
    ("mpeg4", {"qmin": "2", "qmax": "5"}),
)
"""The best first; a build of FFmpeg without it takes the next."""
_BLOCK = 1024
_TOLD_EVERY = 15
_AHEAD = 8
"""Pictures that are drawn before they are encoded."""


def write_film(path: Path, progress: Progress, *, short: bool = False) -> None:
    """Draw the film into an MP4 file that is whole or not there.

    Args:
        path: its name and folder.
        progress: hears of seconds of film; may raise `CancelledError`.
        short: small and quick, for tests.

    Raises:
        FileError: it can't be written.
        CancelledError: `progress` raised it.
    """
    canvas, speed = (SHORT_SIZE, SHORT_SPEED) if short else (SIZE, 1.0)
    total_s = sum(round(seconds / speed * RATE) for seconds, _ in SHOTS) / RATE
    with new_file(path, replace=True) as made:
        with av.open(made.stream, "w", format="mp4") as container:
            _write(container, canvas, speed, total_s, progress)
        made.publish()


def _write(
    container: OutputContainer, canvas: Canvas, speed: float, total_s: float, progress: Progress
) -> None:
    name, options = _encoder()
    stream = cast("VideoStream", container.add_stream(name, RATE, options=dict(options)))
    stream.width, stream.height, stream.pix_fmt = canvas.width, canvas.height, "yuv420p"
    stream.codec_context.thread_count = 2
    stream.codec_context.time_base = Fraction(1, RATE)
    sound = _sound_packets(container, total_s)
    heard = next(sound, None)
    reformatter = VideoReformatter()
    with closing(ahead(pictures(canvas, speed), _AHEAD)) as drawn:
        for number, picture in enumerate(drawn):
            if number % _TOLD_EVERY == 0:
                progress(number / RATE, total_s)
            coloured = av.VideoFrame.from_ndarray(picture, format="rgb24")
            frame = reformatter.reformat(
                coloured, format="yuv420p", interpolation=Interpolation.POINT, threads=1
            )
            frame.pts, frame.time_base = number, Fraction(1, RATE)
            container.mux(stream.encode(frame))
            while heard is not None and float((heard.pts or 0) * (heard.time_base or 0)) <= number / RATE:
                container.mux(heard)
                heard = next(sound, None)
    container.mux(stream.encode(None))
    while heard is not None:
        container.mux(heard)
        heard = next(sound, None)


def _sound_packets(container: OutputContainer, total_s: float) -> "Iterator[Packet[AudioStream]]":
    stream = container.add_stream("aac", SOUND_RATE, options={"aac_coder": "fast"}, layout="stereo")
    stream.bit_rate = 96_000
    stream.codec_context.format = "fltp"
    return _encoded(stream, total_s)


def _encoded(stream: "AudioStream", total_s: float) -> "Iterator[Packet[AudioStream]]":
    for frame in sound_frames(soundtrack(total_s), _BLOCK):
        yield from stream.encode(frame)
    yield from stream.encode(None)


def _encoder() -> tuple[str, dict[str, str]]:
    for name, options in _ENCODERS[:-1]:
        try:
            Codec(name, "w")
        except UnknownCodecError:
            continue
        return name, options
    return _ENCODERS[-1]
