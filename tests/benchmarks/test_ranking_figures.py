import numpy as np
import pytest

from benchmarks.hubness import by_lot, occurrences, skewness
from benchmarks.moods import RIGHT, auc
from benchmarks.own_soundtrack import percentile, segments
from benchmarks.pictures.plans import MOODS
from benchmarks.samples import sample_music


def test_right_labels_are_stated_for_every_mood_and_are_labels_of_the_music() -> None:
    labels = {path.name for path in sample_music().iterdir() if path.is_dir()}
    assert RIGHT.keys() == MOODS.keys()
    assert all(set(right) < labels for right in RIGHT.values())


def test_auc_counts_right_tracks_above_wrong_ones() -> None:
    fits = np.array([90.0, 70.0, 70.0, 10.0])
    assert auc(fits, [True, False, False, False]) == 1.0
    assert auc(fits, [False, True, False, False]) == pytest.approx((0 + 0.5 + 1) / 3)
    assert auc(fits, [False, False, False, True]) == 0.0


@pytest.mark.parametrize("right", [[True, True], [False, False]])
def test_auc_needs_both_kinds(right: list[bool]) -> None:
    with pytest.raises(ValueError, match="wrong ones"):
        auc(np.array([1.0, 2.0]), right)


def test_occurrences_count_videos_with_a_track_at_the_top() -> None:
    places = np.array([[1, 2, 3], [2, 1, 3], [1, 3, 2]])
    assert occurrences(places, 2).tolist() == [3, 2, 1]


def test_skewness_is_that_of_the_book_and_0_without_spread() -> None:
    assert skewness(np.array([2, 2, 2])) == 0.0
    assert skewness(np.array([0, 0, 0, 4])) == pytest.approx(2 / np.sqrt(3))


def test_orders_by_lot_are_what_combinatorics_say() -> None:
    lot = by_lot(videos=50, tracks=10, top=5)
    assert lot["tracks_that_reach_the_top"] == 10.0
    assert 0.55 < lot["largest_share"] < 0.68
    assert lot["largest_share"] < lot["largest_share_95"]
    assert by_lot(videos=4, tracks=4, top=4)["largest_share"] == 1.0


def test_percentile_counts_ties_half() -> None:
    assert percentile(5.0, np.array([1.0, 5.0, 9.0, 9.0])) == 37.5


def test_segments_leave_out_a_short_rest() -> None:
    assert [(part.start_s, part.end_s) for part in segments(33.0)] == [(0, 10), (10, 20), (20, 30)]
    assert [(part.start_s, part.end_s) for part in segments(27.0)] == [(0, 10), (10, 20), (20, 27.0)]
