import numpy as np
import pytest

from tivm_desktop.training.evaluation.folds import group_disjoint_folds, held_out

GROUPS = [f"artist {number}" for number in np.random.default_rng(0).geometric(0.05, size=200)]


def test_no_group_is_in_two_folds_and_folds_are_of_one_size() -> None:
    folds = group_disjoint_folds(GROUPS, 5, seed=0)
    homes = {
        group: {int(fold) for fold, own in zip(folds, GROUPS, strict=True) if own == group}
        for group in GROUPS
    }
    assert all(len(where) == 1 for where in homes.values())
    assert np.bincount(folds).tolist() == pytest.approx([40] * 5, abs=2)


def test_the_seed_decides_alone() -> None:
    assert np.array_equal(group_disjoint_folds(GROUPS, 5, seed=1), group_disjoint_folds(GROUPS, 5, seed=1))
    assert not np.array_equal(
        group_disjoint_folds(GROUPS, 5, seed=1), group_disjoint_folds(GROUPS, 5, seed=2)
    )


@pytest.mark.parametrize(("groups", "count"), [(["a", "a", "b"], 3), (["a", "b"], 1)])
def test_too_few_groups_or_folds_are_refused(groups: list[str], count: int) -> None:
    with pytest.raises(ValueError, match="folds"):
        group_disjoint_folds(groups, count, seed=0)


def test_a_part_is_held_out_by_groups() -> None:
    items = np.arange(0, 200, 2)
    larger, smaller = held_out(GROUPS, items, 0.1, seed=0)
    assert sorted([*larger, *smaller]) == items.tolist()
    assert len(smaller) == pytest.approx(10, abs=3)
    assert not {GROUPS[item] for item in larger} & {GROUPS[item] for item in smaller}
