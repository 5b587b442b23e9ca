"""Where the video stands now, told by the sound that is being heard."""

from collections.abc import Callable
from typing import NamedTuple

_LEGS_KEPT = 4
"""A device holds the ends of so many legs that were mixed and not heard yet."""


class Anchor(NamedTuple):
    """Mixed sound without a jump in it: which seconds of the video it holds, and when it is heard."""

    stretch: int
    """The stretch of playing it belongs to."""
    from_s: float
    until_s: float
    heard_at_s: float
    """When its first sample is heard, on the time base of the clock's `now`."""
    speed: float
    """Seconds of the video in a second; negative: backwards, and `until_s` is below `from_s`."""
    leg: int
    """The part of the stretch, of one speed and without a jump, that it belongs to; they count up."""
    leg_from_s: float
    """Second of the video with which that leg began."""


class Reading(NamedTuple):
    """What the clock says at one moment: where playing stands, and how it moves."""

    stretch: int
    leg: int
    position_s: float
    speed: float
    """Of what is heard, or of what will be where it stands still."""


class PlaybackClock:
    """Position of the video, from the newest anchors that the audio callback published.

    position = block start + (now - moment the block is heard) * speed. Within a leg it never runs against the
    direction of play; it never leaves a stretch's start before that is heard, and stands still at the end of
    what was mixed if the device stops taking sound. The next leg counts from the moment on at which its
    first sample is heard. Publishing replaces one tuple, so the audio callback neither locks nor waits.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._hold = Reading(0, 0, 0.0, 1.0)
        self._anchors: tuple[Anchor, ...] = ()
        """The newest one of each leg, the newest leg first, all of one stretch."""
        self._latest = self._hold

    def hold(self, stretch: int, position_s: float, speed: float) -> None:
        """Stand at `position_s` until an anchor of that stretch, which begins at `speed`, is published."""
        self._hold = Reading(stretch, 0, position_s, speed)

    def publish(self, anchor: Anchor) -> None:
        """Take the newest block's anchor; called from the audio callback."""
        kept = self._anchors
        if not kept or kept[0].stretch != anchor.stretch:
            self._anchors = (anchor,)
        elif kept[0].leg == anchor.leg:
            self._anchors = (anchor, *kept[1:])
        else:
            self._anchors = (anchor, *kept[: _LEGS_KEPT - 1])

    def position(self) -> float:
        """Second of the video that is heard now."""
        return self.reading().position_s

    def reading(self) -> Reading:
        """Where playing stands now."""
        hold, anchors, latest = self._hold, self._anchors, self._latest
        if not anchors or anchors[0].stretch != hold.stretch:
            return hold
        floor = latest if latest.stretch == hold.stretch else hold
        now_s = self._now()
        anchor = _heard(anchors, now_s, floor.leg)
        if anchor.leg != floor.leg:
            floor = Reading(hold.stretch, anchor.leg, anchor.leg_from_s, anchor.speed)
        heard_s = _position_in(anchor, now_s)
        if anchor.speed > 0:
            position_s = max(floor.position_s, min(heard_s, anchor.until_s))
        else:
            position_s = min(floor.position_s, max(heard_s, anchor.until_s))
        self._latest = reading = Reading(hold.stretch, anchor.leg, position_s, anchor.speed)
        return reading


def _heard(anchors: tuple[Anchor, ...], now_s: float, least_leg: int) -> Anchor:
    """The anchor of the newest leg that has begun to be heard; none before `least_leg` while there is one."""
    chosen = anchors[0]
    for anchor in anchors[1:]:
        begun = (_position_in(chosen, now_s) - chosen.leg_from_s) * chosen.speed >= 0.0
        if begun or anchor.leg < least_leg:
            break
        chosen = anchor
    return chosen


def _position_in(anchor: Anchor, now_s: float) -> float:
    return anchor.from_s + (now_s - anchor.heard_at_s) * anchor.speed
