"""Finding stretches in a course of numbers: gates with hysteresis, and runs."""

import numpy as np
from numpy.typing import NDArray


def opened(levels: NDArray[np.floating], opens_at: float, closes_below: float) -> NDArray[np.bool_]:
    """(T,) whether a gate is open: a run of `closes_below` or more, one of it `opens_at` or more."""
    above = levels >= closes_below
    result = np.zeros(len(levels), bool)
    for first, end in runs(above):
        result[first:end] = bool((levels[first:end] >= opens_at).any())
    return result


def runs(mask: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return (first, end) of each run of True, end not included, ascending."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], mask.astype(np.int8), [0]])))
    return [(int(first), int(end)) for first, end in edges.reshape(-1, 2)]


def without_short(mask: NDArray[np.bool_], shortest: int) -> NDArray[np.bool_]:
    """(T,) the mask without its runs of fewer than `shortest`."""
    result = np.zeros(len(mask), bool)
    for first, end in runs(mask):
        result[first:end] = end - first >= shortest
    return result
