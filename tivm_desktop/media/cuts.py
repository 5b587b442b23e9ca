"""Hard cuts: where one shot ends and the next begins between two frames."""

from array import array
from collections import deque
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.arrays import Float64Array, FloatArray
from tivm_desktop.media.picture_distance import LAGS, MEASURES, RecentPictures, Thumbnail, mean_difference

SPACING_S = 1 / 33
"""Of frames that follow faster not all are compared; those left out only tell when exactly a cut is."""
REACH = (LAGS + 1) // 2
"""Frames on each side of a cut that are looked at."""
REACH_S = 0.15
"""How far those may be from the cut; flashes up to about this length are no cuts."""
_CONTEXT_S = 0.4
_SPARSE_CONTEXT_S = 2.0
_SHORTEST_SHOT_S = 0.12
_AT_ONCE = 4096
"""Frames whose surroundings are looked at together."""

FLOORS = np.array([0.05, 0.04, 0.05])
"""Added before taking logarithms; distances below are noise."""
_ACROSS = np.array([2.44, 6.15, 5.85])
_AROUND = np.array([-3.21, -3.17, -0.19])
_OFFSET = -2.21
"""Weights of a logistic regression on made edits (`benchmarks/cuts.py --fit`)."""


@dataclass(frozen=True, slots=True, eq=False)
class CutMeasurements:
    """The places between two compared frames, N of them."""

    times_s: Float64Array
    """(N,) the frame after."""
    across: Float64Array
    """(N, MEASURES) smallest distance from a frame shortly before to one shortly after."""
    around: Float64Array
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
        apart = 0.0 if self._last is None else mean_difference(picture, self._last)
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
        steps = np.array(self._steps, np.float32).reshape(-1, MEASURES)
        around = steps_around(np.array(self._times), steps)
        across = np.array(self._across, np.float64).reshape(-1, MEASURES)
        return CutMeasurements(np.array(self._starts)[1:], across[1:], around[1:])

    def cuts_s(self) -> FloatArray:
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


def steps_around(times: Float64Array, steps: FloatArray) -> Float64Array:
    """Median distance between neighbouring frames around each frame, its own left out, (N, MEASURES).

    Around is within 0.4 s, or where nothing is, the frames just before and after within 2 s. Frame 0 has no
    neighbour before it: its row is 0, and so is that of a frame with nothing around it.
    """
    result = np.zeros(steps.shape)
    last = len(times) - 1
    for start in range(1, len(times), _AT_ONCE):
        frames = np.arange(start, min(start + _AT_ONCE, len(times)))
        firsts = np.maximum(np.searchsorted(times, times[frames] - _CONTEXT_S), 1)
        ends = np.searchsorted(times, times[frames] + _CONTEXT_S, side="right")
        alone = ends - firsts == 1
        firsts[alone] = np.maximum(frames[alone] - 1, 1)
        ends[alone] = np.minimum(frames[alone] + 2, len(times))
        around = firsts[:, None] + np.arange(int((ends - firsts).max()))
        counted = (around < ends[:, None]) & (around != frames[:, None])
        around = np.minimum(around, last)
        apart = np.abs(times[around] - times[frames, None])
        counted &= (apart < _SPARSE_CONTEXT_S) | ~alone[:, None]
        result[frames] = _medians(steps[around], counted)
    return result


def _medians(values: FloatArray, counted: NDArray[np.bool_]) -> Float64Array:
    """(F, K, M) values -> (F, M) medians of those that count, (F, K); 0 where none does."""
    ordered = np.sort(np.where(counted[:, :, None], values, np.inf), axis=1)
    counts = counted.sum(axis=1)
    lower, upper = np.maximum(counts - 1, 0) // 2, counts // 2
    upper = np.minimum(upper, values.shape[1] - 1)
    rows = np.arange(len(values))
    middle = (ordered[rows, lower].astype(np.float64) + ordered[rows, upper]) / 2
    return np.where(counts[:, None] > 0, middle, 0.0)


def _local_maxima(times: Float64Array, evidence: Float64Array) -> NDArray[np.intp]:
    """Ascending indices of positive evidence, the strongest of those less than the shortest shot apart."""
    chosen: list[int] = []
    for index in np.flatnonzero(evidence > 0).tolist():
        if chosen and times[index] - times[chosen[-1]] <= _SHORTEST_SHOT_S:
            if evidence[index] > evidence[chosen[-1]]:
                chosen[-1] = index
        else:
            chosen.append(index)
    return np.array(chosen, np.intp)
