"""An open video that pictures are taken from: the original or its proxy, in software or on hardware."""

import logging
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from av.error import FFmpegError

from tivm_desktop.domain.errors import MediaError
from tivm_desktop.media.errors import nothing_decodes
from tivm_desktop.media.opening import opened
from tivm_desktop.playback.frame_decoder import FrameDecoder, TimedFrame
from tivm_desktop.playback.frame_queue import VideoFrame
from tivm_desktop.playback.hardware import SOFTWARE, Hardware
from tivm_desktop.playback.picture import PictureConverter
from tivm_desktop.playback.video_listener import PictureKind

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class PictureSource:
    """A decoder and what makes its frames pictures."""

    kind: PictureKind
    decoder: FrameDecoder
    converter: PictureConverter
    first: TimedFrame
    """The first frame, decoded already."""
    decoded_by: str = SOFTWARE

    def picture(
        self, frame: TimedFrame, view: tuple[int, int], following: TimedFrame | None = None
    ) -> VideoFrame:
        """Make a decoded frame of this source a picture for `view`, exact up to the frame that follows it."""
        until_s = following.pts_s if following is not None and self.kind == "original" else frame.pts_s
        return VideoFrame(self.converter.convert(frame.picture, view), frame.pts_s, until_s)

    def nearest(self, time_s: float) -> TimedFrame | None:
        """Return the frame nearest to `time_s`, decoded from the key frame before; None if there is none."""
        before = frame = self.decoder.seek_before(time_s)
        while frame is not None and frame.pts_s < time_s:
            before, frame = frame, self.decoder.next()
        if frame is None or before is None:
            return before
        return frame if frame.pts_s - time_s < time_s - before.pts_s else before


@contextmanager
def open_original(path: Path, hardware: Hardware) -> Iterator[PictureSource]:
    """Open a video on the first hardware that really decodes it, else in software.

    Raises:
        MediaError: it can't be opened, has no picture, or not one frame can be decoded.
    """
    with ExitStack() as stack:
        yield _on_hardware(path, hardware, stack) or _in_software(path, stack)


@contextmanager
def open_proxy(path: Path, original: PictureSource) -> Iterator[PictureSource]:
    """Open the proxy of a video; its pictures get the shape and size of the original's.

    Raises:
        MediaError: it is gone or damaged.
    """
    with opened(path) as container:
        decoder = FrameDecoder(path, container, origin_s=0.0)
        decoder.stream.codec_context.thread_count = 1
        first = decoder.next()
        if first is None:
            raise nothing_decodes(path, "video")
        shown = original.converter.shown_size(original.first.picture)
        yield PictureSource("proxy", decoder, PictureConverter(decoder.stream, shown), first)


def _in_software(path: Path, stack: ExitStack) -> PictureSource:
    container = stack.enter_context(opened(path))
    decoder = FrameDecoder(path, container)
    first = decoder.next()
    if first is None:
        raise nothing_decodes(path, "video")
    return PictureSource("original", decoder, PictureConverter(decoder.stream), first)


def _on_hardware(path: Path, hardware: Hardware, stack: ExitStack) -> PictureSource | None:
    for name in hardware.candidates():
        with ExitStack() as attempt:
            try:
                container = attempt.enter_context(opened(path, hardware.settings(name)))
                decoder = FrameDecoder(path, container)
                first = decoder.next()
            except (MediaError, FFmpegError, RuntimeError, ValueError, NotImplementedError) as error:
                hardware.refused(name, error)
                continue
            if first is None or not hardware.decodes(decoder.stream):
                hardware.refused(name, RuntimeError("it gave no picture"))
                continue
            stack.push(attempt.pop_all())
            _log.info("%s is decoded by %s", path.name, name)
            return PictureSource("original", decoder, PictureConverter(decoder.stream), first, name)
    return None
