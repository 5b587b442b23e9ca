"""Whether one recipe is better than another on the same queries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from tivm_desktop.domain.arrays import Float64Array
from tivm_desktop.domain.evaluation.bootstrap import RESAMPLES, Resampling, interval
from tivm_desktop.domain.evaluation.figures import Ranking


@dataclass(frozen=True, slots=True)
class Difference:
    """A paired difference of means.

    Attributes:
        mean: first minus second.
        low: lower end of the 95 % interval.
        high: upper end of it.
        p: two-sided bootstrap probability of a difference at least as far from zero on the other side.
        corrected_p: the same after Holm's correction for all comparisons that were made together.
    """

    mean: float
    low: float
    high: float
    p: float
    corrected_p: float

    def to_json(self) -> dict[str, float]:
        """Return the difference as JSON."""
        return {
            "mean": self.mean,
            "low": self.low,
            "high": self.high,
            "p": self.p,
            "corrected_p": self.corrected_p,
        }


def paired(
    first: Float64Array,
    second: Float64Array,
    groups: Sequence[str],
    seed: int = 0,
    resamples: int = RESAMPLES,
) -> Difference:
    """Compare two values of every query; groups of queries are drawn together.

    Args:
        first: `(Q,)`.
        second: `(Q,)`, of the same queries.
        groups: `(Q,)`, those that are not independent of each other.
        seed: of the bootstrap.
        resamples: of the bootstrap.

    Raises:
        ValueError: the numbers of queries differ.
    """
    if first.shape != second.shape or len(groups) != len(first):
        raise ValueError("a paired comparison needs the same queries on both sides")
    difference = first - second
    means = Resampling(groups, seed, resamples).means(difference)
    low, high = interval(means)
    tail = min(np.count_nonzero(means <= 0), np.count_nonzero(means >= 0))
    p = min(1.0, 2.0 * (tail + 1) / (resamples + 1))
    return Difference(float(difference.mean()), low, high, p, p)


def holm(differences: Sequence[Difference]) -> list[Difference]:
    """Correct for having compared many times: S. Holm, Scandinavian Journal of Statistics 6 (1979)."""
    order = sorted(range(len(differences)), key=lambda at: differences[at].p)
    corrected, largest = list(differences), 0.0
    for place, at in enumerate(order):
        largest = max(largest, min(1.0, (len(order) - place) * differences[at].p))
        corrected[at] = replace(differences[at], corrected_p=largest)
    return corrected


def per_item(rankings: Mapping[int, Ranking], k: int | None) -> Mapping[int, float]:
    """Return each item's value, averaged over the seeds that asked for it.

    Args:
        rankings: by seed.
        k: recall at `k`; None is the normalised rank.
    """
    sums: dict[int, list[float]] = {}
    for ranking in rankings.values():
        values = ranking.auc if k is None else ranking.recalled(k)
        for item, value in zip(ranking.items.tolist(), values.tolist(), strict=True):
            sums.setdefault(item, []).append(value)
    return {item: float(np.mean(values)) for item, values in sums.items()}


def compare(
    first: Mapping[int, Ranking],
    second: Mapping[int, Ranking],
    groups: Sequence[str],
    k: int | None = None,
    seed: int = 0,
) -> Difference:
    """Compare two recipes on the items that both were asked for, over the seeds that both have.

    Seeds are averaged per item first, so that an item counts once, however many seeds asked for it.

    Args:
        first: ranks by seed.
        second: ranks by seed.
        groups: `(S,)`, the group of each item of the archive.
        k: recall at `k`; None is the normalised rank, whose mean is the AUC.
        seed: of the bootstrap.

    Raises:
        ValueError: they have no seed or no item in common.
    """
    seeds = sorted(set(first) & set(second))
    one = per_item({each: first[each] for each in seeds}, k)
    other = per_item({each: second[each] for each in seeds}, k)
    items = sorted(set(one) & set(other))
    if not items:
        raise ValueError("there is nothing that both were asked for")
    return paired(
        np.array([one[item] for item in items]),
        np.array([other[item] for item in items]),
        [groups[item] for item in items],
        seed,
    )
