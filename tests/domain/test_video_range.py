"""Ranges of a video: what is one."""

from pathlib import Path

import pytest

from tivm_desktop.domain.errors import FileError
from tivm_desktop.domain.video_range import VideoRange, with_end, with_start

CLIP = Path("trip.mp4")


def test_a_range_ends_with_its_video() -> None:
    assert VideoRange(30.0, 99.0).within(CLIP, 52.2) == VideoRange(30.0, 52.2)
    assert VideoRange(30.0).within(CLIP, 52.2) == VideoRange(30.0, 52.2)
    assert VideoRange().within(CLIP, 0.6) == VideoRange(0.0, 0.6)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (VideoRange(60.0, 70.0), "trip.mp4 is 0:52.20 long and has nothing at 1:00; choose a start"),
        (VideoRange(52.2, 70.0), "nothing at 0:52.20"),
        (VideoRange(-1.0, 70.0), "nothing at -0:01"),
        (VideoRange(30.0, 30.0), "can't begin at 0:30 and end at 0:30"),
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
    assert caught.value.path == CLIP


def test_an_in_point_behind_the_out_point_gives_it_up_and_the_other_way() -> None:
    assert with_start(None, 5.0) == VideoRange(5.0)
    assert with_start(VideoRange(2.0, 9.0), 5.0) == VideoRange(5.0, 9.0)
    assert with_start(VideoRange(2.0, 4.0), 5.0) == VideoRange(5.0)
    assert with_start(VideoRange(2.0, 5.0), 5.0) == VideoRange(5.0)
    assert with_end(None, 5.0) == VideoRange(0.0, 5.0)
    assert with_end(VideoRange(2.0, 9.0), 5.0) == VideoRange(2.0, 5.0)
    assert with_end(VideoRange(7.0, 9.0), 5.0) == VideoRange(0.0, 5.0)
    assert with_end(VideoRange(5.0, 9.0), 5.0) == VideoRange(0.0, 5.0)


def test_a_range_of_everything_is_known_as_such() -> None:
    assert VideoRange(0.0, 52.2).is_whole(52.2)
    assert VideoRange().is_whole(52.2)
    assert not VideoRange(0.0, 52.0).is_whole(52.2)
    assert not VideoRange(0.5).is_whole(52.2)
