import numpy as np
import pytest

from benchmarks.variants.searched import searched_similarity
from tivm_desktop.training.reranking.aligned import aligned_similarity


def course(rows: int, seed: int) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=(rows, 3)).astype(np.float32)


def correlation(one: np.ndarray, other: np.ndarray) -> float:
    one, other = one - one.mean(axis=0), other - other.mean(axis=0)
    return float((one * other).sum() / np.sqrt((one**2).sum() * (other**2).sum()))


def test_without_lags_courses_are_compared_as_they_lie() -> None:
    video, music = [course(50, 0), course(70, 1)], [course(60, 2), course(50, 3)]
    found = searched_similarity(video, music, shortest=1, furthest=0)
    assert found == pytest.approx(aligned_similarity(video, music, 1), abs=1e-6)


@pytest.mark.parametrize("lag", [-9, 0, 12])
def test_a_course_is_found_where_it_lies(lag: int) -> None:
    whole = course(100, 4)
    video, music = whole[20 + lag : 70 + lag], whole[20:80]
    assert searched_similarity([video], [music], 10, 15)[0, 0] == pytest.approx(1.0)


def test_no_lag_beyond_the_furthest_is_tried() -> None:
    whole = course(100, 4)
    assert searched_similarity([whole[32:82]], [whole[20:80]], 10, 11)[0, 0] < 0.5


def test_it_is_the_largest_of_all_correlations() -> None:
    picture, sound, furthest = course(40, 5), course(47, 6), 12
    expected = []
    for lag in range(-furthest, furthest + 1):
        begin, end = max(0, -lag), min(len(sound), len(picture) - lag)
        if end - begin >= len(picture) / 2:
            expected.append(correlation(picture[begin + lag : end + lag], sound[begin:end]))
    found = searched_similarity([picture], [sound], 5, furthest)
    assert found[0, 0] == pytest.approx(max(expected))


def test_pairs_with_too_little_in_common_get_nothing() -> None:
    short, long = course(10, 7), course(50, 8)
    assert searched_similarity([short, long], [long], 11, 4).tolist()[0] == [0.0]
    assert searched_similarity([course(0, 9)], [long], 1, 4).tolist() == [[0.0]]
    assert searched_similarity([], [long], 1, 4).shape == (0, 1)
