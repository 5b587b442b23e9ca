"""The picture of a video second by second, in one sequential decode."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from av.container import InputContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream
from numpy.typing import NDArray

from tivm_desktop.domain.analysis import PictureTimeline
from tivm_desktop.domain.progress import Progress, no_progress
from tivm_desktop.media.activity import ActivityMeter
from tivm_desktop.media.colour import Colour, colour_of, luma_of
from tivm_desktop.media.cuts import CutFinder
from tivm_desktop.media.decoding import can_skip, decoded, prepare
from tivm_desktop.media.errors import nothing_decodes
from tivm_desktop.media.frame_clock import FrameClock
from tivm_desktop.media.frame_difference import FrameDifferenceMeter
from tivm_desktop.media.opening import opened, picture_stream
from tivm_desktop.media.picture_distance import THUMBNAIL_SIZE, mean_difference
from tivm_desktop.media.proxy import ProxyWriter
from tivm_desktop.media.rotation import orientation_of
from tivm_desktop.media.scaling import FrameScaler
from tivm_desktop.media.seconds import Chosen, SecondPicker

Picture = NDArray[np.uint8]
PictureListener = Callable[[int, Picture], object]
"""Called with a second and its (H, W, 3) uint8 RGB picture, upright; once for every second, in order."""

_Timed = list[tuple[float, VideoFrame]]
"""Frames, each with the second at which it is shown."""

ROW_SIZE = (224, 224)
"""Width and height at which motion and colours are measured, whatever size an encoder asks for."""

_SHORTEST_STEP_S = 1 / 70
"""Of high-speed video, frames that follow faster are not compared."""
_PACKETS_BETWEEN_REPORTS = 200


def scan_pictures(
    path: Path,
    size: tuple[int, int],
    on_frame: PictureListener,
    progress: Progress = no_progress,
    *,
    threads: int = 0,
    proxy: ProxyWriter | None = None,
) -> PictureTimeline:
    """Decode the video of `path` once from front to back.

    A second is represented by the frame nearest to its middle. The whole frame is squashed to `size`, not
    cropped: what happens at the sides of a wide picture is part of it, and a classifier bears a squashed
    picture better than half a one. There are as many seconds as are started before the last picture ends;
    what a cut-off file lacks is not made up. Memory does not grow with the picture's size times the length:
    about 60 bytes per decoded frame, and 110 more for a moment at the end.

    Args:
        path: The video.
        size: Width and height of the pictures that `on_frame` gets.
        on_frame: Gets the picture of each second as soon as it is known; may keep the array.
        progress: Called at least once per second of video; may raise to stop, everything is closed then.
        threads: Decoder threads, 0 for as many as there are cores. The result does not depend on it.
        proxy: Gets every picture that is decoded.

    Returns:
        The timeline.

    Raises:
        MediaError: `path` can't be opened, has no video (cover art is none), is of recordings joined end to
            end, or not one frame can be decoded.
    """
    with _decoding(path, threads) as (clock, stream, packets):
        scan = _Scan(size, on_frame)
        progress(0.0, clock.total_s)
        for number, frames in enumerate(packets):
            for time_s, frame in frames:
                if proxy is not None:
                    proxy.push(time_s, frame, stream)
                if scan.push(time_s, frame):
                    progress(time_s, clock.total_s)
            if number % _PACKETS_BETWEEN_REPORTS == 0:
                progress(scan.time_s, clock.total_s)
        if not scan.saw_any:
            raise nothing_decodes(path, "video")
        timeline = scan.finish(clock.end_s)
        progress(clock.end_s, clock.total_s)
        return timeline


def copy_pictures(
    path: Path, proxy: ProxyWriter, progress: Progress = no_progress, *, threads: int = 0
) -> None:
    """Decode the video of `path` as `scan_pictures` does, for nothing but its proxy.

    Raises:
        MediaError: as `scan_pictures` does.
    """
    with _decoding(path, threads) as (clock, stream, packets):
        last_s = None
        for frames in packets:
            for last_s, frame in frames:
                proxy.push(last_s, frame, stream)
            progress(last_s or 0.0, clock.total_s)
        if last_s is None:
            raise nothing_decodes(path, "video")


@contextmanager
def _decoding(path: Path, threads: int) -> Iterator[tuple[FrameClock, VideoStream, Iterator[_Timed]]]:
    """Open a video to be decoded once: its clock, its stream, and after each packet the frames that came."""
    skip = can_skip(path, threads)
    with opened(path) as container:
        stream = picture_stream(path, container)
        prepare(stream, skip=skip, threads=threads)
        clock = FrameClock(path, container, stream)
        yield clock, stream, _timed(container, stream, clock)


def _timed(container: InputContainer, stream: VideoStream, clock: FrameClock) -> Iterator[_Timed]:
    for packet, frames in decoded(container, stream):
        clock.note(packet)
        yield [(clock.time_s(frame), frame) for frame in frames]


class _Scan:
    """Takes every decoded frame and gathers the timeline."""

    def __init__(self, size: tuple[int, int], on_frame: PictureListener) -> None:
        self.saw_any = False
        self.time_s = 0.0
        self._picker: SecondPicker[VideoFrame] = SecondPicker()
        self._rows = _Rows(size, on_frame)
        self._thumbnails = FrameScaler(*THUMBNAIL_SIZE)
        self._cuts = CutFinder()
        self._activity = ActivityMeter()
        self._differences = FrameDifferenceMeter()
        self._compared_s = -1.0

    def push(self, time_s: float, frame: VideoFrame) -> bool:
        """Take the next frame; whether it decided any second."""
        if not self.saw_any or time_s - self._compared_s >= _SHORTEST_STEP_S:
            thumbnail = self._thumbnails.rgb(frame)
            self._cuts.push(time_s, thumbnail)
            self._activity.push(time_s, luma_of(thumbnail.astype(np.float32)))
            self._differences.push(time_s, frame)
            self._compared_s = time_s
        decided = 0
        for chosen in self._picker.push(time_s, frame):
            self._rows.add(chosen)
            decided += 1
        self.saw_any = True
        self.time_s = time_s
        return decided > 0

    def finish(self, end_s: float) -> PictureTimeline:
        """The timeline of a video that ends at `end_s`."""
        for chosen in self._picker.finish(end_s):
            self._rows.add(chosen)
        cuts_s = self._cuts.cuts_s()
        count = self._rows.count
        activity = self._activity.per_second(count, cuts_s)
        return self._rows.timeline(self._differences.per_second(count), activity, cuts_s)


class _Rows:
    """Measures the frame of each second and hands it on."""

    def __init__(self, size: tuple[int, int], on_frame: PictureListener) -> None:
        self._size = size
        self._on_frame = on_frame
        self._scalers: dict[tuple[int, int], FrameScaler] = {}
        self._before: Picture | None = None
        self._motion: list[float] = []
        self._colours: list[Colour] = []

    @property
    def count(self) -> int:
        """Rows so far."""
        return len(self._motion)

    def add(self, chosen: Chosen[VideoFrame]) -> None:
        """Take the frame of the next second."""
        measured = self._upright(chosen.frame, ROW_SIZE)
        wanted = measured if self._size == ROW_SIZE else self._upright(chosen.frame, self._size)
        self._motion.append(0.0 if self._before is None else mean_difference(measured, self._before))
        self._colours.append(colour_of(measured))
        self._before = measured
        self._on_frame(chosen.second, wanted)

    def timeline(
        self,
        frame_difference: NDArray[np.float32],
        activity: NDArray[np.float32],
        cuts_s: NDArray[np.float32],
    ) -> PictureTimeline:
        """All rows."""
        return PictureTimeline(
            motion=np.array(self._motion, np.float32),
            frame_difference=frame_difference,
            activity=activity,
            brightness=np.array([colour.brightness for colour in self._colours], np.float32),
            saturation=np.array([colour.saturation for colour in self._colours], np.float32),
            warmth=np.array([colour.warmth for colour in self._colours], np.float32),
            greenness=np.array([colour.greenness for colour in self._colours], np.float32),
            contrast=np.array([colour.contrast for colour in self._colours], np.float32),
            cuts_s=cuts_s,
        )

    def _upright(self, frame: VideoFrame, size: tuple[int, int]) -> Picture:
        orientation = orientation_of(frame)
        stored = orientation.stored_size(size)
        scaler = self._scalers.setdefault(stored, FrameScaler(*stored))
        return orientation.upright(scaler.rgb(frame))
