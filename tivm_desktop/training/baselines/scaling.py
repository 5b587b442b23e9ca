"""Putting statistics of different kinds on one footing, with what the training items show."""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri

from tivm_desktop.domain.arrays import Float64Array
from tivm_desktop.training.archives.kinds import EMBEDDING_WIDTH

_MOST_KNOTS = 1000
_STILL = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class NormalScores:
    """Each quantity's rank among the training items, as the quantile of a normal distribution.

    Attributes:
        knots: `(K, F)`, each quantity's values of the training items in ascending order.
        mean: `(F,)` of the training items' scores.
        deviation: `(F,)` of the training items' scores; 0 where a quantity says nothing.
    """

    knots: Float64Array
    mean: Float64Array
    deviation: Float64Array

    @classmethod
    def of(cls, values: Float64Array) -> "NormalScores":
        """Learn from the training items' `(n, F)` values."""
        kept = np.linspace(0, len(values) - 1, min(len(values), _MOST_KNOTS)).round().astype(np.int64)
        knots = np.sort(values, axis=0)[kept].astype(np.float32).astype(np.float64)
        scores = _scores(knots, values)
        return cls(knots, scores.mean(axis=0), scores.std(axis=0))

    def __call__(self, values: Float64Array) -> Float64Array:
        """Return `(n, F)` scores, each quantity of mean 0 and deviation 1 over the training items."""
        moving = self.deviation > _STILL
        scores = (_scores(self.knots, values) - self.mean) / np.where(moving, self.deviation, 1.0)
        return np.where(moving, scores, 0.0)


def _scores(knots: Float64Array, values: Float64Array) -> Float64Array:
    """Return normal scores of `values` `(n, F)` among `knots` `(K, F)`; equals share their mean rank."""
    rank = np.empty(values.shape)
    for column in range(values.shape[1]):
        # Knots are kept in float32, so values are compared as such.
        each = values[:, column].astype(np.float32)
        below = np.searchsorted(knots[:, column], each, "left")
        rank[:, column] = (below + np.searchsorted(knots[:, column], each, "right")) / 2.0
    return np.asarray(ndtri((rank + 0.5) / (len(knots) + 1.0)))


@dataclass(frozen=True, slots=True, eq=False)
class WholeScale:
    """One factor for all dimensions of an embedding: their relative sizes carry meaning and stay.

    Dimensions of an embedding that vary little are mostly noise; scaling each to deviation 1 would give them
    the same say as the others.

    Attributes:
        mean: `(F,)` of the training items.
        scale: the root mean square of the deviations.
    """

    mean: Float64Array
    scale: float

    @classmethod
    def of(cls, values: Float64Array) -> "WholeScale":
        """Learn from the training items' `(n, F)` values."""
        return cls(values.mean(axis=0), max(float(np.sqrt(values.var(axis=0).mean())), _STILL))

    def __call__(self, values: Float64Array) -> Float64Array:
        """Return `(n, F)`, centred, of mean variance 1 over the training items."""
        return (values - self.mean) / self.scale


def scaling_of(values: Float64Array, width: int) -> NormalScores | WholeScale:
    """Learn the scaling that suits statistics `(n, F)` of a column `width` wide."""
    return WholeScale.of(values) if width >= EMBEDDING_WIDTH else NormalScores.of(values)
