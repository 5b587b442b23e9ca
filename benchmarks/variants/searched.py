"""Courses compared where nobody knows how they lie: at the lag that fits best."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.arrays import FloatArray

_LEAST = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class _Course:
    """A course, and what the correlations of its stretches are made of."""

    length: int
    spectrum: NDArray[np.complex128]
    """(F, E)."""
    sums: NDArray[np.float64]
    """(T + 1, E), sums of the first t rows."""
    squares: NDArray[np.float64]
    """(T + 1,), sums of their squares."""


def searched_similarity(
    video: Sequence[FloatArray], music: Sequence[FloatArray], shortest: int, furthest: int
) -> NDArray[np.float64]:
    """Return the largest correlation of every video's course with every track's over lags, (Q, P), -1..1.

    At each lag the stretch that both have in common is compared, as `aligned_similarity` does at lag 0. Lags
    that leave less than half of the shorter course don't count.

    Args:
        video: Q courses, each (T, E).
        music: P courses, each (T', E).
        shortest: lags that leave fewer rows don't count; pairs without any other get 0.
        furthest: the largest lag, in rows, either way.
    """
    longest = max((len(course) for course in (*video, *music)), default=0)
    size = 1 << (longest + furthest).bit_length()
    pictures, sounds = ([_prepared(course, size) for course in side] for side in (video, music))
    lags = np.arange(-furthest, furthest + 1)
    result = np.zeros((len(pictures), len(sounds)))
    for query, picture in enumerate(pictures):
        for track, sound in enumerate(sounds):
            result[query, track] = _largest(picture, sound, lags, shortest, size)
    return result


def _prepared(course: FloatArray, size: int) -> _Course:
    rows = np.asarray(course, np.float64)
    if len(rows):
        rows = rows - rows.mean(axis=0)
    none = np.zeros((1, course.shape[1]))
    squares = np.concatenate([[0.0], np.cumsum((rows**2).sum(axis=1))])
    sums = np.concatenate([none, np.cumsum(rows, axis=0)])
    return _Course(len(rows), np.fft.rfft(rows, size, axis=0), sums, squares)


def _largest(picture: _Course, sound: _Course, lags: NDArray[np.int64], shortest: int, size: int) -> float:
    """Row t + lag of the picture lies beside row t of the sound."""
    begin = np.maximum(0, -lags)
    count = np.minimum(sound.length, picture.length - lags) - begin
    enough = count >= max(shortest, min(picture.length, sound.length) / 2, 1)
    if not enough.any():
        return 0.0
    lags, begin, count = lags[enough], begin[enough], count[enough]
    together = np.fft.irfft((picture.spectrum * sound.spectrum.conj()).sum(axis=1), size)[lags]
    seen, seen_power = _stretches(picture, begin + lags, count)
    heard, heard_power = _stretches(sound, begin, count)
    shared = together - (seen * heard).sum(axis=1) / count
    return float((shared / np.sqrt(np.maximum(seen_power * heard_power, _LEAST))).max())


def _stretches(
    course: _Course, begin: NDArray[np.int64], count: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the sums of stretches of rows, (L, E), and their powers about their own means, (L,)."""
    sums = course.sums[begin + count] - course.sums[begin]
    squares = course.squares[begin + count] - course.squares[begin]
    return sums, squares - (sums**2).sum(axis=1) / count
