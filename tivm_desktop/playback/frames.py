"""The frame thread: decodes the pictures near the clock, the newest seek first."""

import logging
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import Protocol

from tivm_desktop.domain.errors import TivmError
from tivm_desktop.media.errors import nothing_decodes
from tivm_desktop.media.opening import opened
from tivm_desktop.playback.frame_decoder import FrameDecoder, TimedFrame
from tivm_desktop.playback.frame_queue import FrameQueue, Target, VideoFrame
from tivm_desktop.playback.picture import PictureConverter

QUEUE_BYTES = 96 * 1024 * 1024
DEFAULT_VIEW = (960, 540)
LATE_S = 0.08
"""A picture that is due that long ago is left out."""
FAR_BEHIND_S = 0.3
"""Behind by that much, the decoder leaves out the pictures that no other one needs."""
LOST_S = 2.0
"""Behind by that much, decoding goes on from the clock's position."""
SHOWN_AT_LEAST_EVERY_S = 0.25
_JUMP_AGAIN_S = 3.0
_SAME_TIME_S = 1e-4
_FULLY_DECODED_S = 0.5

_log = logging.getLogger(__name__)


class FrameListener(Protocol):
    """Hears from a frame reader, on its thread."""

    def video_opened(self, duration_s: float, original_start_s: float | None) -> None:
        """Hear that the video is open."""
        ...

    def first_frame_ready(self) -> None:
        """Hear that the first picture after opening or a seek is there."""
        ...

    def end_found(self, ends_s: float) -> None:
        """Hear where the last picture ends."""
        ...

    def picture_failed(self, sentence: str) -> None:
        """Hear that the video can't be shown (on)."""
        ...


class FrameReader:
    """Decodes one video near the clock into a bounded queue, on a thread of its own."""

    def __init__(
        self,
        path: Path,
        position: Callable[[], float],
        listener: FrameListener,
        view: tuple[int, int] = DEFAULT_VIEW,
    ) -> None:
        """Start to open `path` and to decode from its start.

        Args:
            path: The video.
            position: Tells where the clock stands, seconds of the video.
            listener: Hears what happens.
            view: (width, height) in pixels that pictures are fitted into.
        """
        self._path = path
        self._position = position
        self._listener = listener
        self._queue = FrameQueue(QUEUE_BYTES)
        self._view = view
        self._stopped = False
        self._thread = Thread(target=self._run, name=f"playback-frames-{path.name}", daemon=True)
        self._thread.start()

    def seek(self, time_s: float) -> None:
        """Show the picture at `time_s` and go on from there; returns at once, the newest seek wins."""
        self._queue.restart(time_s)

    def set_view_size(self, width: int, height: int) -> None:
        """Fit pictures decoded from now on into `width` x `height` pixels."""
        self._view = (max(1, width), max(1, height))

    def take_due(self, until_s: float) -> VideoFrame | None:
        """Return the newest picture due by `until_s` that was not taken yet; the first one is always due."""
        return self._queue.take_due(until_s)

    def has_first(self) -> bool:
        """Tell whether the picture of the newest seek is there, or never will be."""
        return self._queue.has_first or not self._thread.is_alive()

    def stop(self) -> None:
        """Ask the thread to end."""
        self._stopped = True
        self._queue.wake()

    def join(self, timeout_s: float) -> bool:
        """Wait for the thread; tell whether it has ended."""
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            with opened(self._path) as container:
                decoder = FrameDecoder(self._path, container)
                self._listener.video_opened(decoder.duration_s, decoder.sound_start_s)
                self._show(decoder, PictureConverter(decoder.stream))
        except TivmError as error:
            self._tell_failure(str(error))
        except Exception as error:
            _log.exception("showing %s failed", self._path)
            self._tell_failure(
                f"{self._path.name} can't be shown ({error}): convert it to MP4 (H.264) and try again."
            )

    def _tell_failure(self, sentence: str) -> None:
        if not self._stopped:
            self._listener.picture_failed(sentence)

    def _show(self, decoder: FrameDecoder, converter: PictureConverter) -> None:
        number, frame = 0, decoder.next()
        if frame is None:
            raise nothing_decodes(self._path, "video")
        pace = _Pace()
        while not self._stopped:
            target = self._queue.target
            if target.number != number:
                number, frame = target.number, self._step_to(decoder, converter, target)
            self._wait_for_need(number, more=frame is not None)
            if frame is None or self._is_superseded(number):
                continue
            frame = self._caught_up(decoder, frame, pace)
            left_out = pace.leaves_out(frame, self._position(), first=not self._queue.has_first)
            following = decoder.next()
            if not left_out or following is None:
                self._offer(converter, frame, number)
            if following is None:
                self._listener.end_found(frame.until_s)
            frame = following

    def _step_to(
        self, decoder: FrameDecoder, converter: PictureConverter, target: Target
    ) -> TimedFrame | None:
        """Seek; return the first frame that is still to be offered, None at the end or if superseded."""
        time_s = target.time_s + _SAME_TIME_S
        frame = decoder.seek_before(time_s)
        while frame is not None and frame.until_s <= time_s:
            if self._is_superseded(target.number):
                return None
            decoder.skip_unneeded(skip=frame.until_s < time_s - _FULLY_DECODED_S)
            following = decoder.next()
            if following is None or following.pts_s > time_s:
                self._offer(converter, frame, target.number)
            frame = following
        return frame

    def _caught_up(self, decoder: FrameDecoder, frame: TimedFrame, pace: "_Pace") -> TimedFrame:
        behind_s = self._position() - frame.pts_s
        if self._queue.has_first and pace.may_jump(behind_s):
            return decoder.seek_before(self._position()) or frame
        decoder.skip_unneeded(skip=behind_s > FAR_BEHIND_S)
        return frame

    def _offer(self, converter: PictureConverter, frame: TimedFrame, number: int) -> None:
        first = not self._queue.has_first
        rgb = converter.convert(frame.picture, self._view)
        if self._queue.put(VideoFrame(rgb, frame.pts_s), number) and first:
            self._listener.first_frame_ready()

    def _wait_for_need(self, number: int, *, more: bool) -> None:
        self._queue.wait_until(lambda: self._is_superseded(number) or (more and not self._queue.is_full))

    def _is_superseded(self, number: int) -> bool:
        return self._stopped or self._queue.target.number != number


class _Pace:
    """Decides which late pictures are left out."""

    def __init__(self) -> None:
        self._offered_at_s = monotonic()
        self._jumped_at_s = monotonic() - _JUMP_AGAIN_S

    def leaves_out(self, frame: TimedFrame, position_s: float, *, first: bool) -> bool:
        """Tell whether `frame` is too late at `position_s` to be worth converting."""
        late = position_s - frame.pts_s > LATE_S
        now_s = monotonic()
        if late and not first and now_s - self._offered_at_s < SHOWN_AT_LEAST_EVERY_S:
            return True
        self._offered_at_s = now_s
        return False

    def may_jump(self, behind_s: float) -> bool:
        """Tell whether to go on from the clock's position; not again before that could have helped."""
        now_s = monotonic()
        if behind_s <= LOST_S or now_s - self._jumped_at_s < _JUMP_AGAIN_S:
            return False
        self._jumped_at_s = now_s
        return True
