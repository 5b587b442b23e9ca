"""Where the video stands now, told by the sound that is being heard."""

from collections.abc import Callable
from typing import NamedTuple


class Anchor(NamedTuple):
    """One mixed block: which seconds of the video it holds, and when its first sample is heard."""

    run: int
    """The stretch of playing it belongs to."""
    from_s: float
    until_s: float
    heard_at_s: float
    """On the time base of the clock's `now`."""


class _Hold(NamedTuple):
    run: int
    position_s: float


class PlaybackClock:
    """Position of the video, from the newest anchor that the audio callback published.

    position = block start + (now - moment the block is heard). It never runs backwards within a stretch,
    never starts before the stretch's start is heard, and stands still at the end of what was mixed if the
    device stops taking sound. Publishing replaces one tuple, so the audio callback neither locks nor
    waits.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._hold = _Hold(0, 0.0)
        self._anchor: Anchor | None = None
        self._latest = self._hold

    def hold(self, run: int, position_s: float) -> None:
        """Stand at `position_s` until an anchor of stretch `run` is published."""
        self._hold = _Hold(run, position_s)

    def publish(self, anchor: Anchor) -> None:
        """Take the newest block's anchor; called from the audio callback."""
        self._anchor = anchor

    def position(self) -> float:
        """Second of the video that is heard now."""
        hold, anchor, latest = self._hold, self._anchor, self._latest
        if anchor is None or anchor.run != hold.run:
            return hold.position_s
        heard_s = anchor.from_s + (self._now() - anchor.heard_at_s)
        floor_s = latest.position_s if latest.run == hold.run else hold.position_s
        position_s = max(floor_s, min(heard_s, anchor.until_s))
        self._latest = _Hold(hold.run, position_s)
        return position_s
