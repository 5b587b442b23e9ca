"""What is said of ranks, and what is drawn together for its intervals."""

import numpy as np
import pytest

from tivm_desktop.domain.evaluation.figures import Ranking, chance, figures, join


def ranking(*ranks: float, pool: int = 9, fold: int = 0, first: int = 0) -> Ranking:
    count = len(ranks)
    items = np.arange(first, first + count)
    return Ranking(items, np.full(count, fold), np.full(count, pool), np.array(ranks))


def test_joined_rankings_keep_whose_rank_is_whose() -> None:
    both = join([ranking(1, 2), ranking(3, 4, 5, pool=5, fold=1, first=7)])
    assert len(both) == 5
    assert both.items.tolist() == [0, 1, 7, 8, 9]
    assert both.folds.tolist() == [0, 0, 1, 1, 1]
    assert both.pools.tolist() == [9, 9, 5, 5, 5]
    assert both.ranks.tolist() == [1, 2, 3, 4, 5]


def test_the_median_rank_is_the_mean_of_the_folds_medians() -> None:
    found = figures(join([ranking(1, 2, 9), ranking(4, 6, 8, 8, fold=1)]), recall_at=(2,))
    assert found.median_rank == (2 + 7) / 2
    assert found.recall == {2: pytest.approx(2 / 7)}
    assert found.auc == pytest.approx(np.mean([1 - (rank - 1) / 8 for rank in (1, 2, 9, 4, 6, 8, 8)]))


def test_queries_of_a_group_are_drawn_together_and_leave_more_open() -> None:
    ranks = ranking(*[1] * 30, *[9] * 30)
    apart, together = figures(ranks), figures(ranks, groups=["a"] * 30 + ["b"] * 30)
    assert together.auc == apart.auc
    assert together.auc_ci == (0.0, 1.0)
    assert 0.2 < apart.auc_ci[0] < 0.5 < apart.auc_ci[1] < 0.8


def test_the_draws_are_the_same_each_time_and_as_many_as_asked_for() -> None:
    ranks = ranking(*range(1, 10))
    assert figures(ranks) == figures(ranks, seed=0)
    assert figures(ranks, seed=0) != figures(ranks, seed=1)
    once = figures(ranks, resamples=1)
    assert once.auc_ci[0] == once.auc_ci[1]


def test_guessing_finds_a_share_of_each_pool() -> None:
    guessed = chance(np.array([4, 10]), (1, 5))
    assert guessed["recall"] == {
        "1": pytest.approx((1 / 4 + 1 / 10) / 2),
        "5": pytest.approx((1 + 1 / 2) / 2),
    }
    assert guessed["median_rank"] == (2.5 + 5.5) / 2
