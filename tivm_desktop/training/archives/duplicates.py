"""Items that are the same under two names: never each other's negatives, never on two sides of a fold."""

import hashlib
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.analysis import FloatArray


def groups_with_duplicates(
    groups: Sequence[str], offsets: NDArray[np.int64], *sides: Mapping[str, FloatArray]
) -> tuple[str, ...]:
    """(S,) groups in which items with equal rows on one of `sides` share one, and so do their whole groups.

    A joined group bears the name of its first item's. Items of one row are left alone: single rows of coarse
    columns are equal by chance.
    """
    parent: dict[str, str] = {group: group for group in groups}

    def root(group: str) -> str:
        while parent[group] != group:
            parent[group] = parent[parent[group]]
            group = parent[group]
        return group

    order = {group: index for index, group in reversed(list(enumerate(groups)))}
    for columns in sides:
        seen: dict[bytes, str] = {}
        for index, group in enumerate(groups):
            first, end = int(offsets[index]), int(offsets[index + 1])
            if end - first < 2:
                continue
            digest = hashlib.blake2b(digest_size=16)
            for column in columns.values():
                digest.update(np.ascontiguousarray(column[first:end]).tobytes())
            twin = seen.setdefault(digest.digest(), group)
            earlier, later = sorted((root(twin), root(group)), key=order.__getitem__)
            parent[later] = earlier
    return tuple(root(group) for group in groups)
