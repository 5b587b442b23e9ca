"""The proxy: a small copy of a video's picture in which every moment is found quickly."""

import logging
import os
from fractions import Fraction
from math import inf
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import cast

import av
import numpy as np
from av.container import OutputContainer
from av.error import FFmpegError
from av.video.frame import VideoFrame
from av.video.reformatter import Colorspace, Interpolation, VideoReformatter
from av.video.stream import VideoStream
from numpy.typing import NDArray

from tivm_desktop.media.probe import square_pixel_size
from tivm_desktop.media.rotation import Orientation, orientation_of
from tivm_desktop.media.scaling import colour_matrix

PROXY_VERSION = "proxy-1"
"""Part of a proxy's name: another way of making it is another file."""
SUFFIX = ".mkv"
LONGEST_EDGE = 640

_CODEC = "mpeg4"
_QUALITY = {"qmin": "4", "qmax": "4"}
_TICK = Fraction(1, 1000)
_NOMINAL_RATE = 25
_SHORTEST_STEP_S = 1 / 32
"""Pictures that follow faster than that are left out."""
_WAITING = 4
"""Pictures that wait to be written before whoever brings the next one has to wait."""

_log = logging.getLogger(__name__)


_Picture = tuple[int, VideoFrame]


class ProxyWriter:
    """Writes the pictures of one video, as they are decoded anyway, to a small file.

    They are upright, have square pixels, and keep the times of the original. The file appears under its name
    when it is complete. What goes wrong with writing stops nothing: it becomes `problem`. Scaling and
    encoding happen on a thread, beside the decoding of the next pictures.
    """

    def __init__(self, path: Path) -> None:
        """Make a writer of the file `path`; nothing is written before the first picture."""
        self._path = path
        self._part = path.with_name(f".{path.name}.{os.getpid()}.part")
        self._container: OutputContainer | None = None
        self._stream: VideoStream | None = None
        self._reformatter = VideoReformatter()
        self._orientation = Orientation()
        self._matrix = Colorspace.ITU709
        """Of the small copy's colours: named in it, as a smaller size hides what the original's is."""
        self._last_s = -inf
        self._waiting: Queue[_Picture | None] = Queue(_WAITING)
        self._thread: Thread | None = None
        self.problem = ""
        """Why there won't be a proxy, as one sentence; empty while nothing is wrong."""

    def push(self, time_s: float, frame: VideoFrame, stream: VideoStream) -> None:
        """Take the next picture of `stream`, shown at `time_s` seconds of the video."""
        if self.problem or time_s - self._last_s < _SHORTEST_STEP_S:
            return
        self._last_s = time_s
        if self._thread is None:
            shown = orientation_of(frame).stored_size(square_pixel_size(frame, stream))
            self._thread = Thread(target=self._work, args=(shown,), name="proxy-writer", daemon=True)
            self._thread.start()
        self._waiting.put((round(time_s / _TICK), frame))

    def finish(self) -> Path | None:
        """Complete the file and return its path; None if there is none."""
        self._end_thread()
        container, stream = self._container, self._stream
        if container is not None and stream is not None and not self.problem:
            try:
                container.mux(stream.encode(None))
                container.close()
                self._part.replace(self._path)
            except (OSError, FFmpegError) as error:
                self._give_up(error)
            else:
                return self._path
        self.abandon()
        return None

    def abandon(self) -> None:
        """Leave nothing of the file behind, unless it is complete."""
        self._end_thread()
        container, self._container = self._container, None
        try:
            if container is not None:
                container.close()
            self._part.unlink(missing_ok=True)
        except (OSError, FFmpegError):
            _log.debug("%s is left behind", self._part)

    def _end_thread(self) -> None:
        thread, self._thread = self._thread, None
        if thread is not None:
            self._waiting.put(None)
            thread.join()

    def _work(self, shown: tuple[int, int]) -> None:
        """Write what comes in until None does; after a problem, whatever it is, only throw it away.

        Whoever brings pictures waits for this thread, so it never ends before.
        """
        while (picture := self._waiting.get()) is not None:
            if self.problem:
                continue
            try:
                if self._container is None:
                    self._open(picture[1], shown)
                self._write(*picture)
            except Exception as error:
                self._give_up(error)

    def _open(self, frame: VideoFrame, shown: tuple[int, int]) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._orientation = orientation_of(frame)
        container = av.open(f"file:{self._part.absolute()}", "w", format="matroska")
        self._container = container
        stream = cast("VideoStream", container.add_stream(_CODEC, _NOMINAL_RATE, options=dict(_QUALITY)))
        stream.width, stream.height = proxy_size(shown)
        stream.pix_fmt = "yuv420p"
        context = stream.codec_context
        context.time_base = _TICK
        context.gop_size = 1
        context.thread_count = 1
        self._matrix = colour_matrix(frame)
        context.colorspace = self._matrix
        self._stream = stream

    def _write(self, tick: int, frame: VideoFrame) -> None:
        if self._container is None or self._stream is None:
            return
        width, height = self._orientation.stored_size((self._stream.width, self._stream.height))
        small = self._reformatter.reformat(
            frame,
            width,
            height,
            "yuv420p",
            src_colorspace=colour_matrix(frame),
            dst_colorspace=self._matrix,
            interpolation=Interpolation.FAST_BILINEAR,
            threads=1,
        )
        if self._orientation != Orientation():
            small = _upright(small, self._orientation)
        small.pts, small.time_base, small.pict_type = tick, _TICK, 0
        self._container.mux(self._stream.encode(small))

    def _give_up(self, error: Exception) -> None:
        _log.warning("no proxy at %s: %r", self._path, error)
        reason, remedy = type(error).__name__, "close other programs and open the video again"
        if isinstance(error, OSError | FFmpegError):
            reason = error.strerror or reason
            remedy = "make room there or choose another place with --profile DIR"
        self.problem = (
            f"No small copy of the picture can be kept in {self._path.parent} ({reason}), so dragging over "
            f"the timeline shows fewer pictures: {remedy}."
        )


def proxy_size(shown: tuple[int, int]) -> tuple[int, int]:
    """Even (width, height) of a picture `shown` at that size, its longest edge at most `LONGEST_EDGE`."""
    scale = min(1.0, LONGEST_EDGE / max(shown))
    width, height = (max(2, round(side * scale / 2) * 2) for side in shown)
    return width, height


def _upright(frame: VideoFrame, orientation: Orientation) -> VideoFrame:
    """Turn a stored yuv420p frame as it is shown, plane by plane."""
    stored = frame.to_ndarray()
    width, height = frame.width, frame.height
    luma = stored[:height]
    chroma = stored[height:].reshape(2, height // 2, width // 2)
    planes: list[NDArray[np.uint8]] = [orientation.upright(plane) for plane in (luma, *chroma)]
    shown_width = planes[0].shape[1]
    packed = np.concatenate([plane.ravel() for plane in planes]).reshape(-1, shown_width)
    turned = VideoFrame.from_ndarray(packed, format="yuv420p")
    turned.color_range = frame.color_range
    return turned
