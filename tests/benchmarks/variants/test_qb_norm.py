import numpy as np
import pytest

from benchmarks.variants.qb_norm import qb_norm
from tivm_desktop.domain.evaluation.ranks import ranks

# Candidate 0 is near to everything: every query of the bank has it first.
HUB = np.array([[0.9, 0.2, 0.1, 0.1], [0.8, 0.1, 0.2, 0.0], [0.85, 0.1, 0.0, 0.2]])
QUERIES = np.array([[0.7, 0.1, 0.2, 0.0], [0.6, 0.5, 0.0, 0.1], [0.65, 0.2, 0.6, 0.1], [0.1, 0.2, 0.3, 0.6]])


def test_rows_are_ordered_as_by_the_published_formula() -> None:
    beta = 20.0
    found = qb_norm(QUERIES, HUB, beta)
    published = np.exp(beta * QUERIES) / np.exp(beta * HUB).sum(axis=0)
    assert np.exp(beta * found[:3]) == pytest.approx(published[:3])


def test_a_candidate_near_to_everything_no_longer_comes_first() -> None:
    assert ranks(QUERIES).tolist() == [1.0, 2.0, 2.0, 1.0]
    assert ranks(qb_norm(QUERIES, HUB)).tolist()[1:] == [1.0, 1.0, 1.0]


def test_queries_whose_first_is_nobodys_first_stay_as_they_are() -> None:
    assert qb_norm(QUERIES, HUB)[3].tolist() == QUERIES[3].tolist()


def test_more_candidates_are_activated_where_more_of_the_nearest_count() -> None:
    bank = np.array([[0.9, 0.1, 0.2, 0.8]])
    assert qb_norm(QUERIES, bank, nearest=1)[3].tolist() == QUERIES[3].tolist()
    assert qb_norm(QUERIES, bank, nearest=2)[3].tolist() != QUERIES[3].tolist()


def test_large_betas_do_not_overflow() -> None:
    assert np.isfinite(qb_norm(QUERIES, HUB, beta=1e5)).all()


@pytest.mark.parametrize("bank", [np.zeros((0, 4)), np.zeros((3, 5)), np.zeros(4)])
def test_a_bank_about_other_candidates_is_refused(bank: np.ndarray) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        qb_norm(QUERIES, bank)
