"""What the frame thread does with an open video: one picture after the other into the queue."""

import logging
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from tivm_desktop.domain.errors import MediaError
from tivm_desktop.playback.frame_decoder import TimedFrame
from tivm_desktop.playback.frame_queue import SAME_TIME_S, FrameQueue, Target, VideoFrame
from tivm_desktop.playback.hardware import SOFTWARE, HardwareFailedError
from tivm_desktop.playback.late_pictures import (
    FAR_BEHIND_S,
    LATE_S,
    PATIENCE_S,
    SHORT_PATIENCE_S,
    LatePictures,
)
from tivm_desktop.playback.picture_backwards import gop_before
from tivm_desktop.playback.picture_source import PictureSource, open_proxy
from tivm_desktop.playback.video_listener import VideoListener

RESTS_S = 0.08
"""Scrubbing rests once no move has come for so long: then the exact picture is decoded."""
_FULLY_DECODED_S = 0.5
_BREAKS_OFF_S = 1.0

_log = logging.getLogger(__name__)


@dataclass
class Wishes:
    """What the player wants besides seeks; written by its thread, read by the frame thread."""

    view: tuple[int, int]
    patience_s: float = PATIENCE_S
    proxy: Path | None = None
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class _Arrival:
    """The exact picture of a second, and where the decoder stands after it."""

    time_s: float
    view: tuple[int, int]
    shown: VideoFrame
    following: TimedFrame | None
    ends_s: float


