"""Cutting items into folds of about equal size."""

from collections.abc import Sequence

import numpy as np

from tivm_desktop.domain.arrays import IntArray


def group_disjoint_folds(groups: Sequence[str], count: int, seed: int) -> IntArray:
    """Return the fold of each item, 0 to `count` - 1, such that no group is in two folds.

    The largest groups are dealt first, each to the smallest fold so far; groups of one size in an order that
    the seed shuffles. The same groups, count and seed always give the same folds, whatever the machine.

    Args:
        groups: `(S,)`, the group of each item; pass the items' own names to split items freely.
        count: number of folds, at least 2.
        seed: of the shuffle.

    Raises:
        ValueError: there are fewer groups than folds, or fewer than two folds.
    """
    names, member, sizes = np.unique(np.asarray(groups, dtype=str), return_inverse=True, return_counts=True)
    if count < 2:
        raise ValueError("at least two folds are needed")
    if len(names) < count:
        raise ValueError(f"{count} folds can't be cut from {len(names)} parts that belong together")
    shuffled = np.random.default_rng(seed).permutation(len(names))
    order = shuffled[np.argsort(-sizes[shuffled], kind="stable")]
    filled = np.zeros(count, dtype=np.int64)
    fold_of_group = np.empty(len(names), dtype=np.int64)
    for group in order:
        fold_of_group[group] = smallest = int(np.argmin(filled))
        filled[smallest] += sizes[group]
    return np.asarray(fold_of_group[member.reshape(-1)])


def held_out(groups: Sequence[str], items: IntArray, share: float, seed: int) -> tuple[IntArray, IntArray]:
    """Cut `items` into a larger part to train on and a smaller one to validate on; no group is in both.

    Args:
        groups: `(S,)`, the group of every item of the archive.
        items: `(n,)`, indices into `groups`.
        share: about how much of the items the smaller part holds, between 0 and 0.5.
        seed: of the shuffle.

    Returns:
        Indices of the larger and of the smaller part, each ascending.

    Raises:
        ValueError: the items belong to one group only.
    """
    of_items = [groups[item] for item in items]
    count = min(max(2, round(1.0 / share)), len(set(of_items)))
    fold = group_disjoint_folds(of_items, count, seed)
    return np.sort(items[fold != 0]), np.sort(items[fold == 0])
