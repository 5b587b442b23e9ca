"""Pictures on their way from the frame thread to the view."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf
from threading import Condition
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

MOST, LEAST = 8, 3
SAME_TIME_S = 1e-4
"""Times that close are the same: rounding of timestamps."""


@dataclass(frozen=True, slots=True, eq=False)
class VideoFrame:
    """One picture as it is shown."""

    rgb: NDArray[np.uint8]
    """(H, W, 3) uint8, upright, square pixels."""
    pts_s: float
    """When it is due, seconds of the video."""
    until_s: float = -inf
    """Up to when it is known to be the exact picture; not beyond `pts_s` where that isn't known."""


PlayMode = Literal["on", "fast", "back", "scrub"]
"""What follows a seek: on in time, on as fast as may be, backwards in time, or nothing but the next seek."""


class Target(NamedTuple):
    """Where the newest seek goes."""

    number: int
    """Counts the seeks."""
    time_s: float
    mode: PlayMode = "on"


class FrameQueue:
    """A bounded queue of pictures in their order, all of the newest seek.

    Pictures of earlier seeks are refused, but for scrubbing: there the newest picture that is ready is
    better than none. The first picture after a seek is due at once, wherever the clock stands, and so is
    everything while scrubbing.
    """

    def __init__(self, byte_limit: int) -> None:
        """Make an empty queue for `MOST` pictures; for fewer, but `LEAST`, if they exceed `byte_limit`."""
        self._byte_limit = byte_limit
        self._changed = Condition()
        self._waiting: deque[VideoFrame] = deque()
        self._target = Target(0, 0.0)
        self._oldest = 0
        self._first_put = False
        self._first_taken = False
        self._shown_s = inf

    @property
    def target(self) -> Target:
        """The newest seek."""
        return self._target

    def restart(self, time_s: float, mode: PlayMode = "on") -> None:
        """Drop everything; from now on only pictures for a new seek to `time_s` are taken.

        Where the picture of `time_s` waits already, it and what follows is kept, and `target` too.
        """
        with self._changed:
            kept = self._from(time_s) if mode == "on" == self._target.mode else ()
            self._waiting = deque(kept)
            self._first_put = bool(kept)
            self._first_taken = False
            if not kept:
                number = self._target.number + 1
                goes_on = mode == "scrub" == self._target.mode
                self._oldest = self._oldest if goes_on else number
                self._target = Target(number, time_s, mode)
            self._changed.notify_all()

    def put(self, frame: VideoFrame, number: int) -> bool:
        """Append a picture of seek `number`; False if that is none of the newest."""
        with self._changed:
            if number < self._oldest:
                return False
            self._waiting.append(frame)
            self._first_put = True
            return True

    @property
    def has_first(self) -> bool:
        """Whether the first picture of the newest seek has arrived."""
        with self._changed:
            return self._first_put

    @property
    def is_full(self) -> bool:
        """Whether a further picture should wait."""
        with self._changed:
            count = len(self._waiting)
            too_large = sum(frame.rgb.nbytes for frame in self._waiting) >= self._byte_limit
            return count >= MOST or (count >= LEAST and too_large)

    def wait_until(self, ready: Callable[[], bool], timeout_s: float | None = None) -> bool:
        """Wait until `ready()`, asked again whenever a picture was taken, after each seek and `wake`.

        Returns:
            Whether it is; False if `timeout_s` passed before.
        """
        with self._changed:
            return self._changed.wait_for(ready, timeout_s)

    def wake(self) -> None:
        """Make `wait_until` ask again."""
        with self._changed:
            self._changed.notify_all()

    def take_due(self, until_s: float) -> VideoFrame | None:
        """Return the newest picture due by `until_s`, dropping older ones; None if nothing is new.

        Backwards, a picture is due as soon as the clock is before the one that was taken last.
        """
        due: VideoFrame | None = None
        with self._changed:
            while self._waiting and self._is_due(self._waiting[0], until_s):
                due = self._waiting.popleft()
                self._first_taken = True
                self._shown_s = due.pts_s
            if due is not None:
                self._changed.notify_all()
        return due

    def _is_due(self, frame: VideoFrame, until_s: float) -> bool:
        if not self._first_taken or self._target.mode == "scrub":
            return True
        if self._target.mode == "back":
            return until_s < self._shown_s
        return frame.pts_s <= until_s

    def _from(self, time_s: float) -> Sequence[VideoFrame]:
        """What waits from the exact picture of `time_s` on; nothing if that one doesn't wait."""
        waiting = list(self._waiting)
        for index, frame in enumerate(waiting):
            if frame.pts_s <= time_s + SAME_TIME_S < frame.until_s:
                return waiting[index:]
        return ()