class Showing:
    """Shows one open video as the queue's target asks, from its proxy where that is better."""

    def __init__(
        self,
        original: PictureSource,
        queue: FrameQueue,
        wishes: Wishes,
        position: Callable[[], float],
        listener: VideoListener,
    ) -> None:
        """Join the parts; `position` tells where the clock stands, seconds of the video."""
        self._original = original
        self._queue = queue
        self._wishes = wishes
        self._position = position
        self._listener = listener
        self._proxy: PictureSource | None = None
        self._proxy_path: Path | None = None
        self._opened = ExitStack()
        self._told: PictureSource | None = None
        self._arrival: _Arrival | None = None
        self._untouched = True
        self._patience_s = wishes.patience_s

    def run(self) -> None:
        """Show until the wish is that it stops.

        Raises:
            MediaError: the file can't be searched or read.
            HardwareFailedError: decoding broke off that software may go on with.
        """
        with self._opened:
            while not self._wishes.stopped:
                target = self._queue.target
                if target.mode == "scrub":
                    self._scrub(target)
                elif target.mode == "back":
                    self._play_back(target)
                else:
                    self._play_on(target)

    def _play_on(self, target: Target) -> None:
        proxy = self._find_proxy() if target.mode == "fast" else None
        source = proxy or self._original
        self._tell(source)
        frame = self._begin(source, target)
        late = LatePictures(patience_s=self._patience_s)
        while not self._superseded(target):
            self._wait_for_need(target, more=frame is not None)
            if frame is None or self._superseded(target):
                continue
            behind_s = self._position() - frame.pts_s
            if source is self._original:
                too_slow = late.is_too_slow(behind_s)
                self._patience_s = late.patience_s
                proxy = self._find_proxy() if too_slow else None
                if proxy is not None:
                    self._patience_s = min(SHORT_PATIENCE_S, self._wishes.patience_s)
                    source, frame = proxy, proxy.decoder.seek_before(self._position())
                    self._tell(source)
                    continue
            if self._queue.has_first and late.may_jump(behind_s):
                frame = source.decoder.seek_before(self._position()) or frame
            else:
                source.decoder.skip_unneeded(target.mode == "fast" or behind_s > FAR_BEHIND_S)
            frame = self._offer_next(source, frame, target, late)

    def _begin(self, source: PictureSource, target: Target) -> TimedFrame | None:
        """Offer the picture of the target's time; return the frame that follows it, None at the end."""
        if source is self._original and self._untouched and target.number == 0:
            self._untouched = False
            return source.first
        arrival = self._arrive(source, target.time_s, lambda: not self._superseded(target))
        if arrival is None:
            return None
        self._put(arrival.shown, target)
        if arrival.following is None:
            self._end_at(source, arrival.ends_s)
        return arrival.following

    def _offer_next(
        self, source: PictureSource, frame: TimedFrame, target: Target, late: LatePictures
    ) -> TimedFrame | None:
        """Offer a frame unless it is left out; return the following one."""
        behind_s = self._position() - frame.pts_s
        left_out = late.leaves_out(behind_s, first=not self._queue.has_first)
        following = source.decoder.next()
        if not left_out or following is None:
            exact = following if target.mode == "on" and behind_s <= FAR_BEHIND_S else None
            self._put(source.picture(frame, self._wishes.view, exact), target)
        if following is None:
            self._end_at(source, frame.until_s)
        return following

    def _arrive(self, source: PictureSource, time_s: float, wanted: Callable[[], bool]) -> _Arrival | None:
        """Decode the exact picture of a time; None if there is none, or it is not `wanted` any more."""
        view = self._wishes.view
        known = self._arrival
        if source is self._original:
            self._arrival = None
            if known is not None and known.time_s == time_s and known.view == view:
                return known
        self._untouched = self._untouched and source is not self._original
        sought_s = time_s + SAME_TIME_S
        frame = source.decoder.seek_before(sought_s)
        while frame is not None:
            if not wanted():
                return None
            source.decoder.skip_unneeded(frame.until_s < sought_s - _FULLY_DECODED_S)
            following = source.decoder.next()
            if following is None or following.pts_s > sought_s:
                shown = source.picture(frame, view, following)
                return _Arrival(time_s, view, shown, following, frame.until_s)
            frame = following
        return None

    def _scrub(self, target: Target) -> None:
        """Show a picture near the target at once, and the exact one if scrubbing rests there."""
        proxy = self._find_proxy()
        if proxy is not None:
            nearest = proxy.nearest(target.time_s)
        else:
            self._arrival, self._untouched = None, False
            nearest = self._original.decoder.seek_before(target.time_s)
        source = proxy or self._original
        self._tell(source)
        if nearest is not None:
            self._put(source.picture(nearest, self._wishes.view), target)
        if self._queue.wait_until(lambda: self._superseded(target), RESTS_S):
            return
        self._arrival = self._arrive(
            self._original, target.time_s, lambda: self._still_goes_to(target.time_s)
        )
        if self._arrival is not None and not self._superseded(target):
            self._tell(self._original)
            self._put(self._arrival.shown, target)
        self._queue.wait_until(lambda: self._superseded(target))

    def _play_back(self, target: Target) -> None:
        source = self._find_proxy() or self._original
        self._tell(source)
        if source is self._original:
            self._arrival, self._untouched = None, False
        before_s = target.time_s + 2 * SAME_TIME_S
        while not self._superseded(target):
            frames = gop_before(source, before_s, lambda: not self._superseded(target))
            if not frames:
                self._queue.wait_until(lambda: self._superseded(target))
                return
            for frame in reversed(frames):
                self._wait_for_need(target, more=True)
                if self._superseded(target):
                    return
                ahead_s = frame.pts_s - self._position()
                if ahead_s <= LATE_S or frame is frames[0] or not self._queue.has_first:
                    self._put(source.picture(frame, self._wishes.view), target)
            before_s = min(frames[0].pts_s, max(0.0, self._position()) + FAR_BEHIND_S)

    def _find_proxy(self) -> PictureSource | None:
        """The proxy, opened when it is first needed; None where there is none that can be read."""
        wished = self._wishes.proxy
        if wished is not None and wished != self._proxy_path:
            self._proxy_path = wished
            try:
                self._proxy = self._opened.enter_context(open_proxy(wished, self._original))
            except MediaError as error:
                _log.warning("no pictures from the proxy: %s", error)
                self._proxy = None
        return self._proxy if wished is not None else None

    def _put(self, picture: VideoFrame, target: Target) -> None:
        first = not self._queue.has_first
        if self._queue.put(picture, target.number) and first:
            self._listener.first_frame_ready()

    def _tell(self, source: PictureSource) -> None:
        if source is not self._told:
            self._told = source
            self._listener.picture_from(source.kind, source.decoded_by)

    def _end_at(self, source: PictureSource, ends_s: float) -> None:
        """Tell where the video ends, as far as the source knows: a proxy may lack the last pictures."""
        stated_s = self._original.decoder.duration_s
        if source.decoded_by != SOFTWARE and ends_s < stated_s - _BREAKS_OFF_S:
            raise HardwareFailedError(f"{source.decoded_by} broke off at {ends_s:.1f} s")
        if source is self._original or not stated_s:
            self._listener.end_found(ends_s)

    def _wait_for_need(self, target: Target, *, more: bool) -> None:
        self._queue.wait_until(lambda: self._superseded(target) or (more and not self._queue.is_full))

    def _superseded(self, target: Target) -> bool:
        return self._wishes.stopped or self._queue.target.number != target.number

    def _still_goes_to(self, time_s: float) -> bool:
        """Whether the newest seek, or scrubbing, goes to that time."""
        newest = self._queue.target
        return not self._wishes.stopped and newest.time_s == time_s and newest.mode in {"on", "scrub"}
