"""Pictures for playing backwards: a group (GOP) is decoded forwards at a time, and handed out in reverse."""

from collections.abc import Callable

from tivm_desktop.playback.frame_decoder import TimedFrame
from tivm_desktop.playback.picture_source import PictureSource

GOP_BYTES = 192 * 1024 * 1024
FEWEST = 8
MOST = 64


class Thinned:
    """Keeps at most `most` of the frames it is given: each time it is full, every other goes."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._stride = 1
        self._seen = 0
        self.frames: list[TimedFrame] = []
        """What is kept, in the order in which it came."""

    def add(self, frame: TimedFrame) -> None:
        """Take the next frame."""
        if self._seen % self._stride == 0:
            if len(self.frames) == self._most:
                self.frames = self.frames[::2]
                self._stride *= 2
            if self._seen % self._stride == 0:
                self.frames.append(frame)
        self._seen += 1


def gop_before(source: PictureSource, time_s: float, wanted: Callable[[], bool]) -> list[TimedFrame]:
    """Return frames before `time_s`, from the key frame on: the last is nearest to it.

    Of a group that would take too much memory, only some are kept. Empty where nothing comes before, or
    once it is not `wanted` any more.
    """
    frame = source.decoder.seek_before(max(0.0, time_s - 1e-3))
    if frame is None:
        return []
    size = sum(plane.buffer_size for plane in frame.picture.planes)
    kept = Thinned(min(MOST, max(FEWEST, GOP_BYTES // size)))
    while frame is not None and frame.pts_s < time_s:
        if not wanted():
            return []
        kept.add(frame)
        frame = source.decoder.next()
    return kept.frames
