from collections import Counter

import pytest

from tivm_desktop.training.archives.splits import Shares


def test_shares_are_counted_in_groups() -> None:
    groups = [f"g{index}" for index in range(40)]
    assert Counter(Shares(0.1, 0.2).split(groups)) == {"train": 28, "val": 4, "test": 8}


def test_a_group_is_never_split() -> None:
    groups = [f"g{index % 7}" for index in range(50)]
    splits = Shares(0.2, 0.2).split(groups)
    assert len(set(zip(groups, splits, strict=True))) == 7


def test_a_split_depends_on_the_seed_and_not_on_the_order() -> None:
    groups = [f"g{index}" for index in range(30)]
    splits = dict(zip(groups, Shares(seed=3).split(groups), strict=True))
    backwards = dict(zip(groups[::-1], Shares(seed=3).split(groups[::-1]), strict=True))
    assert splits == backwards
    assert splits != dict(zip(groups, Shares(seed=4).split(groups), strict=True))


@pytest.mark.parametrize(
    ("groups", "counts"),
    [(1, {"train": 1}), (2, {"train": 1, "test": 1}), (3, {"train": 1, "val": 1, "test": 1})],
)
def test_few_groups_leave_one_for_training(groups: int, counts: dict[str, int]) -> None:
    assert Counter(Shares().split([f"g{index}" for index in range(groups)])) == counts


def test_a_share_of_nothing_gets_nothing() -> None:
    assert Counter(Shares(0.0, 0.0).split(["a", "b", "c"])) == {"train": 3}
    assert Shares().split([]) == ()


@pytest.mark.parametrize(("validation", "test"), [(-0.1, 0.1), (0.5, 0.5), (0.1, 1.0), (float("nan"), 0.1)])
def test_impossible_shares_are_refused(validation: float, test: float) -> None:
    with pytest.raises(ValueError, match="together less than 1"):
        Shares(validation, test)
