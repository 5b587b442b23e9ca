"""Courses compared at the same seconds."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.arrays import FloatArray

_LEAST = 1e-9


def aligned_similarity(
    video: Sequence[FloatArray], music: Sequence[FloatArray], shortest: int
) -> NDArray[np.float64]:
    """Return the correlation of every video's course with every track's, (Q, P), -1..1.

    Row t of all courses is the same second; what the longer of two goes on with does not count.

    Args:
        video: Q courses, each (T, E).
        music: P courses, each (T', E).
        shortest: > 0; pairs with fewer rows in common get 0.
    """
    result = np.zeros((len(video), len(music)))
    for query, picture in enumerate(video):
        for track, sound in enumerate(music):
            end = min(len(picture), len(sound))
            if end >= shortest:
                result[query, track] = _correlation(picture[:end], sound[:end])
    return result


def _correlation(one: FloatArray, other: FloatArray) -> float:
    one, other = one - one.mean(axis=0), other - other.mean(axis=0)
    power = float(np.vdot(one, one)) * float(np.vdot(other, other))
    return float(np.vdot(one, other) / np.sqrt(max(power, _LEAST)))
