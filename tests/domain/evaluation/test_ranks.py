import numpy as np
import pytest

from tivm_desktop.domain.evaluation.ranks import normalised, ranks


def test_the_own_candidate_is_counted_among_better_ones() -> None:
    similarity = np.array([[0.9, 0.1, 0.2], [0.8, 0.5, 0.1], [0.6, 0.7, 0.5]])
    assert ranks(similarity).tolist() == [1.0, 2.0, 3.0]


def test_equals_share_their_mean_rank() -> None:
    assert ranks(np.ones((3, 3))).tolist() == [2.0, 2.0, 2.0]
    assert ranks(np.array([[0.5, 0.5, 0.9, 0.1]]), np.array([0])).tolist() == [2.5]


def test_several_queries_may_have_one_truth() -> None:
    similarity = np.array([[0.1, 0.9], [0.9, 0.1], [0.2, 0.3]])
    assert ranks(similarity, np.array([1, 1, 1])).tolist() == [1.0, 2.0, 1.0]


def test_ranks_agree_with_sorting() -> None:
    similarity = np.random.default_rng(3).normal(size=(20, 20))
    order = np.argsort(-similarity, axis=1)
    assert ranks(similarity).tolist() == [1.0 + list(row).index(i) for i, row in enumerate(order)]


@pytest.mark.parametrize(
    ("similarity", "truth"),
    [
        (np.array([[np.nan, 1.0], [0.0, 1.0]]), None),
        (np.zeros((2, 3)), None),
        (np.zeros((2, 3)), np.array([0, 3])),
        (np.zeros((2, 3)), np.array([0])),
    ],
    ids=["not finite", "no truth", "truth outside the pool", "too few truths"],
)
def test_what_has_no_rank_is_refused(similarity: np.ndarray, truth: np.ndarray | None) -> None:
    with pytest.raises(ValueError, match=r"finite|truth"):
        ranks(similarity, truth)


def test_the_normalised_rank_goes_from_one_to_zero() -> None:
    assert normalised(np.array([1.0, 3.0, 5.0]), np.array([5, 5, 5])).tolist() == [1.0, 0.5, 0.0]
    assert normalised(np.array([1.0, 2.0]), np.array([2, 2])).tolist() == [1.0, 0.0]
    with pytest.raises(ValueError, match="fewer than two"):
        normalised(np.array([1.0]), np.array([1]))
