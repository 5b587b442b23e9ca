from dataclasses import replace

import numpy as np
import pytest

from tests.domain import making
from tests.encoders.making import is_one_sentence
from tivm_desktop.domain.columns import (
    ENCODER_COLUMNS,
    MUSIC_COLUMNS,
    VIDEO_COLUMNS,
    foreign_columns,
    music_columns,
    relative_loudness,
    video_columns,
)
from tivm_desktop.domain.errors import TivmError


def test_every_named_column_is_a_table_with_one_row_a_second() -> None:
    video = video_columns(making.video(making.picture(30)))
    music = music_columns(making.track(making.sound(60)))
    assert tuple(video) == VIDEO_COLUMNS
    assert tuple(music) == MUSIC_COLUMNS
    assert {rows.shape[0] for rows in video.values()} == {30}
    assert {rows.shape[0] for rows in music.values()} == {60}
    assert {rows.dtype for rows in (*video.values(), *music.values())} == {np.dtype(np.float32)}
    assert set(VIDEO_COLUMNS) | set(MUSIC_COLUMNS) > ENCODER_COLUMNS


def test_columns_come_in_the_order_asked_for_as_wide_as_they_are() -> None:
    columns = music_columns(making.track(making.sound(7)), ("chroma", "loudness", "tags"))
    assert [(name, rows.shape) for name, rows in columns.items()] == [
        ("chroma", (7, 12)),
        ("loudness", (7, 1)),
        ("tags", (7, len(making.TAGS))),
    ]


def test_motion_is_the_difference_between_frames_and_not_between_seconds() -> None:
    video = making.video(making.picture(5, motion=40, frame_difference=3))
    assert video_columns(video, ["motion"])["motion"].ravel() == pytest.approx(3)


def test_the_scene_offset_is_in_whole_seconds_since_the_last_cut() -> None:
    video = making.video(making.picture(7, cuts_s=(2.0000002, 4.4)))
    assert video_columns(video, ["scene_offset"])["scene_offset"].ravel().tolist() == [0, 1, 0, 1, 2, 0, 1]


def test_the_loudness_is_linear_and_the_onsets_stand_for_the_notes() -> None:
    columns = music_columns(making.track(making.sound(3, rms=0.25, onset_density=4.0)))
    assert columns["loudness"].ravel().tolist() == [0.25] * 3
    assert columns["note_density"].ravel().tolist() == [4.0] * 3


def test_the_relative_loudness_is_the_same_however_loud_a_track_was_mastered() -> None:
    rms = np.random.default_rng(0).uniform(0.01, 0.4, 40).astype(np.float32)
    as_it_is, quieter = (
        music_columns(making.track(replace(making.sound(40), rms=rms * factor)), ["relative_loudness"])
        for factor in (np.float32(1), np.float32(0.25))
    )
    np.testing.assert_allclose(as_it_is["relative_loudness"], quieter["relative_loudness"], rtol=1e-5)
    assert np.median(as_it_is["relative_loudness"]) == pytest.approx(1, abs=0.1)


def test_silence_has_no_relative_loudness() -> None:
    silent = music_columns(making.track(making.sound(9, rms=0.0)), ["relative_loudness"])
    assert silent["relative_loudness"].ravel().tolist() == [0.0] * 9
    assert relative_loudness(np.array([0, 0, 0, 0.5], np.float32)).tolist() == [0, 0, 0, 8]


def test_an_unknown_column_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(TivmError, match="video column 'clip'") as video:
        video_columns(making.video(making.picture()), ["motion", "clip"])
    with pytest.raises(TivmError, match=r"music column 'key'.*note_density") as music:
        music_columns(making.track(making.sound()), ["key"])
    assert is_one_sentence(video.value)
    assert is_one_sentence(music.value)


def test_columns_that_no_file_gives_are_told_apart_by_side() -> None:
    assert foreign_columns(["clip", "motion", "loudness"], ["loudness", "chord"]) == (
        "clip",
        "loudness",
        "chord",
    )


@pytest.mark.parametrize("name", ["brightness", "saturation", "warmth", "greenness", "contrast", "activity"])
def test_a_look_is_the_column_of_its_name(name: str) -> None:
    values = np.linspace(0, 1, 7, dtype=np.float32)
    timeline = replace(making.picture(7), **{name: values})
    assert video_columns(making.video(timeline), [name])[name].tolist() == values[:, None].tolist()


def test_what_is_heard_is_the_column_of_its_name() -> None:
    timeline = making.sound(5, brightness_hz=900.0, onset_density=4.0, rms=0.25)
    found = music_columns(making.track(timeline), ["brightness_hz", "note_density", "loudness", "chroma"])
    assert found["brightness_hz"].tolist() == [[900.0]] * 5
    assert found["note_density"].tolist() == [[4.0]] * 5
    assert found["loudness"].tolist() == [[0.25]] * 5
    assert found["chroma"].shape == (5, 12)
