import numpy as np
import pytest

from tivm_desktop.domain.evaluation.figures import Ranking
from tivm_desktop.training.study.significance import Difference, compare, holm, paired, per_item


def names(count: int) -> list[str]:
    return [str(item) for item in range(count)]


def ranking(items: list[int], ranks: list[float], pool: int = 11) -> Ranking:
    count = len(items)
    return Ranking(np.array(items), np.zeros(count, np.int64), np.full(count, pool), np.array(ranks))


def test_a_small_constant_gain_on_noisy_queries_is_seen_when_paired() -> None:
    rng = np.random.default_rng(0)
    hard = rng.random(200)
    found = paired(hard + 0.02 + 0.05 * rng.normal(size=200), hard, names(200))
    assert found.low > 0
    assert found.mean == pytest.approx(0.02, abs=0.01)
    assert found.p < 0.01


def test_no_gain_is_told_as_none() -> None:
    rng = np.random.default_rng(1)
    found = paired(rng.random(200), rng.random(200), names(200))
    assert found.low < 0 < found.high
    assert found.p > 0.05
    same = paired(np.ones(20), np.ones(20), names(20))
    assert (same.mean, same.low, same.high, same.p) == (0.0, 0.0, 0.0, 1.0)


def test_queries_of_one_group_are_one_witness() -> None:
    rng = np.random.default_rng(2)
    by_artist = np.repeat(rng.normal(0.3, 1.0, size=20), 20)
    alone = paired(by_artist, np.zeros(400), names(400))
    grouped = paired(by_artist, np.zeros(400), [str(item // 20) for item in range(400)])
    assert grouped.high - grouped.low > 3 * (alone.high - alone.low)
    assert grouped.p > alone.p


def test_holm_multiplies_by_how_many_are_left() -> None:
    found = holm([Difference(0, 0, 0, p, p) for p in (0.01, 0.04, 0.03, 0.5)])
    assert [each.corrected_p for each in found] == pytest.approx([0.04, 0.09, 0.09, 0.5])
    assert holm([]) == []


def test_an_item_counts_once_however_many_seeds_asked_for_it() -> None:
    rankings = {0: ranking([0, 1], [1.0, 11.0]), 1: ranking([1, 0], [1.0, 3.0])}
    assert per_item(rankings, None) == pytest.approx({0: 0.9, 1: 0.5})
    assert per_item(rankings, 1) == pytest.approx({0: 0.5, 1: 0.5})


def test_only_seeds_and_items_of_both_are_compared() -> None:
    first = {0: ranking([0, 1, 2], [1.0, 1.0, 1.0]), 7: ranking([0], [11.0])}
    second = {0: ranking([0, 1], [2.0, 2.0]), 8: ranking([0], [1.0])}
    assert compare(first, second, names(3)).mean == pytest.approx(0.1)
    with pytest.raises(ValueError, match="nothing"):
        compare({0: first[0]}, {1: second[0]}, names(3))


def test_different_queries_are_no_pairs() -> None:
    with pytest.raises(ValueError, match="same queries"):
        paired(np.ones(3), np.ones(2), names(3))
