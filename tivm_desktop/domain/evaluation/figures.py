"""What is said of a list of ranks: recall, median rank, area under the curve, with intervals and chance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tivm_desktop.domain.arrays import Float64Array, IntArray
from tivm_desktop.domain.evaluation.bootstrap import RESAMPLES, Resampling, interval
from tivm_desktop.domain.evaluation.ranks import normalised

RECALL_AT = (1, 5, 10, 25)

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True, eq=False)
class Ranking:
    """Ranks of queries in their pools.

    Attributes:
        items: `(Q,)`, the item that each query is about.
        folds: `(Q,)`, the fold whose pool the query was asked of; all 0 without folds.
        pools: `(Q,)`, number of candidates in that pool.
        ranks: `(Q,)`, rank of the query's own candidate, 1 the best.
    """

    items: IntArray
    folds: IntArray
    pools: IntArray
    ranks: Float64Array

    def __len__(self) -> int:
        return len(self.ranks)

    @property
    def auc(self) -> Float64Array:
        """The normalised rank of each query, 1 best: `(Q,)`."""
        return normalised(self.ranks, self.pools)

    def recalled(self, k: int) -> Float64Array:
        """Whether each query's own candidate is among the first `k`, 1 or 0: `(Q,)`."""
        return (self.ranks <= k).astype(np.float64)

    def fold_medians(self) -> list[float]:
        """The median rank within each fold."""
        return [float(np.median(self.ranks[self.folds == fold])) for fold in np.unique(self.folds)]


def join(rankings: Sequence[Ranking]) -> Ranking:
    """Return the rankings one after the other as one."""
    return Ranking(
        np.concatenate([ranking.items for ranking in rankings]),
        np.concatenate([ranking.folds for ranking in rankings]),
        np.concatenate([ranking.pools for ranking in rankings]),
        np.concatenate([ranking.ranks for ranking in rankings]),
    )


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures of one direction. Intervals are 95 % percentile bootstrap.

    Attributes:
        recall: share of queries whose own candidate is among the first k, by k.
        median_rank: the median rank; with folds the mean of the folds' medians.
        auc: mean normalised rank, 1 best, 0.5 chance.
    """

    recall: Mapping[int, float]
    recall_ci: Mapping[int, Interval]
    median_rank: float
    median_rank_ci: Interval
    auc: float
    auc_ci: Interval

    def to_json(self) -> dict[str, object]:
        """Return the figures as JSON knows them."""
        return {
            "recall": {str(k): value for k, value in self.recall.items()},
            "recall_ci": {str(k): list(ends) for k, ends in self.recall_ci.items()},
            "median_rank": self.median_rank,
            "median_rank_ci": list(self.median_rank_ci),
            "auc": self.auc,
            "auc_ci": list(self.auc_ci),
        }


def figures(
    ranking: Ranking,
    groups: Sequence[str] | None = None,
    seed: int = 0,
    resamples: int = RESAMPLES,
    recall_at: Sequence[int] = RECALL_AT,
) -> Figures:
    """Return the figures of a ranking.

    Args:
        ranking: the ranks.
        groups: `(Q,)`, the queries that are drawn together in the bootstrap; each by itself without it.
        seed: of the bootstrap.
        resamples: of the bootstrap.
        recall_at: the k of the recall.
    """
    values = np.stack([ranking.auc, *(ranking.recalled(k) for k in recall_at)], axis=1)
    resampling = Resampling(len(ranking) if groups is None else groups, seed, resamples)
    ends = [interval(column) for column in resampling.means(values).T]
    means = [float(mean) for mean in values.mean(axis=0)]
    return Figures(
        recall=dict(zip(recall_at, means[1:], strict=True)),
        recall_ci=dict(zip(recall_at, ends[1:], strict=True)),
        median_rank=float(np.mean(ranking.fold_medians())),
        median_rank_ci=interval(resampling.medians(ranking.ranks)),
        auc=means[0],
        auc_ci=ends[0],
    )


def chance(pools: IntArray, recall_at: Sequence[int] = RECALL_AT) -> dict[str, object]:
    """Return what guessing gives on average in pools of these sizes, one size per query, as JSON knows it."""
    sizes = pools.astype(np.float64)
    return {
        "recall": {str(k): float(np.minimum(1.0, k / sizes).mean()) for k in recall_at},
        "median_rank": float(((sizes + 1.0) / 2.0).mean()),
        "auc": 0.5,
    }
