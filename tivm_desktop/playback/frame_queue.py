"""Pictures on their way from the frame thread to the view."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from threading import Condition
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class VideoFrame:
    """One picture as it is shown."""

    rgb: NDArray[np.uint8]
    """(H, W, 3) uint8, upright, square pixels."""
    pts_s: float
    """When it is due, seconds of the video."""


class Target(NamedTuple):
    """Where the newest seek goes."""

    number: int
    """Counts the seeks."""
    time_s: float


class FrameQueue:
    """A bounded queue of pictures in their order, all of the newest seek.

    Pictures of earlier seeks are refused. The first picture after a seek is due at once, wherever the
    clock stands.
    """

    def __init__(self, byte_limit: int, most: int = 8, least: int = 3) -> None:
        """Make an empty queue for `most` pictures; for fewer, but `least`, if they exceed `byte_limit`."""
        self._byte_limit = byte_limit
        self._most = most
        self._least = least
        self._changed = Condition()
        self._waiting: deque[VideoFrame] = deque()
        self._target = Target(0, 0.0)
        self._first_put = False
        self._first_taken = False

    @property
    def target(self) -> Target:
        """The newest seek."""
        return self._target

    def restart(self, time_s: float) -> None:
        """Drop everything; from now on only pictures for a new seek to `time_s` are taken."""
        with self._changed:
            self._target = Target(self._target.number + 1, time_s)
            self._waiting.clear()
            self._first_put = False
            self._first_taken = False
            self._changed.notify_all()

    def put(self, frame: VideoFrame, number: int) -> bool:
        """Append a picture of seek `number`; False if that isn't the newest."""
        with self._changed:
            if number != self._target.number:
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
            return count >= self._most or (count >= self._least and too_large)

    def wait_until(self, ready: Callable[[], bool]) -> None:
        """Wait until `ready()`, asked again whenever a picture was taken, after each seek and `wake`."""
        with self._changed:
            self._changed.wait_for(ready)

    def wake(self) -> None:
        """Make `wait_until` ask again."""
        with self._changed:
            self._changed.notify_all()

    def take_due(self, until_s: float) -> VideoFrame | None:
        """Return the newest picture due by `until_s`, dropping older ones; None if nothing is new."""
        due: VideoFrame | None = None
        with self._changed:
            while self._waiting and self._is_due(self._waiting[0], until_s):
                due = self._waiting.popleft()
                self._first_taken = True
            if due is not None:
                self._changed.notify_all()
        return due

    def _is_due(self, frame: VideoFrame, until_s: float) -> bool:
        return not self._first_taken or frame.pts_s <= until_s
