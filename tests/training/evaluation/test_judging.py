"""Asking a scorer from both sides."""

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.training.making import make_archive
from tivm_desktop.training.archives.archive import PairedArchive
from tivm_desktop.training.evaluation.judging import TwoWayScorer, join_two_way, judge

ARCHIVE = make_archive(6)
ITEMS = np.array([4, 0, 2])
THERE = np.array([[3.0, 1.0, 2.0], [9.0, 8.0, 7.0], [1.0, 2.0, 3.0]])
BACK = np.array([[1.0, 2.0, 3.0], [0.0, 1.0, 0.0], [5.0, 4.0, 3.0]])


class OneWay:
    name = "one way"

    def similarity(
        self, archive: PairedArchive, video_items: NDArray[np.int64], music_items: NDArray[np.int64]
    ) -> NDArray[np.float64]:
        assert archive is ARCHIVE
        assert np.array_equal(video_items, ITEMS)
        assert np.array_equal(music_items, ITEMS)
        return THERE


class TwoWays(OneWay):
    def both_ways(
        self, archive: PairedArchive, video_items: NDArray[np.int64], music_items: NDArray[np.int64]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        return self.similarity(archive, video_items, music_items), BACK


def test_one_table_serves_both_sides() -> None:
    assert not isinstance(OneWay(), TwoWayScorer)
    outcome = judge(OneWay(), ARCHIVE, ITEMS, fold=7)
    assert outcome.video_to_music.ranks.tolist() == [1.0, 2.0, 1.0]
    assert outcome.music_to_video.ranks.tolist() == [2.0, 1.0, 2.0]
    assert outcome.video_to_music.items.tolist() == ITEMS.tolist()
    assert set(outcome.music_to_video.folds) == {7}


def test_a_scorer_of_two_ways_is_asked_for_both() -> None:
    assert isinstance(TwoWays(), TwoWayScorer)
    outcome = judge(TwoWays(), ARCHIVE, ITEMS)
    assert outcome.video_to_music.ranks.tolist() == [1.0, 2.0, 1.0]
    assert outcome.music_to_video.ranks.tolist() == [3.0, 1.0, 3.0]


@pytest.mark.parametrize("scorer", [OneWay(), TwoWays()])
def test_a_pool_of_one_is_refused(scorer: OneWay) -> None:
    with pytest.raises(ValueError, match="fewer than two"):
        judge(scorer, ARCHIVE, ITEMS[:1])


def test_folds_are_joined_side_by_side() -> None:
    joined = join_two_way([judge(TwoWays(), ARCHIVE, ITEMS, fold) for fold in range(2)])
    assert joined.music_to_video.ranks.tolist() == [3.0, 1.0, 3.0] * 2
    assert joined.video_to_music.folds.tolist() == [0, 0, 0, 1, 1, 1]
