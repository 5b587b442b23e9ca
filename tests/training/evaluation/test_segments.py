import numpy as np
import pytest

from tests.training.making import make_archive
from tivm_desktop.training.archives.archive import PairedArchive
from tivm_desktop.training.evaluation.judging import judge
from tivm_desktop.training.evaluation.segments import judge_segments, with_segments


class ByMeans:
    """Scores by how close the means of both sides are, which `alike` makes equal."""

    name = "means"

    def similarity(
        self, archive: PairedArchive, video_items: np.ndarray, music_items: np.ndarray
    ) -> np.ndarray:
        video = np.array([archive.rows("video", item).mean() for item in video_items])
        music = np.array([archive.rows("music", item).mean() for item in music_items])
        return -np.abs(video[:, None] - music[None])


def alike(items: int = 8) -> PairedArchive:
    same = {"level": 1}
    archive = make_archive(items, video=same, music=same, hidden=1, noise=0.01, shortest=24, longest=40)
    level = np.repeat(np.arange(items, dtype=np.float32), archive.lengths)[:, None]
    archive.video["level"][:] = level
    archive.music["level"][:] = level
    return archive


def test_segments_are_cut_from_the_items_and_the_whole_ones_come_first() -> None:
    archive = alike()
    both, source = with_segments(archive, np.array([2, 5]), 10)
    assert both.songs[:2] == (archive.songs[2], archive.songs[5])
    assert len(both) == 2 + len(source)
    assert set(both.lengths[2:]) == {10}
    assert np.array_equal(both.rows("music", 0), archive.rows("music", 2))
    for segment, at in enumerate(source, start=2):
        assert set(both.rows("video", segment).ravel()) == {float((2, 5)[at])}


def test_long_items_give_no_more_than_the_most_and_short_ones_give_themselves() -> None:
    archive = alike()
    assert np.bincount(with_segments(archive, np.array([0, 1]), 2, most=5)[1]).tolist() == [5, 5]
    both, source = with_segments(archive, np.array([0, 1]), 100)
    assert source.tolist() == [0, 1]
    assert both.lengths.tolist() == [*archive.lengths[:2]] * 2


def test_a_segment_is_ranked_against_whole_items() -> None:
    archive, items = alike(), np.array([1, 3, 4, 6])
    found = judge_segments(ByMeans(), archive, items, 10, fold=3)
    for way in (found.video_to_music, found.music_to_video):
        assert set(way.ranks) == {1.0}
        assert set(way.pools) == {4}
        assert set(way.folds) == {3}
        assert set(way.items) == set(items)
        assert len(way) == sum(archive.lengths[items] // 10)


def test_whole_items_are_judged_by_the_same_scorer() -> None:
    assert set(judge(ByMeans(), alike(), np.arange(8)).music_to_video.ranks) == {1.0}


def test_one_item_is_no_pool() -> None:
    with pytest.raises(ValueError, match="fewer than two"):
        judge_segments(ByMeans(), alike(), np.array([0]), 10)
