"""Which frame stands for each second."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import Generic, TypeVar

Frame = TypeVar("Frame")

_NEXT_IS_MEANT_S = 0.25
"""How soon after the middle of a second a frame must come to stand for it."""
_ROUNDING_S = 1e-6


@dataclass(frozen=True, slots=True)
class Chosen(Generic[Frame]):
    """The frame that stands for second `second`."""

    second: int
    frame: Frame


def started_seconds(end_s: float) -> int:
    """How many seconds are started before `end_s`; at least 1."""
    return max(1, ceil(end_s - _ROUNDING_S))


class SecondPicker(Generic[Frame]):
    """Choose for each second the frame nearest to its middle, out of frames in order of time.

    Where frames are far apart (slides, screen recordings), it is the one that is on the screen then, not
    one that comes later; before the first frame it is the first, after the last the last.
    """

    def __init__(self) -> None:
        self._second = 0
        self._shown: tuple[float, Frame] | None = None

    def push(self, time_s: float, frame: Frame) -> Iterator[Chosen[Frame]]:
        """Take the next frame; yields the seconds that are decided by it."""
        while (middle_s := self._second + 0.5) <= time_s:
            yield self._chosen(self._nearer(middle_s, time_s, frame))
        self._shown = time_s, frame

    def finish(self, end_s: float) -> Iterator[Chosen[Frame]]:
        """Yield what remains until `end_s`; nothing if there was no frame at all."""
        if self._shown is None:
            return
        while self._second < started_seconds(end_s):
            yield self._chosen(self._shown[1])

    def _chosen(self, frame: Frame) -> Chosen[Frame]:
        self._second += 1
        return Chosen(self._second - 1, frame)

    def _nearer(self, middle_s: float, time_s: float, frame: Frame) -> Frame:
        if self._shown is None:
            return frame
        shown_s, shown = self._shown
        return frame if time_s - middle_s < min(middle_s - shown_s, _NEXT_IS_MEANT_S) else shown
