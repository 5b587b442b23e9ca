"""The analysis of a range, and its results in the whole video's time."""

from dataclasses import replace

import numpy as np
import pytest

from tests.domain.making import picture, video
from tivm_desktop.domain.analysis import VideoAnalysis
from tivm_desktop.domain.placement import Placement
from tivm_desktop.domain.range_in_video import RangeInVideo, analysis_of, range_in
from tivm_desktop.domain.video_range import VideoRange


def counted(length_s: int = 40, cuts_s: tuple[float, ...] = ()) -> VideoAnalysis:
    """A video of which every row says its second."""
    seconds = np.arange(length_s, dtype=np.float32)
    timeline = replace(
        picture(length_s, cuts_s), motion=seconds, frame_difference=seconds, activity=seconds, warmth=seconds
    )
    return replace(video(timeline), features=np.repeat(seconds[:, None], 4, axis=1))


def test_a_range_has_the_rows_of_every_second_it_touches() -> None:
    found = analysis_of(counted(), VideoRange(12.4, 15.2))
    assert found.duration_s == pytest.approx(2.8)
    assert found.picture.length_s == 4
    assert found.picture.activity.tolist() == [12, 13, 14, 15]
    assert found.picture.warmth.tolist() == [12, 13, 14, 15]
    assert found.features[:, 0].tolist() == [12, 13, 14, 15]
    assert len(found.classes) == 4


def test_a_range_begins_from_rest_and_leaves_its_video_alone() -> None:
    whole = counted()
    found = analysis_of(whole, VideoRange(12.0, 15.0))
    assert found.picture.motion.tolist() == [0, 13, 14]
    assert found.picture.frame_difference.tolist() == [0, 13, 14]
    assert whole.picture.motion[12] == 12


def test_points_beside_a_whole_second_are_on_it() -> None:
    found = analysis_of(counted(), VideoRange(11.99, 15.01))
    assert found.picture.activity.tolist() == [12, 13, 14]


def test_the_shortest_range_has_one_row() -> None:
    found = analysis_of(counted(), VideoRange(39.0, 40.0))
    assert found.picture.length_s == 1
    assert found.features[:, 0].tolist() == [39]


def test_a_range_that_begins_in_the_last_frames_has_the_last_row() -> None:
    found = analysis_of(counted(), VideoRange(39.98, 40.0))
    assert found.features[:, 0].tolist() == [39]
    assert range_in(counted(), VideoRange(39.98, 40.0)).first_s == 39


def test_only_cuts_inside_a_range_are_its_own_in_its_time() -> None:
    cuts_s = (3.0, 12.5, 14.0, 15.25, 18.0, 30.0)
    found = analysis_of(counted(cuts_s=cuts_s), VideoRange(12.5, 18.0))
    assert found.picture.cuts_s.tolist() == [2.0, 3.25]
    assert found.picture.since_cut_s[:4].tolist() == [0, 1, 0, 1]


@pytest.mark.parametrize(
    ("frame_rate", "cut_s", "inside"),
    [
        (24.0, 12.51, False),
        (24.0, 12.53, True),
        (24.0, 17.97, True),
        (24.0, 17.99, False),
        (1.0, 12.9, False),
        (1.0, 13.1, True),
        (0.0, 12.5, False),
        (0.0, 12.51, True),
        (0.0, 17.99, True),
        (0.0, 18.0, False),
    ],
)
def test_a_cut_within_half_a_frame_of_either_end_is_none(
    frame_rate: float,
    cut_s: float,
    inside: bool,  # noqa: FBT001
) -> None:
    whole = replace(counted(cuts_s=(cut_s,)), frame_rate=frame_rate)
    assert len(analysis_of(whole, VideoRange(12.5, 18.0)).picture.cuts_s) == inside


def test_a_cut_before_the_second_in_which_a_range_begins_is_none() -> None:
    found = analysis_of(counted(cuts_s=(4.98, 5.0, 8.0)), VideoRange(4.96, 15.0))
    assert found.picture.cuts_s.tolist() == [0.0, 3.0]


def test_the_whole_as_a_range_is_the_whole() -> None:
    whole = counted(cuts_s=(3.0, 12.5))
    found = analysis_of(whole, VideoRange(0.0, 40.0))
    assert found.duration_s == whole.duration_s
    np.testing.assert_array_equal(found.picture.motion, whole.picture.motion)
    np.testing.assert_array_equal(found.picture.cuts_s, whole.picture.cuts_s)
    np.testing.assert_array_equal(found.features, whole.features)


def test_where_a_range_lies_is_where_its_first_row_is() -> None:
    assert range_in(counted(), VideoRange(12.4, 15.2)) == RangeInVideo(12, 40)
    assert RangeInVideo(12, 40).times_in_whole([0.0, 2.5]) == [12.0, 14.5]


def test_a_placement_under_a_range_is_told_in_the_videos_time() -> None:
    under_range = Placement(20.0, 0.7, 5.5, 2, (0.5, 0.6, 0.7))
    told = RangeInVideo(30, 40).placement_in_whole(under_range)
    assert told.placement_s == -10.0
    finer = replace(under_range, placement_s=20.12361)
    assert RangeInVideo(30, 40).placement_in_whole(finer).placement_s == -9.876
    assert told.turn_meets_s == 35.5
    assert told.fit_curve == (*(0.0,) * 30, 0.5, 0.6, 0.7, *(0.0,) * 7)
    assert told.agreement == 0.7
    assert (
        RangeInVideo(30, 40).placement_in_whole(replace(under_range, turn_meets_s=None)).turn_meets_s is None
    )
