import numpy as np
import pytest

from tivm_desktop.domain.evaluation.bootstrap import Resampling, interval


def test_the_interval_of_a_mean_is_that_of_statistics() -> None:
    values = np.random.default_rng(0).normal(size=400)
    low, high = interval(Resampling(400, seed=1).means(values))
    error = values.std() / 20
    assert low == pytest.approx(values.mean() - 1.96 * error, abs=0.02)
    assert high == pytest.approx(values.mean() + 1.96 * error, abs=0.02)


def test_a_seed_gives_the_same_resamples_for_every_figure() -> None:
    values = np.random.default_rng(0).random((30, 2))
    together = Resampling(30, seed=5).means(values)
    assert np.allclose(together[:, 1], Resampling(30, seed=5).means(values[:, 1]))
    assert not np.allclose(together[:, 1], Resampling(30, seed=6).means(values[:, 1]))


def test_copies_of_a_query_in_one_group_make_nothing_surer() -> None:
    values = np.random.default_rng(2).normal(size=50)
    names = [str(item) for item in range(50)]
    once = interval(Resampling(50, seed=0).means(values))
    copied = np.repeat(values, 9)
    assert interval(Resampling(sorted(names * 9, key=int), seed=0).means(copied)) == pytest.approx(
        once, abs=0.03
    )
    low, high = interval(Resampling(450, seed=0).means(copied))
    assert high - low < 0.5 * (once[1] - once[0])


def test_groups_of_different_sizes_count_by_their_queries() -> None:
    values, groups = np.array([0.0, 0.0, 0.0, 1.0]), ["a", "a", "a", "b"]
    means = Resampling(groups, seed=0).means(values)
    assert set(np.round(means, 6)) == {0.0, 0.25, 1.0}


def test_medians_are_those_of_the_drawn_queries() -> None:
    values = np.array([5.0, 1.0, 3.0])
    medians = Resampling(3, seed=0).medians(values)
    assert set(medians) == {1.0, 3.0, 5.0}
    # 1 is the median of three draws where it is drawn at least twice: 7 of 27.
    assert np.mean(medians == 1.0) == pytest.approx(7 / 27, abs=0.04)


def test_of_two_in_the_middle_the_lower_is_the_median() -> None:
    medians = Resampling(2, seed=0).medians(np.array([1.0, 3.0]))
    # 3 is the lower one of the two where both draws are 3: one in four.
    assert np.mean(medians == 3.0) == pytest.approx(1 / 4, abs=0.04)


def test_there_are_as_many_resamples_as_asked_for() -> None:
    some = Resampling(3, seed=0, resamples=250)
    assert some.medians(np.array([5.0, 1.0, 3.0])).shape == (250,)
    assert some.means(np.ones((3, 2))).shape == (250, 2)


def test_nothing_can_not_be_resampled() -> None:
    with pytest.raises(ValueError, match="no queries"):
        Resampling([], seed=0)
