"""Percentile bootstrap over queries, or over groups of queries that belong together."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.arrays import Float64Array

RESAMPLES = 2000
_BLOCK = 200


class Resampling:
    """Resamples of N queries, the same for every figure taken of them.

    Without groups each query is drawn by itself. With groups whole groups are drawn (a cluster bootstrap):
    queries about one artist, or the same query asked of several seeds, are not independent of each other.
    """

    def __init__(self, groups: int | Sequence[str], seed: int, resamples: int = RESAMPLES) -> None:
        """Prepare `resamples` resamples of a number of queries, or of queries that belong to named groups."""
        if isinstance(groups, int):
            self._group = np.arange(groups)
        else:
            self._group = np.unique(np.asarray(groups, dtype=str), return_inverse=True)[1].reshape(-1)
        if not len(self._group):
            raise ValueError("there are no queries to resample")
        self._seed, self._resamples = seed, resamples

    def means(self, values: Float64Array) -> Float64Array:
        """Return the mean of `values` `(N,)` or `(N, F)` in each resample: `(resamples, ...)`."""
        groups = int(self._group.max()) + 1
        table = values.reshape(len(values), -1)
        sums = np.zeros((groups, table.shape[1]))
        np.add.at(sums, self._group, table)
        sizes = np.bincount(self._group, minlength=groups)
        means = np.concatenate([(drawn @ sums) / (drawn @ sizes)[:, None] for drawn in self._draws(groups)])
        return means.reshape((self._resamples, *values.shape[1:]))

    def medians(self, values: Float64Array) -> Float64Array:
        """Return the (lower) median of `values` `(N,)` in each resample: `(resamples,)`."""
        order = np.argsort(values, kind="stable")
        group = self._group[order]
        found = []
        for drawn in self._draws(int(self._group.max()) + 1):
            reached = np.cumsum(drawn[:, group], axis=1)
            found.append(np.argmax(2 * reached >= reached[:, -1:], axis=1))
        return np.asarray(values[order][np.concatenate(found)])

    def _draws(self, groups: int) -> list[NDArray[np.int64]]:
        """Return how often each group is drawn: blocks of `(resamples, groups)`, the same at every call."""
        generator = np.random.default_rng(self._seed)
        chances = np.full(groups, 1.0 / groups)
        blocks = [min(_BLOCK, self._resamples - start) for start in range(0, self._resamples, _BLOCK)]
        return [generator.multinomial(groups, chances, size=block) for block in blocks]


def interval(resampled: Float64Array) -> tuple[float, float]:
    """Return the 95 % percentile interval of a resampled figure: `(low, high)`."""
    low, high = np.quantile(resampled, [0.025, 0.975])
    return float(low), float(high)
