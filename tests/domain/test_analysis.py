"""Analyses have a row of everything for each second."""

from dataclasses import fields, replace

import numpy as np
import pytest

from tests.domain.making import picture, sound, track, video
from tivm_desktop.domain.analysis import PictureTimeline
from tivm_desktop.domain.arrays import FloatArray


def longer(table: FloatArray) -> FloatArray:
    return np.concatenate([table, table[-1:]])


@pytest.mark.parametrize("name", [one.name for one in fields(PictureTimeline) if one.name != "cuts_s"])
def test_a_picture_has_as_many_rows_of_everything(name: str) -> None:
    timeline = picture(20)
    for table in (longer(getattr(timeline, name)), getattr(timeline, name)[:-1]):
        with pytest.raises(ValueError, match="rows"):
            replace(timeline, **{name: table})


@pytest.mark.parametrize("name", ["loudness_lufs", "rms", "onset_density", "brightness_hz", "chroma"])
def test_a_sound_has_as_many_rows_of_everything(name: str) -> None:
    timeline = sound(20)
    for table in (longer(getattr(timeline, name)), getattr(timeline, name)[:-1]):
        with pytest.raises(ValueError, match="rows"):
            replace(timeline, **{name: table})  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["features", "classes"])
def test_a_video_has_a_row_of_its_encoder_for_each_second_of_picture(name: str) -> None:
    clip = video(picture(20))
    with pytest.raises(ValueError, match=f"{name} has 21 rows where others have 20"):
        replace(clip, **{name: longer(getattr(clip, name))})  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["features", "tags"])
def test_a_track_has_a_row_of_its_encoder_for_each_second_of_sound(name: str) -> None:
    song = track(sound(20))
    with pytest.raises(ValueError, match=f"{name} has 21 rows where others have 20"):
        replace(song, **{name: longer(getattr(song, name))})  # type: ignore[arg-type]


def test_there_is_no_analysis_of_nothing() -> None:
    with pytest.raises(ValueError, match="at least one row"):
        picture(0)
    with pytest.raises(ValueError, match="at least one row"):
        sound(0)


def test_rows_are_counted() -> None:
    assert picture(7).length_s == 7
    assert sound(9).length_s == 9


def test_seconds_since_the_last_cut_are_counted_from_each_row() -> None:
    timeline = picture(6, cuts_s=(1.5, 3.0, 4.75))
    assert timeline.since_cut_s.tolist() == [0.0, 1.0, 0.5, 0.0, 1.0, 0.25]
    assert timeline.since_cut_s.dtype == np.float32
