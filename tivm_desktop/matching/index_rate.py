"""How long the analyses that are still wanted will take."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from tivm_desktop.domain.track_facts import Depth

_REMEMBERED = 64
_REMEMBERED_S = 900.0
_FEWEST = 4
_COARSE_AS_FULL_S = 75.0
"""A coarse analysis takes as long as a full one of a track of about so many seconds (55 to 92 of seven)."""


@dataclass(frozen=True, slots=True)
class _Analysis:
    ended_s: float
    took_s: float
    length_s: float


@dataclass(slots=True)
class IndexRate:
    """What one worker's analyses took in the last minutes, coarse and full ones apart.

    Counted is the time at work, not the time that passed: pauses, and workers that come or go, need no
    settling in. The longer a track, the longer its full analysis, in proportion; a coarse one listens to as
    much of any track. Before there are full ones to go by, what they take is guessed from the coarse ones.
    """

    _taken: dict[Depth, deque[_Analysis]] = field(
        default_factory=lambda: {depth: deque(maxlen=_REMEMBERED) for depth in (Depth.COARSE, Depth.FULL)}
    )

    def note(self, depth: Depth, now_s: float, took_s: float, length_s: float) -> None:
        """Take in an analysis.

        Args:
            depth: COARSE or FULL.
            now_s: when it ended, by any clock.
            took_s: how long a worker was at it.
            length_s: the length of its track.
        """
        self._taken[depth].append(_Analysis(now_s, took_s, length_s))

    @property
    def mean_length_s(self) -> float:
        """Length of the mean track of the last; 0 where nothing is known."""
        lengths = [one.length_s for taken in self._taken.values() for one in taken]
        return sum(lengths) / len(lengths) if lengths else 0.0

    def work_s(self, depth: Depth, now_s: float, count: int, length_s: float) -> float | None:
        """Seconds one worker will be at so many analyses.

        Args:
            depth: COARSE or FULL.
            now_s: the time.
            count: how many.
            length_s: of all their tracks together.

        Returns:
            None where too few were seen lately; 0 for none.
        """
        if not count:
            return 0.0
        coarse = self._lately(Depth.COARSE, now_s)
        coarse_s = sum(one.took_s for one in coarse) / len(coarse) if coarse else None
        if depth is Depth.COARSE:
            return None if coarse_s is None else coarse_s * count
        full = self._lately(Depth.FULL, now_s)
        if full:
            return sum(one.took_s for one in full) / max(sum(one.length_s for one in full), 1.0) * length_s
        return None if coarse_s is None else coarse_s / _COARSE_AS_FULL_S * length_s

    def _lately(self, depth: Depth, now_s: float) -> Sequence[_Analysis]:
        """The last analyses of that depth; none where they are too few to tell anything."""
        taken = self._taken[depth]
        while len(taken) > _FEWEST and now_s - taken[0].ended_s > _REMEMBERED_S:
            taken.popleft()
        return taken if len(taken) >= _FEWEST else ()
