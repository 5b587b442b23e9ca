"""What the seconds of a video look like."""

from collections.abc import Sequence
from dataclasses import fields
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.media.making import (
    BLACK,
    BLUE,
    GREEN,
    RED,
    WHITE,
    camera,
    filmed,
    panned,
    plain,
    quarters,
    scenery,
    write_video,
)
from tivm_desktop.domain.analysis import PictureTimeline
from tivm_desktop.domain.errors import CancelledError, MediaError
from tivm_desktop.media.pictures import scan_pictures

Picture = NDArray[np.uint8]
NAMES = {RED: "red", GREEN: "green", BLUE: "blue", BLACK: "black", WHITE: "white"}


def scanned(path: Path, size: tuple[int, int] = (32, 18)) -> tuple[PictureTimeline, list[Picture]]:
    """The timeline and the picture of each second, checked to come once each and in order."""
    pictures: list[Picture] = []

    def take(second: int, picture: Picture) -> None:
        assert second == len(pictures)
        assert picture.shape == (size[1], size[0], 3)
        assert picture.dtype == np.uint8
        pictures.append(picture)

    timeline = scan_pictures(path, size, take)
    assert timeline.length_s == len(pictures)
    assert {len(row) for row in (timeline.activity, timeline.brightness, timeline.contrast)} == {
        len(pictures)
    }
    return timeline, pictures


