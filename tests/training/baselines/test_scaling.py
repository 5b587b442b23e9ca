import numpy as np
import pytest

from tivm_desktop.training.archives.kinds import EMBEDDING_WIDTH
from tivm_desktop.training.baselines.scaling import NormalScores, WholeScale, scaling_of


def test_normal_scores_do_not_care_for_the_shape_of_a_distribution() -> None:
    values = np.random.default_rng(0).normal(size=(300, 1))
    plain, bent = NormalScores.of(values)(values), NormalScores.of(np.exp(3 * values))(np.exp(3 * values))
    assert np.allclose(plain, bent)
    assert (plain.mean(), plain.std()) == pytest.approx((0.0, 1.0), abs=1e-9)
    assert abs(plain).max() < 3.5


def test_a_value_beyond_all_training_items_stays_within_reach() -> None:
    scores = NormalScores.of(np.arange(100.0)[:, None])
    far = scores(np.array([[1e9], [-1e9], [49.5]]))
    assert far[0] == pytest.approx(-far[1])
    assert far[0] < 4
    assert far[2] == pytest.approx(0.0, abs=0.02)


def test_equals_get_one_score_and_what_never_moves_gets_none() -> None:
    values = np.column_stack([np.array([1.0, 1.0, 2.0, 2.0]), np.full(4, 7.0)])
    found = NormalScores.of(values)(values)
    assert found[0, 0] == found[1, 0] < found[2, 0]
    assert set(NormalScores.of(values)(np.array([[1.0, 8.0]]))[:, 1]) == {0.0}


def test_an_embedding_keeps_the_proportions_of_its_dimensions() -> None:
    values = np.random.default_rng(1).normal(size=(200, 3)) * [10.0, 1.0, 0.1] + 5.0
    scaled = WholeScale.of(values)(values)
    deviations = scaled.std(axis=0)
    assert deviations[0] / deviations[1] == pytest.approx(values[:, 0].std() / values[:, 1].std())
    assert scaled.var(axis=0).mean() == pytest.approx(1.0)


def test_the_width_of_a_column_decides() -> None:
    values = np.random.default_rng(1).normal(size=(10, 4))
    assert isinstance(scaling_of(values, EMBEDDING_WIDTH), WholeScale)
    assert isinstance(scaling_of(values, EMBEDDING_WIDTH - 1), NormalScores)
