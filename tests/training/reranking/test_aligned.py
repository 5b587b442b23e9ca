"""Courses are compared at the same seconds, away from the ends."""

import numpy as np
import pytest

from tivm_desktop.domain.analysis import FloatArray
from tivm_desktop.training.reranking.aligned import aligned_similarity

EDGE = 5


def course(length: int = 60, *, seed: int = 0) -> FloatArray:
    return np.asarray(np.random.default_rng(seed).normal(size=(length, 4)), np.float32)


def test_a_course_is_all_like_itself_and_all_unlike_its_opposite() -> None:
    found = aligned_similarity([course(), course(seed=1)], [course(), -course(seed=1)], EDGE, 10)
    assert found.shape == (2, 2)
    assert np.allclose(np.diag(found), [1.0, -1.0])
    assert np.abs(found[0, 1]) < 0.3


def test_level_and_size_do_not_count() -> None:
    assert aligned_similarity([course()], [3 * course() + 8], EDGE, 10)[0, 0] == pytest.approx(1.0, abs=1e-5)


@pytest.mark.parametrize("end", [slice(0, EDGE), slice(-EDGE, None)])
def test_what_lies_at_an_end_changes_nothing(end: slice) -> None:
    picture, sound = course(), course() + course(seed=1)
    before = aligned_similarity([picture], [sound], EDGE, 10)
    picture[end] = 100.0
    sound[end] = 100.0
    assert np.array_equal(aligned_similarity([picture], [sound], EDGE, 10), before)


def test_the_row_beside_an_end_counts() -> None:
    picture = course()
    picture[EDGE] += 10.0
    assert aligned_similarity([picture], [course()], EDGE, 10)[0, 0] < 0.9


def test_the_end_is_that_of_the_shorter_one() -> None:
    longer = np.concatenate([course(), course(40, seed=1)])
    assert aligned_similarity([course()], [longer], EDGE, 10)[0, 0] == pytest.approx(1.0)
    assert aligned_similarity([longer], [course()], EDGE, 10)[0, 0] == pytest.approx(1.0)
    spoilt = longer.copy()
    spoilt[60 - EDGE :] = 50.0
    assert aligned_similarity([course()], [spoilt], EDGE, 10)[0, 0] == pytest.approx(1.0)


def test_pairs_with_too_little_in_common_get_nothing() -> None:
    found = aligned_similarity([course(20), course(19), course(3)], [course()], EDGE, 10)
    assert np.allclose(found[:, 0], [1.0, 0.0, 0.0])


def test_a_still_course_goes_with_none() -> None:
    assert aligned_similarity([np.ones((60, 4), np.float32)], [course()], EDGE, 10)[0, 0] == 0.0


def test_a_shift_lowers_the_similarity() -> None:
    smooth = np.cumsum(course(80), axis=0)
    scores = [
        aligned_similarity([smooth[:60]], [smooth[shift : 60 + shift]], EDGE, 10)[0, 0] for shift in range(4)
    ]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] - scores[3] > 0.05
