"""How well pairs are found: each video's own music among that of all pairs, and among that of its group."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.arrays import IntArray
from tivm_desktop.domain.evaluation.figures import Figures, Interval, Ranking, chance, figures, join
from tivm_desktop.domain.evaluation.ranks import ranks

RECALL_AT = (1, 5, 10)
SMALLEST_GROUP = 5
"""Pairs of a group that is judged by itself: among fewer, a rank says next to nothing."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Figures of videos that each had a pool to find their music in.

    Attributes:
        n: number of videos.
        pool: number of tracks to choose from, on average over the videos; 0 without videos.
        chance: what guessing gives, as JSON; None without videos.
        figures: of the videos, intervals by drawing videos; None without videos.
    """

    n: int
    pool: float
    chance: Mapping[str, object] | None
    figures: Figures | None

    def to_json(self) -> dict[str, object]:
        """Return the figures as JSON knows them; null for what there is none of."""
        pool: float = int(self.pool) if float(self.pool).is_integer() else self.pool
        found = dict.fromkeys(_KEYS) if self.figures is None else self.figures.to_json()
        return {"n": self.n, "pool": pool, **found, "chance": self.chance}


@dataclass(frozen=True, slots=True)
class PairReport:
    """What is said of a square of scores.

    Attributes:
        full: every video against the music of all pairs.
        within: every video of a group of at least `SMALLEST_GROUP` pairs against the music of that group.
        groups: the groups judged in `within`, by name.
        left_out: number of pairs in smaller groups, which `within` leaves out.
        rankings: for each video's id the ids of all music, best first; equals in order of their ids.
    """

    full: Judged
    within: Judged
    groups: Mapping[str, Judged]
    left_out: int
    rankings: Mapping[str, tuple[str, ...]]

    def to_json(self) -> dict[str, object]:
        """Return the report as JSON knows it."""
        groups = {
            name: {"n": found.n, "auc": _auc(found)[0], "auc_ci": list(_auc(found)[1])}
            for name, found in self.groups.items()
        }
        return {
            "n": len(self.rankings),
            "full": self.full.to_json(),
            "within": {**self.within.to_json(), "groups": groups, "left_out": self.left_out},
            "rankings": {name: list(order) for name, order in self.rankings.items()},
        }

    def lines(self) -> list[str]:
        """Return the report as a table, 95 % intervals in brackets."""
        rows = [("all", self.full), ("within groups", self.within)]
        rows += [(f"  {name}", found) for name, found in self.groups.items()]
        width = max(len(name) for name, _ in rows)
        recall = "".join(f"{f'R@{k}':>7}" for k in RECALL_AT)
        lines = [f"{'':{width}}      n   pool    AUC                 {recall}  median rank"]
        lines += [f"{name:{width}}  {_line(found)}" for name, found in rows if found.n]
        if self.left_out:
            lines.append(
                f"{self.left_out} in groups of fewer than {SMALLEST_GROUP} are left out within groups"
            )
        return lines


def pair_report(
    scores: NDArray[np.floating], ids: Sequence[str], groups: Sequence[str], seed: int = 0
) -> PairReport:
    """Judge a scorer by pairs that belong together.

    Args:
        scores: `(n, n)`, how well the music of pair j (column) fits the video of pair i (row), the higher the
            better; compared within rows only. Equal scores share their mean rank.
        ids: `(n,)` the pairs' names, each once.
        groups: `(n,)` the group of each pair.
        seed: of the bootstrap.

    Raises:
        ValueError: the scores are no square of that size or not finite, or an id is there twice.
    """
    count = len(ids)
    if scores.shape != (count, count) or len(groups) != count:
        raise ValueError(f"scores of shape {scores.shape} don't fit {count} pairs")
    if len(set(ids)) < count:
        raise ValueError("an id names two pairs")
    everyone = np.arange(count)
    members = {name: np.flatnonzero([group == name for group in groups]) for name in sorted(set(groups))}
    large = {name: _ranking(scores, items) for name, items in members.items() if len(items) >= SMALLEST_GROUP}
    return PairReport(
        full=_judged([_ranking(scores, everyone)] if count > 1 else [], seed),
        within=_judged(list(large.values()), seed),
        groups={name: _judged([ranking], seed) for name, ranking in large.items()},
        left_out=sum(len(items) for items in members.values() if len(items) < SMALLEST_GROUP),
        rankings=_rankings(scores, ids),
    )


def _ranking(scores: NDArray[np.floating], items: IntArray) -> Ranking:
    """Rank each item's own music among that of `items`."""
    found = ranks(scores[np.ix_(items, items)])
    return Ranking(items, np.zeros(len(items), np.int64), np.full(len(items), len(items)), found)


def _judged(parts: Sequence[Ranking], seed: int) -> Judged:
    if not parts:
        return Judged(0, 0.0, None, None)
    ranking = join(parts)
    found = figures(ranking, seed=seed, recall_at=RECALL_AT)
    return Judged(len(ranking), float(ranking.pools.mean()), chance(ranking.pools, RECALL_AT), found)


def _rankings(scores: NDArray[np.floating], ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    place = np.argsort(np.argsort(np.asarray(ids, dtype=str), kind="stable"))
    orders = [np.lexsort((place, -row)) for row in scores]
    return {name: tuple(ids[at] for at in order) for name, order in zip(ids, orders, strict=True)}


_KEYS = ("recall", "recall_ci", "median_rank", "median_rank_ci", "auc", "auc_ci")


def _auc(found: Judged) -> tuple[float, Interval]:
    assert found.figures is not None  # noqa: S101 - a group that is judged has pairs
    return found.figures.auc, found.figures.auc_ci


def _line(found: Judged) -> str:
    assert found.figures is not None  # noqa: S101 - rows without videos are not shown
    auc, (low, high) = _auc(found)
    recall = "".join(f"{found.figures.recall[k]:7.3f}" for k in RECALL_AT)
    shape = f"{found.n:5d}  {found.pool:5.1f}  {auc:5.3f} [{low:.3f}, {high:.3f}]"
    return f"{shape} {recall}  {found.figures.median_rank:11.1f}"