def colours(pictures: Sequence[Picture]) -> list[str]:
    """The name of the colour in the middle of each."""
    middles = [picture[picture.shape[0] // 2, picture.shape[1] // 2].astype(int) for picture in pictures]
    return [NAMES[min(NAMES, key=partial(_apart, middle))] for middle in middles]


def _apart(pixel: NDArray[np.int_], colour: tuple[int, int, int]) -> int:
    return int(np.abs(pixel - np.array(colour)).sum())


def test_each_second_is_stood_for_by_the_frame_in_its_middle(tmp_path: Path) -> None:
    pictures = [plain(colour) for colour in (RED, BLUE, RED, GREEN, BLACK, GREEN) for _ in range(8)]
    _, seen = scanned(write_video(tmp_path / "clip.mp4", pictures, rate=24))
    assert colours(seen) == ["blue", "black"]


def test_there_is_a_row_for_every_started_second(tmp_path: Path) -> None:
    for number, expected in ((1, 1), (12, 1), (25, 1), (26, 2), (50, 2), (51, 3)):
        timeline, _ = scanned(write_video(tmp_path / f"{number}.mp4", [plain(RED)] * number))
        assert timeline.length_s == expected


def test_motion_is_the_rgb_difference_to_the_second_before(tmp_path: Path) -> None:
    steps = [0, 40, 40, 140]
    pictures = [plain((50 + step, 60 + step, 70 + step)) for step in steps for _ in range(10)]
    path = write_video(tmp_path / "clip.mkv", pictures, rate=10, codec="ffv1", pixel_format="bgr0")
    assert scanned(path)[0].motion.tolist() == [0, 40, 0, 100]


def test_motion_adds_up_over_channels_and_places(tmp_path: Path) -> None:
    before, after = plain((100, 100, 100)), plain((100, 100, 100))
    after[:, :32] = (100, 130, 100)
    path = write_video(
        tmp_path / "clip.mkv", [before] * 10 + [after] * 10, rate=10, codec="ffv1", pixel_format="bgr0"
    )
    assert scanned(path)[0].motion[1] == pytest.approx(30 / 3 / 2, rel=0.01)


def test_colours_are_measured(tmp_path: Path) -> None:
    half = plain(BLACK)
    half[:, 32:] = WHITE
    shown = [plain(BLACK), plain(WHITE), plain((255, 0, 0)), plain((0, 0, 255)), half, plain((0, 255, 0))]
    path = write_video(tmp_path / "clip.mkv", shown, rate=1, codec="ffv1", pixel_format="bgr0")
    timeline, _ = scanned(path)
    assert timeline.brightness == pytest.approx([0, 1, 0.299, 0.114, 0.5, 0.587], abs=0.002)
    assert timeline.saturation == pytest.approx([0, 0, 1, 1, 0, 1], abs=0.002)
    assert timeline.warmth == pytest.approx([0, 0, 1, -1, 0, 0], abs=0.002)
    assert timeline.greenness == pytest.approx([0, 0, -0.5, -0.5, 0, 1], abs=0.002)
    assert timeline.contrast == pytest.approx([0, 0, 0, 0, 0.5, 0], abs=0.01)


def test_near_black_pixels_have_no_say_in_the_saturation(tmp_path: Path) -> None:
    picture = plain((2, 0, 0))
    picture[:, 32:] = (200, 200, 200)
    path = write_video(tmp_path / "clip.mkv", [picture], codec="ffv1", pixel_format="bgr0")
    assert scanned(path)[0].saturation[0] < 0.02


def test_variable_frame_rate_goes_by_timestamps(tmp_path: Path) -> None:
    path = write_video(
        tmp_path / "slides.mkv",
        [plain(RED), plain(GREEN), plain(BLUE), plain(BLUE)],
        times_s=[0, 2.9, 5.1, 6.9],
    )
    timeline, seen = scanned(path)
    assert colours(seen) == ["red", "red", "red", "green", "green", "blue", "blue"]
    assert timeline.cuts_s == pytest.approx([2.9, 5.1])


def test_irregular_frames_give_what_regular_ones_give(tmp_path: Path) -> None:
    place = scenery(3)
    rng = np.random.default_rng(1)
    times = np.unique(np.round(np.concatenate([[0], np.cumsum(rng.uniform(0.01, 0.07, 75))]), 3))
    regular = np.arange(0, times[-1], 0.04)
    irregular_path = write_video(
        tmp_path / "irregular.mkv", [panned(place, 20 * t) for t in times], times_s=times.tolist()
    )
    regular_path = write_video(tmp_path / "regular.mkv", [panned(place, 20 * t) for t in regular])
    one, other = scanned(irregular_path)[0], scanned(regular_path)[0]
    whole = min(one.length_s, other.length_s) - 1
    assert one.activity[:whole] == pytest.approx(other.activity[:whole], rel=0.06)
    assert one.motion[:whole] == pytest.approx(other.motion[:whole], abs=1.5)


@pytest.mark.parametrize("name", ["late.mkv", "late.ts", "late.mp4"])
def test_second_0_is_the_start_of_the_file(tmp_path: Path, name: str) -> None:
    pictures = [plain(colour) for colour in (RED, GREEN, BLUE) for _ in range(25)]
    path = write_video(
        tmp_path / name, pictures, times_s=[100 + number / 25 for number in range(75)], pixel_format="yuv420p"
    )
    _, seen = scanned(path)
    assert colours(seen)[-3:] == ["red", "green", "blue"]
    if name != "late.mp4":
        assert len(seen) == 3


def test_recordings_joined_end_to_end_are_refused(
    tmp_path: Path,
) -> None:
    red = write_video(tmp_path / "red.ts", [plain(RED)] * 50)
    blue = write_video(tmp_path / "blue.ts", [plain(BLUE)] * 50)
    joined = tmp_path / "joined.ts"
    joined.write_bytes(red.read_bytes() + blue.read_bytes())
    with pytest.raises(MediaError, match=r"joined\.ts is several recordings joined end to end"):
        scanned(joined)


def test_one_absurd_timestamp_makes_no_hours(tmp_path: Path) -> None:
    times = [number / 25 for number in range(75)]
    times[74] = 90_000.0
    path = write_video(tmp_path / "jump.ts", [plain(RED)] * 75, times_s=times)
    assert scanned(path)[0].length_s < 10_000


def test_pictures_without_timestamps_follow_at_the_frame_rate(tmp_path: Path) -> None:
    pictures = [plain(colour) for colour in (RED, GREEN, BLUE) for _ in range(25)]
    path = write_video(tmp_path / "bare.h264", pictures, options={"bf": "0"})
    assert colours(scanned(path)[1]) == ["red", "green", "blue"]


def test_sound_that_goes_on_after_the_picture_adds_no_seconds(tmp_path: Path) -> None:
    path = write_video(tmp_path / "clip.mp4", [plain(RED)] * 50, sound_s=5.0)
    assert scanned(path)[0].length_s == 2


def test_frames_that_are_not_decoded_at_the_end_still_count(tmp_path: Path) -> None:
    options = {"bf": "3", "x264-params": "b-pyramid=none:scenecut=0:b-adapt=0"}
    for number in (49, 50, 51, 52, 53):
        path = write_video(tmp_path / f"{number}.mp4", [plain(RED)] * number, options=options)
        assert scanned(path)[0].length_s == -(-number // 25)


def test_the_result_is_the_same_on_every_run_and_thread_count(tmp_path: Path) -> None:
    path = write_video(tmp_path / "clip.mp4", filmed([(1.6, camera(1)), (1.6, camera(2))], 25))
    runs = []
    for threads in (1, 2, 5, 0):
        pictures: list[Picture] = []
        timeline = scan_pictures(path, (40, 30), lambda _, picture: pictures.append(picture), threads=threads)  # noqa: B023
        runs.append((timeline, pictures))
    (first, first_pictures), *others = runs
    for timeline, pictures in others:
        for field in fields(PictureTimeline):
            np.testing.assert_array_equal(getattr(timeline, field.name), getattr(first, field.name))
        np.testing.assert_array_equal(pictures, first_pictures)


def test_motion_does_not_depend_on_the_size_asked_for(tmp_path: Path) -> None:
    path = write_video(tmp_path / "clip.mp4", filmed([(2.2, camera(1, 40))], 25))
    small, large = scanned(path, (8, 8))[0], scanned(path, (260, 260))[0]
    np.testing.assert_array_equal(small.motion, large.motion)
    np.testing.assert_array_equal(small.brightness, large.brightness)


def test_the_whole_frame_is_squashed_not_cropped(tmp_path: Path) -> None:
    path = write_video(tmp_path / "wide.mp4", [quarters((256, 64))] * 3)
    _, (picture,) = scanned(path, (64, 64))
    assert colours([picture[:8, :8], picture[:8, -8:], picture[-8:, :8], picture[-8:, -8:]]) == [
        "red",
        "green",
        "blue",
        "white",
    ]


def test_progress_is_told_at_least_once_a_second_and_reaches_the_end(tmp_path: Path) -> None:
    path = write_video(tmp_path / "clip.mp4", [plain(RED)] * 125)
    told: list[tuple[float, float]] = []
    scan_pictures(path, (8, 8), lambda *_: None, lambda done_s, total_s: told.append((done_s, total_s)))
    done = [done_s for done_s, _ in told]
    assert done == sorted(done)
    assert max(np.diff([0.0, *done])) <= 1.05
    assert told[-1] == (pytest.approx(5.0), pytest.approx(5.0))


def test_cancelling_stops_at_once_and_closes_the_file(tmp_path: Path) -> None:
    path = write_video(tmp_path / "clip.mp4", [plain(RED)] * 250)
    seconds: list[int] = []

    def cancel(done_s: float, total_s: float) -> None:
        if done_s >= 3:
            raise CancelledError

    with pytest.raises(CancelledError):
        scan_pictures(path, (8, 8), lambda second, _: seconds.append(second), cancel)
    assert 2 <= len(seconds) <= 5
    path.unlink()


def test_what_the_listener_raises_is_passed_on(tmp_path: Path) -> None:
    path = write_video(tmp_path / "clip.mp4", [plain(RED)] * 50)

    def refuse(_second: int, _picture: Picture) -> None:
        raise OSError("no space left")

    with pytest.raises(OSError, match="no space left"):
        scan_pictures(path, (8, 8), refuse)
