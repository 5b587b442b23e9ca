"""Courses are compared at the same seconds."""

import numpy as np
import pytest

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.training.reranking.aligned import aligned_similarity


def course(length: int = 60, *, seed: int = 0) -> FloatArray:
    return np.asarray(np.random.default_rng(seed).normal(size=(length, 4)), np.float32)


def test_a_course_is_all_like_itself_and_all_unlike_its_opposite() -> None:
    found = aligned_similarity([course(), course(seed=1)], [course(), -course(seed=1)], 10)
    assert found.shape == (2, 2)
    assert np.allclose(np.diag(found), [1.0, -1.0])
    assert np.abs(found[0, 1]) < 0.3


def test_level_and_size_do_not_count() -> None:
    assert aligned_similarity([course()], [3 * course() + 8], 10)[0, 0] == pytest.approx(1.0, abs=1e-5)


def test_every_row_counts() -> None:
    picture = course()
    picture[-1] += 10.0
    assert aligned_similarity([picture], [course()], 10)[0, 0] < 0.9


def test_what_the_longer_one_goes_on_with_does_not_count() -> None:
    longer = np.concatenate([course(), course(40, seed=1)])
    assert aligned_similarity([course()], [longer], 10)[0, 0] == pytest.approx(1.0)
    assert aligned_similarity([longer], [course()], 10)[0, 0] == pytest.approx(1.0)


def test_pairs_with_too_little_in_common_get_nothing() -> None:
    found = aligned_similarity([course(10), course(9), course(0)], [course()], 10)
    assert np.allclose(found[:, 0], [1.0, 0.0, 0.0])


def test_a_still_course_goes_with_none() -> None:
    assert aligned_similarity([np.ones((60, 4), np.float32)], [course()], 10)[0, 0] == 0.0


def test_a_shift_lowers_the_similarity() -> None:
    smooth = np.cumsum(course(80), axis=0)
    scores = [aligned_similarity([smooth[:60]], [smooth[shift : 60 + shift]], 10)[0, 0] for shift in range(4)]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] - scores[3] > 0.05
