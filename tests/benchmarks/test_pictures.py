import numpy as np
import pytest
from PIL import Image

from benchmarks.pictures.edits import RATE, Edit, Grade, graded, shot_lengths
from benchmarks.pictures.packages import PACKAGES
from benchmarks.pictures.plans import MOODS, bank_edits, judge_edits, mood_edits
from benchmarks.pictures.shots import Camera, filmed, played
from benchmarks.pictures.sources import bank_names, judge_names, packages_of


def used(edits: list[Edit]) -> set[str]:
    """Files that edits are made of."""
    parts = [part for edit in edits for source in edit.sources() for part in source.split("|")]
    return {part.split("#")[0] for part in parts}


def test_what_is_judged_with_is_of_other_packages_than_the_bank() -> None:
    assert not packages_of(bank_names()) & packages_of(judge_names())
    assert packages_of(bank_names() | judge_names()) == set(PACKAGES)


def test_videos_are_made_of_their_own_side_only() -> None:
    assert used(bank_edits()) <= bank_names()
    assert used(judge_edits()) | used(mood_edits()) <= judge_names()


def test_there_are_enough_videos_and_each_has_its_own_name() -> None:
    assert len({edit.name for edit in bank_edits()}) == len(bank_edits()) >= 120
    assert len({edit.name for edit in judge_edits()}) == len(judge_edits()) >= 48
    assert len(mood_edits()) >= 16
    assert all(len(set(videos)) == len(videos) >= 4 for videos in MOODS.values())


def test_plans_are_the_same_every_time() -> None:
    assert bank_edits() == bank_edits()
    assert judge_edits() == judge_edits()


def test_the_bank_has_stills_and_pans_and_slow_and_fast_cuts() -> None:
    edits = bank_edits()
    speeds = [edit.camera.speed for edit in edits]
    assert min(speeds) == 0
    assert max(speeds) > 0.3
    lengths = [edit.seconds / len(shot_lengths(edit, np.random.default_rng(0))) for edit in edits]
    assert min(lengths) < 0.8
    assert max(lengths) > 8
    assert {len(edit.pictures) for edit in edits} >= {1, 2, 4, 8}


@pytest.mark.parametrize("shot_s", [0.5, 3.0, float("inf")])
def test_shots_fill_the_video(shot_s: float) -> None:
    edit = Edit("one", ("a/b", "a/c", "a/d"), 9.7, shot_s, Camera(0.1))
    lengths = shot_lengths(edit, np.random.default_rng(1))
    assert sum(lengths) == round(9.7 * RATE)
    assert min(lengths) >= 4
    if np.isinf(shot_s):
        assert len(lengths) == 3


def test_a_still_camera_shows_one_picture_and_a_moving_one_others() -> None:
    photo = Image.fromarray(np.random.default_rng(0).integers(0, 255, (60, 90, 3), dtype=np.uint8))
    still = filmed(photo, Camera(0.0), (32, 18), 2.0, np.random.default_rng(2))
    moving = filmed(photo, Camera(0.4), (32, 18), 2.0, np.random.default_rng(2))
    assert still(0.0).shape == (18, 32, 3)
    np.testing.assert_array_equal(still(0.0), still(1.9))
    assert np.abs(moving(0.0).astype(int) - moving(1.9)).mean() > 5


def test_footage_turns_back_at_its_end() -> None:
    pictures = [np.full((2, 2, 3), level, np.uint8) for level in range(5)]
    shot = played(pictures, 0.0, 1.0)
    assert [int(shot(at / RATE)[0, 0, 0]) for at in range(10)] == [0, 1, 2, 3, 4, 3, 2, 1, 0, 1]


def test_grades_darken_lift_and_take_colour() -> None:
    picture = np.random.default_rng(3).integers(20, 200, (8, 8, 3), dtype=np.uint8)
    assert graded(picture, Grade(gain=0.5)).mean() == pytest.approx(picture.mean() / 2, abs=1)
    assert graded(picture, Grade(gamma=0.7)).mean() > picture.mean() + 5
    assert np.ptp(graded(picture, Grade(saturation=0.0)).astype(int), axis=2).max() == 0
    np.testing.assert_array_equal(graded(picture, Grade()), picture)
