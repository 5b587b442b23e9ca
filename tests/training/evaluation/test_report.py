import json

import numpy as np
import pytest

from tivm_desktop.domain.evaluation.figures import chance
from tivm_desktop.training.evaluation.judging import TwoWayRanking, join_two_way, judge_similarity
from tivm_desktop.training.evaluation.report import report


def outcome(pool: int, signal: float, seed: int = 0, fold: int = 0) -> TwoWayRanking:
    noise = np.random.default_rng(seed).normal(size=(pool, pool))
    return judge_similarity(noise + signal * np.eye(pool), np.arange(pool), fold)


def test_the_document_has_the_keys_that_are_promised() -> None:
    document = json.loads(json.dumps(report(outcome(30, 1.0)).to_json()))
    assert set(document) == {"pool", "queries", "chance", "video_to_music", "music_to_video"}
    assert document["pool"] == 30
    assert document["chance"]["recall"] == pytest.approx(
        {"1": 1 / 30, "5": 1 / 6, "10": 1 / 3, "25": 25 / 30}
    )
    for way in ("video_to_music", "music_to_video"):
        assert set(document[way]) == {
            "recall", "recall_ci", "median_rank", "median_rank_ci", "auc", "auc_ci",
        }  # fmt: skip
        assert set(document[way]["recall"]) == set(document[way]["recall_ci"]) == {"1", "5", "10", "25"}
        low, high = document[way]["auc_ci"]
        assert low < document[way]["auc"] < high


def test_a_perfect_scorer_and_one_that_knows_nothing() -> None:
    perfect = report(outcome(40, 100.0))
    assert perfect.video_to_music.recall[1] == perfect.music_to_video.auc == 1.0
    assert perfect.video_to_music.median_rank == 1.0
    ignorant = report(judge_similarity(np.zeros((40, 40)), np.arange(40)))
    assert ignorant.video_to_music.auc == pytest.approx(0.5)
    assert ignorant.video_to_music.median_rank == pytest.approx(20.5)
    assert chance(np.full(3, 40))["median_rank"] == 20.5


def test_both_directions_are_looked_at_separately() -> None:
    similarity = np.array([[0.5, 0.9, 0.1], [0.1, 0.6, 0.2], [0.2, 0.3, 0.4]])
    found = judge_similarity(similarity, np.array([4, 7, 9]))
    assert found.video_to_music.ranks.tolist() == [2.0, 1.0, 1.0]
    assert found.music_to_video.ranks.tolist() == [1.0, 2.0, 1.0]
    assert found.music_to_video.items.tolist() == [4, 7, 9]


def test_folds_are_pooled_and_their_medians_averaged() -> None:
    first, second = outcome(11, 0.0, seed=1, fold=0), outcome(21, 3.0, seed=2, fold=1)
    pooled = report(join_two_way([first, second]))
    medians = [float(np.median(each.video_to_music.ranks)) for each in (first, second)]
    assert (pooled.pool, pooled.queries, pooled.folds) == (16.0, 32, 2)
    assert pooled.video_to_music.median_rank == np.mean(medians)
    alone = [report(each).video_to_music.auc for each in (first, second)]
    assert pooled.video_to_music.auc == pytest.approx((11 * alone[0] + 21 * alone[1]) / 32)
    assert pooled.to_json()["folds"] == 2


def test_groups_widen_the_interval_where_their_items_are_alike() -> None:
    rng = np.random.default_rng(0)
    good = np.repeat(rng.random(6) < 0.5, 10) * 6.0
    found = judge_similarity(rng.normal(size=(60, 60)) + np.diag(good), np.arange(60))
    groups = [f"artist {item // 10}" for item in range(60)]
    alone, grouped = report(found).video_to_music.auc_ci, report(found, groups).video_to_music.auc_ci
    assert grouped[1] - grouped[0] > 1.5 * (alone[1] - alone[0])


def test_a_pool_of_one_is_refused() -> None:
    with pytest.raises(ValueError, match="fewer than two"):
        judge_similarity(np.ones((1, 1)), np.array([0]))


def test_the_text_names_pool_chance_and_segments() -> None:
    found = report(outcome(30, 1.0), segments={"10": report(outcome(30, 0.5))})
    text = "\n".join(found.lines())
    assert "pool 30, 30 queries" in text
    assert "chance" in text
    assert "segments of 10 s" in text
    assert text.count("video to music") == 2
