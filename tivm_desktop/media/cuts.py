"""Hard cuts: where one shot ends and the next begins between two frames."""

from array import array
from collections import deque
from dataclasses import dataclass
from statistics import median

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.media.picture_distance import LAGS, MEASURES, RecentPictures, Thumbnail

SPACING_S = 1 / 33
"""Of frames that follow faster not all are compared; those left out only tell when exactly a cut is."""
REACH = (LAGS + 1) // 2
"""Frames on each side of a cut that are looked at."""
REACH_S = 0.15
"""How far those may be from the cut; flashes up to about this length are no cuts."""
_CONTEXT_S = 0.4
_SPARSE_CONTEXT_S = 2.0
_SHORTEST_SHOT_S = 0.12

FLOORS = np.array([0.05, 0.04, 0.05])
"""Added before taking logarithms; distances below are noise."""
_ACROSS = np.array([2.44, 6.15, 5.85])
_AROUND = np.array([-3.21, -3.17, -0.19])
_OFFSET = -2.21
"""Weights of a logistic regression on made edits (`benchmarks/cuts.py --fit`)."""


@dataclass(frozen=True, slots=True, eq=False)
class CutMeasurements:
    """The places between two compared frames, N of them."""

    times_s: NDArray[np.float64]
    """(N,) the frame after."""
    across: NDArray[np.float64]
    """(N, MEASURES) smallest distance from a frame shortly before to one shortly after."""
    around: NDArray[np.float64]
    """(N, MEASURES) usual distance of neighbouring frames around there."""


class CutFinder:
    """Find hard cuts in a stream of thumbnails.

    Between two frames there is a cut if every frame shortly before differs from every frame shortly after,
    by much more than frames around there differ from their neighbours. A flash fails the first condition,
    because the picture comes back; movement, fades and dissolves fail the second. Memory: 40 bytes a frame.
    """

    def __init__(self) -> None:
        self._pictures = RecentPictures()
        self._recent: deque[tuple[float, FloatArray]] = deque(maxlen=2 * REACH)
        self._times = array("d")
        self._starts = array("d")
        self._last: Thumbnail | None = None
        self._left_out: list[tuple[float, float]] = []
        self._steps = array("f")
        self._across = array("f")

    def push(self, time_s: float, picture: Thumbnail) -> None:
        """Take the next frame, shown at `time_s`, as a (36, 64, 3) RGB thumbnail."""
        apart = 0.0 if self._last is None else _mean_difference(picture, self._last)
        if self._times and time_s - self._times[-1] < SPACING_S:
            self._left_out.append((time_s, apart))
            return
        since = (left_out_s for left_out_s, difference in self._left_out if difference > apart / 2)
        self._starts.append(next(since, time_s))
        self._left_out.clear()
        self._last = picture
        distances = self._pictures.distances(picture)
        self._times.append(time_s)
        self._steps.extend(distances[0])
        self._recent.append((time_s, distances))
        if len(self._times) >= REACH:
            self._across.extend(self._smallest_across(len(self._times) - REACH))

    def measured(self) -> "CutMeasurements":
        """What was seen of every place where a cut could be; call once, after the last frame."""
        count = len(self._times)
        for boundary in range(max(count - REACH + 1, 0), count):
            self._across.extend(self._smallest_across(boundary))
        steps = np.array(self._steps, np.float64).reshape(-1, MEASURES)
        around = steps_around(np.array(self._times), steps)
        across = np.array(self._across, np.float64).reshape(-1, MEASURES)
        return CutMeasurements(np.array(self._starts)[1:], across[1:], around[1:])

    def cuts_s(self) -> NDArray[np.float32]:
        """Times of the first frames of new shots, ascending; call once, after the last frame."""
        seen = self.measured()
        evidence = np.log(seen.across + FLOORS) @ _ACROSS + np.log(seen.around + FLOORS) @ _AROUND + _OFFSET
        return seen.times_s[_local_maxima(seen.times_s, evidence)].astype(np.float32)

    def _smallest_across(self, boundary: int) -> FloatArray:
        """The smallest distance from a frame before `boundary` to one from it on, (MEASURES,)."""
        smallest = np.full(MEASURES, np.inf, np.float32)
        first_s = self._times[boundary]
        last_before_s = self._times[boundary - 1] if boundary else first_s
        offset = len(self._times) - len(self._recent)
        for after in range(boundary, min(boundary + REACH, len(self._times))):
            after_s, distances = self._recent[after - offset]
            if after > boundary and after_s - first_s > REACH_S:
                break
            for before in range(boundary - 1, max(boundary - 1 - REACH, -1), -1):
                if before < boundary - 1 and last_before_s - self._times[before] > REACH_S:
                    break
                if after - before <= LAGS:
                    smallest = np.minimum(smallest, distances[after - before - 1])
        return smallest


def steps_around(times: NDArray[np.float64], steps: NDArray[np.float64]) -> NDArray[np.float64]:
    """Median distance between neighbouring frames around each frame, its own left out, (N, MEASURES)."""
    result = np.zeros_like(steps)
    firsts = np.maximum(np.searchsorted(times, times - _CONTEXT_S), 1).tolist()
    ends = np.searchsorted(times, times + _CONTEXT_S, side="right").tolist()
    rows = steps.tolist()
    for index in range(1, len(times)):
        chosen = rows[firsts[index] : index] + rows[index + 1 : ends[index]]
        if not chosen:
            chosen = [
                rows[near]
                for near in (index - 1, index + 1)
                if 1 <= near < len(times) and abs(times[near] - times[index]) < _SPARSE_CONTEXT_S
            ]
        if chosen:
            result[index] = [median(column) for column in zip(*chosen, strict=True)]
    return result


def _local_maxima(times: NDArray[np.float64], evidence: NDArray[np.float64]) -> NDArray[np.intp]:
    """Ascending indices of positive evidence, the strongest of those less than the shortest shot apart."""
    chosen: list[int] = []
    for index in np.flatnonzero(evidence > 0).tolist():
        if chosen and times[index] - times[chosen[-1]] <= _SHORTEST_SHOT_S:
            if evidence[index] > evidence[chosen[-1]]:
                chosen[-1] = index
        else:
            chosen.append(index)
    return np.array(chosen, np.intp)


def _mean_difference(one: Thumbnail, other: Thumbnail) -> float:
    return float(np.abs(one.astype(np.int16) - other).mean())
