"""Items that are the same under two names: never each other's negatives, never on two sides of a fold."""

import hashlib
from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.arrays import FloatArray


def fingerprint(block: FloatArray) -> bytes | None:
    """Return what tells a (T, D) block of rows from others, or None where equal rows mean nothing.

    They mean nothing where rows don't change or hold whole numbers only: a key, a chord, seconds since a cut
    are equal in different items by chance.
    """
    if (block == block[:1]).all() or (block == np.round(block)).all():
        return None
    return hashlib.blake2b(np.ascontiguousarray(block).tobytes(), digest_size=16).digest()


def groups_with_duplicates(
    groups: Sequence[str], offsets: NDArray[np.int64], *sides: Mapping[str, FloatArray]
) -> tuple[str, ...]:
    """(S,) groups in which items with equal rows on one of `sides` share one, and so do their groups."""
    spans = [slice(int(first), int(end)) for first, end in pairwise(offsets)]

    def prints(side: Mapping[str, FloatArray]) -> list[bytes | None]:
        return [fingerprint(np.concatenate([one[span] for one in side.values()], axis=1)) for span in spans]

    return joined(groups, *map(prints, sides))


def joined(groups: Sequence[str], *fingerprints: Sequence[bytes | None]) -> tuple[str, ...]:
    """(S,) groups in which items with an equal fingerprint share one, and so do their whole groups.

    A joined group bears the name of that of its first item.
    """
    parent = {group: group for group in groups}
    place = {group: index for index, group in reversed(list(enumerate(groups)))}

    def root(group: str) -> str:
        while parent[group] != group:
            parent[group] = parent[parent[group]]
            group = parent[group]
        return group

    for prints in fingerprints:
        seen: dict[bytes, str] = {}
        for group, found in zip(groups, prints, strict=True):
            if found is not None:
                pair = (root(seen.setdefault(found, group)), root(group))
                parent[max(pair, key=place.__getitem__)] = min(pair, key=place.__getitem__)
    return tuple(root(group) for group in groups)
