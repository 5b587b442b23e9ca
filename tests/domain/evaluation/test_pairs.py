import json

import numpy as np
import pytest

from tivm_desktop.domain.evaluation.pairs import RECALL_AT, pair_report


def named(count: int) -> list[str]:
    return [f"pair {number:03d}" for number in range(count)]


def alike(count: int, groups: int = 1) -> list[str]:
    return [f"group {number % groups}" for number in range(count)]


def test_a_perfect_scorer_and_its_opposite() -> None:
    perfect = pair_report(np.eye(6), named(6), alike(6)).to_json()
    for part in (perfect["full"], perfect["within"]):
        assert isinstance(part, dict)
        assert (part["auc"], part["auc_ci"], part["median_rank"]) == (1.0, [1.0, 1.0], 1.0)
        assert part["recall"] == {"1": 1.0, "5": 1.0, "10": 1.0}
    worst = pair_report(-np.eye(6), named(6), alike(6))
    assert worst.full.figures is not None
    assert worst.full.figures.auc == 0.0
    assert worst.full.figures.recall[5] == 0.0


def test_guessing_is_worth_a_half() -> None:
    noise = np.random.default_rng(0).normal(size=(200, 200))
    found = pair_report(noise, named(200), alike(200, 8))
    for part in (found.full, found.within):
        assert part.figures is not None
        assert part.figures.auc == pytest.approx(0.5, abs=0.06)
        assert part.figures.auc_ci[0] < 0.5 < part.figures.auc_ci[1]


def test_the_figures_are_those_of_the_ranks() -> None:
    scores = np.zeros((5, 5))
    for row, rank in enumerate((1, 2, 3, 4, 5)):
        scores[row] = -1.0
        scores[row, row] = 0.0
        scores[row, [column for column in range(5) if column != row][: rank - 1]] = 1.0
    full = pair_report(scores, named(5), alike(5)).full
    assert full.figures is not None
    assert full.figures.auc == pytest.approx(np.mean([1.0, 0.75, 0.5, 0.25, 0.0]))
    assert full.figures.recall == pytest.approx({1: 0.2, 5: 1.0, 10: 1.0})
    assert (full.n, full.pool, full.figures.median_rank) == (5, 5.0, 3.0)
    assert full.chance == {"recall": {"1": 0.2, "5": 1.0, "10": 1.0}, "median_rank": 3.0, "auc": 0.5}


def test_equal_scores_share_their_mean_rank() -> None:
    same_sound = np.array([[0.9, 0.9, 0.1], [0.9, 0.9, 0.1], [0.2, 0.2, 0.8]])
    found = pair_report(same_sound, named(3), alike(3)).full
    assert found.figures is not None
    assert found.figures.auc == pytest.approx(np.mean([0.75, 0.75, 1.0]))
    knows_nothing = pair_report(np.ones((7, 7)), named(7), alike(7)).full
    assert knows_nothing.figures is not None
    assert knows_nothing.figures.auc == pytest.approx(0.5)
    assert knows_nothing.figures.recall[1] == 0.0


def test_within_groups_only_the_own_group_competes() -> None:
    groups = ["sea"] * 5 + ["sky"] * 6
    scores = np.where([[a == b for b in groups] for a in groups], 0.0, 10.0) + np.eye(11)
    found = pair_report(scores, named(11), groups)
    assert found.full.figures is not None
    assert found.within.figures is not None
    assert found.within.figures.auc == 1.0
    assert found.full.figures.auc == pytest.approx((5 * 0.4 + 6 * 0.5) / 11)
    assert {name: part.n for name, part in found.groups.items()} == {"sea": 5, "sky": 6}
    assert found.within.n == 11
    assert found.within.pool == pytest.approx((5 * 5 + 6 * 6) / 11)
    assert found.within.to_json()["pool"] == found.within.pool
    assert repr(found.full.to_json()["pool"]) == "11"


def test_a_group_has_its_own_figure_and_interval() -> None:
    scores = np.eye(12)
    scores[6:, 6:] = np.random.default_rng(1).normal(size=(6, 6))
    document = pair_report(scores, named(12), ["known"] * 6 + ["guessed"] * 6).to_json()["within"]
    assert isinstance(document, dict)
    assert list(document["groups"]) == ["guessed", "known"]
    assert document["groups"]["known"] == {"n": 6, "auc": 1.0, "auc_ci": [1.0, 1.0]}
    guessed = document["groups"]["guessed"]
    assert guessed["auc_ci"][0] <= guessed["auc"] <= guessed["auc_ci"][1] < 1.0


