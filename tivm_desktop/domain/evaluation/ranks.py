"""The rank of what belongs to a query, in a pool of candidates."""

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.arrays import Float64Array, IntArray


def ranks(similarity: NDArray[np.floating], truth: IntArray | None = None) -> Float64Array:
    """Return the rank of each query's own candidate, 1 the best; equals share their mean rank.

    Args:
        similarity: `(Q, P)`, one row per query, the higher the closer.
        truth: `(Q,)`, the column that belongs to each row; without it row i belongs to column i.

    Returns:
        `(Q,)` ranks from 1 to P, halves where candidates tie with the own one.

    Raises:
        ValueError: a similarity is not finite, or `truth` does not fit.
    """
    if similarity.ndim != 2 or (truth is None and similarity.shape[0] != similarity.shape[1]):
        raise ValueError(f"similarities of shape {similarity.shape} need a truth for each row")
    if not np.all(np.isfinite(similarity)):
        raise ValueError("a similarity is not finite")
    columns = np.arange(len(similarity)) if truth is None else truth
    if columns.shape != similarity.shape[:1] or np.any((columns < 0) | (columns >= similarity.shape[1])):
        raise ValueError("the truth names a candidate that is not in the pool")
    own = similarity[np.arange(len(similarity)), columns][:, None]
    better = np.count_nonzero(similarity > own, axis=1)
    equal = np.count_nonzero(similarity == own, axis=1)
    return np.asarray(1.0 + better + (equal - 1) / 2.0)


def normalised(rank: Float64Array, pool: NDArray[np.number]) -> Float64Array:
    """Return 1 - (rank - 1) / (pool - 1): 1 for the first of its pool, 0 for the last, 0.5 by chance.

    The mean over queries is the area under the curve of recall over the normalised rank.

    Raises:
        ValueError: a pool holds fewer than two candidates.
    """
    if np.any(np.asarray(pool) < 2):
        raise ValueError("a pool of fewer than two candidates ranks nothing")
    return np.asarray(1.0 - (rank - 1.0) / (np.asarray(pool, dtype=np.float64) - 1.0))
