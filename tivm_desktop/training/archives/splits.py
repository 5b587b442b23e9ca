"""Which items are for training, which for choosing, which for judging: whole groups, by a seed."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

TRAIN, VALIDATION, TEST = "train", "val", "test"


@dataclass(frozen=True, slots=True)
class Shares:
    """How much of the groups goes where; the rest is for training.

    Raises:
        ValueError: a share is negative, or nothing is left for training.
    """

    validation: float = 0.1
    test: float = 0.1
    seed: int = 0

    def __post_init__(self) -> None:
        if not (self.validation >= 0 and self.test >= 0 and self.validation + self.test < 1):
            raise ValueError("the shares for validation and test must be at least 0 and together less than 1")

    def split(self, groups: Sequence[str]) -> tuple[str, ...]:
        """(S,) the split of each item; all items of a group are in one.

        A share above 0 gets at least one group, as long as one is left for training. Groups are ordered by a
        hash of seed and name, so that neither the order of the items nor the machine matters, and another
        group moves few.
        """
        order = sorted(set(groups), key=self._rank)
        tests = _count(self.test, len(order), len(order) - 1)
        validations = _count(self.validation, len(order), len(order) - 1 - tests)
        of = dict.fromkeys(order[:tests], TEST)
        of |= dict.fromkeys(order[tests : tests + validations], VALIDATION)
        return tuple(of.get(group, TRAIN) for group in groups)

    def _rank(self, group: str) -> bytes:
        return hashlib.blake2b(
            f"{self.seed}:{group}".encode("utf-8", "surrogatepass"), digest_size=16
        ).digest()


def _count(share: float, groups: int, most: int) -> int:
    return max(0, min(max(1, round(share * groups)), most)) if share > 0 else 0