def test_groups_of_fewer_than_five_are_left_out_and_counted() -> None:
    groups = ["many"] * 5 + ["few"] * 4 + ["one"]
    found = pair_report(np.eye(10), named(10), groups)
    assert (found.within.n, found.left_out, list(found.groups)) == (5, 5, ["many"])
    assert found.full.n == 10
    assert "5 in groups of fewer than 5" in found.lines()[-1]


def test_without_a_large_group_or_a_second_pair_there_is_no_figure() -> None:
    alone = pair_report(np.ones((1, 1)), ["a"], ["g"]).to_json()
    assert alone["n"] == 1
    for part in (alone["full"], alone["within"]):
        assert isinstance(part, dict)
        assert (part["auc"], part["auc_ci"], part["recall"], part["median_rank"]) == (None,) * 4
    assert alone["rankings"] == {"a": ["a"]}
    few = pair_report(np.eye(3), named(3), alike(3))
    assert (few.within.n, few.within.figures, few.full.n) == (0, None, 3)


def test_rankings_are_best_first_and_equals_in_order_of_their_ids() -> None:
    scores = np.array([[0.1, 0.5, 0.9], [0.4, 0.4, 0.4], [0.0, 0.7, 0.7]])
    found = pair_report(scores, ["c", "b", "a"], ["g"] * 3).rankings
    assert found == {"c": ("a", "b", "c"), "b": ("a", "b", "c"), "a": ("a", "b", "c")}


def test_rankings_and_figures_tell_the_same_where_nothing_ties() -> None:
    groups = alike(30, 4)
    found = pair_report(np.random.default_rng(3).normal(size=(30, 30)), named(30), groups)
    group_of = dict(zip(named(30), groups, strict=True))
    full = [order.index(own) / 29 for own, order in found.rankings.items()]
    mates = {
        own: [one for one in order if group_of[one] == group_of[own]] for own, order in found.rankings.items()
    }
    within = [order.index(own) / (len(order) - 1) for own, order in mates.items()]
    assert found.full.figures is not None
    assert found.within.figures is not None
    assert found.full.figures.auc == pytest.approx(1.0 - np.mean(full))
    assert found.within.figures.auc == pytest.approx(1.0 - np.mean(within))


def test_the_document_can_be_written_and_the_table_has_a_row_for_each_part() -> None:
    found = pair_report(np.random.default_rng(4).normal(size=(12, 12)), named(12), alike(12, 2))
    document = json.loads(json.dumps(found.to_json(), allow_nan=False))
    assert set(document) == {"n", "full", "within", "rankings"}
    said = {"n", "pool", "auc", "auc_ci", "recall", "recall_ci", "median_rank", "median_rank_ci", "chance"}
    assert set(document["full"]) == said
    assert set(document["within"]) == said | {"groups", "left_out"}
    assert set(document["full"]["recall_ci"]) == {str(k) for k in RECALL_AT}
    assert set(document["full"]["recall"]) == {str(k) for k in RECALL_AT}
    assert [line.split()[0] for line in found.lines()] == ["n", "all", "within", "group", "group"]


def test_a_row_says_what_was_found_among_how_many() -> None:
    heads, everything, *_ = pair_report(np.eye(6), named(6), alike(6)).lines()
    assert heads.split() == ["n", "pool", "AUC", "R@1", "R@5", "R@10", "median", "rank"]
    assert " ".join(everything.split()) == "all 6 6.0 1.000 [1.000, 1.000] 1.000 1.000 1.000 1.0"


def test_a_seed_gives_the_same_report() -> None:
    scores = np.random.default_rng(5).normal(size=(20, 20))
    once, again, other = (pair_report(scores, named(20), alike(20), seed) for seed in (1, 1, 2))
    assert once.to_json() == again.to_json()
    assert pair_report(scores, named(20), alike(20)) == pair_report(scores, named(20), alike(20), 0)
    assert once.to_json() != other.to_json()


@pytest.mark.parametrize(
    ("scores", "ids", "groups"),
    [
        (np.ones((2, 3)), ["a", "b"], ["g", "g"]),
        (np.ones((2, 2)), ["a", "b"], ["g"]),
        (np.ones((2, 2)), ["a", "a"], ["g", "g"]),
        (np.array([[1.0, np.nan], [0.0, 1.0]]), ["a", "b"], ["g", "g"]),
    ],
    ids=["no square", "a group missing", "an id twice", "not finite"],
)
def test_what_can_not_be_judged_is_refused(scores: np.ndarray, ids: list[str], groups: list[str]) -> None:
    with pytest.raises(ValueError, match=r"fit|twice|two pairs|finite"):
        pair_report(scores, ids, groups)
