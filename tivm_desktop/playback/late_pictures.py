"""Whether decoding keeps up with the clock, and what to leave out where it does not."""

from collections.abc import Callable
from time import monotonic

LATE_S = 0.08
"""A picture that is due that long ago is left out."""
FAR_BEHIND_S = 0.3
"""Behind by that much, the decoder leaves out the pictures that no other one needs."""
LOST_S = 2.0
"""Behind by that much, decoding goes on from the clock's position."""
SHOWN_AT_LEAST_EVERY_S = 0.25
BEHIND_S = 0.12
PATIENCE_S = 1.0
"""So long a video may be behind before its proxy takes over."""
SHORT_PATIENCE_S = 0.3
"""The same for one that was too slow before."""
FORGIVEN_AFTER_S = 5.0
"""Having kept up for so long, a video that was too slow before has all the patience again."""
_JUMP_AGAIN_S = 3.0


class LatePictures:
    """Decides on late pictures; one for each seek."""

    def __init__(self, now: Callable[[], float] = monotonic, patience_s: float = PATIENCE_S) -> None:
        """Begin at `now()`, with so much patience for a source that is behind."""
        self._now = now
        self._begun_at_s = self._offered_at_s = self._on_time_at_s = now()
        self._jumped_at_s = self._begun_at_s - _JUMP_AGAIN_S
        self.patience_s = patience_s

    def leaves_out(self, behind_s: float, *, first: bool) -> bool:
        """Tell whether a frame that is late by `behind_s` is not worth converting."""
        now_s = self._now()
        if behind_s > LATE_S and not first and now_s - self._offered_at_s < SHOWN_AT_LEAST_EVERY_S:
            return True
        self._offered_at_s = now_s
        return False

    def may_jump(self, behind_s: float) -> bool:
        """Tell whether to go on from the clock's position; not again before that could have helped."""
        now_s = self._now()
        if behind_s <= LOST_S or now_s - self._jumped_at_s < _JUMP_AGAIN_S:
            return False
        self._jumped_at_s = now_s
        return True

    def is_too_slow(self, behind_s: float) -> bool:
        """Tell whether decoding has been behind the clock for longer than patience lasts."""
        now_s = self._now()
        if behind_s <= BEHIND_S:
            self._on_time_at_s = now_s
            if now_s - self._begun_at_s > FORGIVEN_AFTER_S:
                self.patience_s = PATIENCE_S
        return now_s - self._on_time_at_s > self.patience_s
