"""Ranges of a video: what is one, and what its analysis is."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.domain.making import picture, video
from tivm_desktop.domain.analysis import VideoAnalysis
from tivm_desktop.domain.errors import FileError
from tivm_desktop.domain.placement import Placement
from tivm_desktop.domain.video_part import PartOfVideo, part_of, place_of
from tivm_desktop.domain.video_range import VideoRange, with_end, with_start

CLIP = Path("trip.mp4")


def counted(length_s: int = 40, cuts_s: tuple[float, ...] = ()) -> VideoAnalysis:
    """A video of which every row says its second."""
    seconds = np.arange(length_s, dtype=np.float32)
    timeline = replace(
        picture(length_s, cuts_s), motion=seconds, frame_difference=seconds, activity=seconds, warmth=seconds
    )
    return replace(video(timeline), features=np.repeat(seconds[:, None], 4, axis=1))


def test_a_range_ends_with_its_video() -> None:
    assert VideoRange(30.0, 99.0).within(CLIP, 52.2) == VideoRange(30.0, 52.2)
    assert VideoRange(30.0).within(CLIP, 52.2) == VideoRange(30.0, 52.2)
    assert VideoRange().within(CLIP, 0.6) == VideoRange(0.0, 0.6)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (VideoRange(60.0, 70.0), "trip.mp4 is 0:52.20 long and has nothing at 1:00; choose a start"),
        (VideoRange(-1.0, 70.0), "nothing at -0:01"),
        (VideoRange(30.0, 12.5), "A range of trip.mp4 can't begin at 0:30 and end at 0:12.50; choose an end"),
        (VideoRange(30.0, 30.4), "too short a range of trip.mp4; choose at least a second of it"),
        (VideoRange(52.0, 70.0), "From 0:52 to 0:52.20 is too short"),
    ],
)
def test_what_is_no_range_of_a_video_is_said_in_one_sentence(asked: VideoRange, said: str) -> None:
    with pytest.raises(FileError) as caught:
        asked.within(CLIP, 52.2)
    assert said in str(caught.value)
    assert "0:52.20 long" in str(caught.value)
    assert str(caught.value).endswith((".", ")."))


def test_an_in_point_behind_the_out_point_gives_it_up_and_the_other_way() -> None:
    assert with_start(None, 5.0) == VideoRange(5.0)
    assert with_start(VideoRange(2.0, 9.0), 5.0) == VideoRange(5.0, 9.0)
    assert with_start(VideoRange(2.0, 4.0), 5.0) == VideoRange(5.0)
    assert with_end(None, 5.0) == VideoRange(0.0, 5.0)
    assert with_end(VideoRange(2.0, 9.0), 5.0) == VideoRange(2.0, 5.0)
    assert with_end(VideoRange(7.0, 9.0), 5.0) == VideoRange(0.0, 5.0)


def test_a_range_of_everything_is_known_as_such() -> None:
    assert VideoRange(0.0, 52.2).is_whole(52.2)
    assert VideoRange().is_whole(52.2)
    assert not VideoRange(0.0, 52.0).is_whole(52.2)
    assert not VideoRange(0.5).is_whole(52.2)


def test_a_part_has_the_rows_of_every_second_it_touches() -> None:
    part = part_of(counted(), VideoRange(12.4, 15.2))
    assert part.duration_s == pytest.approx(2.8)
    assert part.picture.length_s == 4
    assert part.picture.activity.tolist() == [12, 13, 14, 15]
    assert part.picture.warmth.tolist() == [12, 13, 14, 15]
    assert part.features[:, 0].tolist() == [12, 13, 14, 15]
    assert len(part.classes) == 4


def test_a_part_begins_from_rest_and_leaves_its_video_alone() -> None:
    whole = counted()
    part = part_of(whole, VideoRange(12.0, 15.0))
    assert part.picture.motion.tolist() == [0, 13, 14]
    assert part.picture.frame_difference.tolist() == [0, 13, 14]
    assert whole.picture.motion[12] == 12


def test_points_beside_a_whole_second_are_on_it() -> None:
    part = part_of(counted(), VideoRange(11.99, 15.01))
    assert part.picture.activity.tolist() == [12, 13, 14]


def test_the_shortest_part_has_one_row_even_where_the_encoder_gave_none() -> None:
    whole = counted()
    short = replace(whole, features=whole.features[:38])
    part = part_of(short, VideoRange(39.0, 40.0))
    assert part.picture.length_s == 1
    assert part.features[:, 0].tolist() == [37]


def test_only_cuts_inside_a_part_are_its_own_in_its_time() -> None:
    cuts_s = (3.0, 12.5, 14.0, 15.25, 18.0, 30.0)
    part = part_of(counted(cuts_s=cuts_s), VideoRange(12.5, 18.0))
    assert part.picture.cuts_s.tolist() == [2.0, 3.25]
    assert part.picture.scene_offset[:4].tolist() == [0, 1, 0, 1]


def test_a_cut_before_the_second_in_which_a_part_begins_is_none() -> None:
    part = part_of(counted(cuts_s=(4.98, 5.0, 8.0)), VideoRange(4.96, 15.0))
    assert part.picture.cuts_s.tolist() == [0.0, 3.0]


def test_the_whole_as_a_range_is_the_whole() -> None:
    whole = counted(cuts_s=(3.0, 12.5))
    part = part_of(whole, VideoRange(0.0, 40.0))
    assert part.duration_s == whole.duration_s
    np.testing.assert_array_equal(part.picture.motion, whole.picture.motion)
    np.testing.assert_array_equal(part.picture.cuts_s, whole.picture.cuts_s)
    np.testing.assert_array_equal(part.features, whole.features)


def test_where_a_part_lies_is_where_its_first_row_is() -> None:
    assert place_of(counted(), VideoRange(12.4, 15.2)) == PartOfVideo(12, 40)
    assert PartOfVideo(12, 40).times_in_whole([0.0, 2.5]) == [12.0, 14.5]


def test_a_placement_under_a_part_is_told_in_the_videos_time() -> None:
    under_part = Placement(20.0, 0.7, 5.5, 2, (0.5, 0.6, 0.7))
    told = PartOfVideo(30, 40).placement_in_whole(under_part)
    assert told.placement_s == -10.0
    assert told.turn_meets_s == 35.5
    assert told.fit_curve == (*(0.0,) * 30, 0.5, 0.6, 0.7, *(0.0,) * 7)
    assert told.agreement == 0.7
    assert PartOfVideo(30, 40).placement_in_whole(replace(under_part, turn_meets_s=None)).turn_meets_s is None
