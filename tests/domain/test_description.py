"""What a video and a track are said to be."""

from dataclasses import replace

import numpy as np
import pytest

from tests.domain.making import TAGS, calibration, louder_from, picture, sound, track, video
from tivm_desktop.domain.axes import AXES, MUSIC_LOADINGS
from tivm_desktop.domain.class_lexicon import STYLE_NAMES, STYLE_TABLE
from tivm_desktop.domain.description import (
    describe_track,
    describe_video,
    track_quantities,
    video_quantities,
)
from tivm_desktop.domain.styles import STYLE_MUSIC
from tivm_desktop.encoders.pack import default_pack_folder, load_pack

SEASHORE = 978
SPIDER = 74


def of_class(index: int, share: float = 1.0) -> np.ndarray:
    classes = np.full((30, 1000), (1 - share) / 999, np.float32)
    classes[:, index] = share
    return classes


def test_faster_pictures_are_more_energetic_and_darker_ones_more_tense() -> None:
    reference = calibration()
    slow = describe_video(video(picture(activity=5, motion=2)), reference)
    fast = describe_video(video(picture(activity=50, motion=25, cuts_s=tuple(range(1, 30)))), reference)
    dark = describe_video(video(picture(brightness=0.1, activity=5, motion=2)), reference)
    assert fast.axes["energy"] > slow.axes["energy"] + 1
    assert dark.axes["tension"] > slow.axes["tension"]
    assert dark.axes["valence"] < slow.axes["valence"]


def test_what_a_picture_shows_moves_its_mood_and_names_its_styles() -> None:
    reference = calibration()
    sea = describe_video(video(picture(), of_class(SEASHORE)), reference)
    spider = describe_video(video(picture(), of_class(SPIDER)), reference)
    assert sea.axes["valence"] > spider.axes["valence"]
    assert sea.axes["tension"] < spider.axes["tension"]
    assert sea.styles["beach"] > 0.5 > spider.styles["beach"]
    assert spider.styles["eerie"] > sea.styles["eerie"]


def test_presence_grows_with_what_is_recognised() -> None:
    shares = (0.1, 0.4, 0.9)
    found = [
        video_quantities(video(picture(), of_class(SEASHORE, share)))["style:beach"][0] for share in shares
    ]
    assert found == sorted(found)
    assert found[-1] < STYLE_TABLE[SEASHORE, STYLE_NAMES.index("beach")]


def test_an_encoder_without_classes_still_gives_axes() -> None:
    description = describe_video(video(picture()), calibration())
    assert set(description.axes) == set(AXES)
    assert not description.styles


def test_tags_and_tempo_move_a_tracks_axes() -> None:
    reference = calibration()
    plain = describe_track(track(sound()), TAGS, reference)
    lively = sound(tempo_bpm=170, onset_density=7)
    party = describe_track(track(lively, party=0.95, happy=0.95, ambient=0.05), TAGS, reference)
    assert party.axes["energy"] > plain.axes["energy"]
    assert party.axes["valence"] > plain.axes["valence"]
    assert party.styles["celebration"] > plain.styles["celebration"]


def test_an_encoder_without_tags_still_gives_axes() -> None:
    analysis = track(sound())
    bare = type(analysis)(
        analysis.duration_s, analysis.sound, analysis.features, np.zeros((60, 0), np.float32), "none"
    )
    description = describe_track(bare, (), calibration())
    assert set(description.axes) == set(AXES)
    assert not description.styles


def test_silence_counts_for_nothing() -> None:
    with_intro = louder_from(sound(60, loudness_lufs=-70.0, onset_density=2.0), 30, 56.0)
    whole = describe_track(track(sound(30, onset_density=2.0)), TAGS, calibration())
    assert describe_track(track(with_intro), TAGS, calibration()).axes == whole.axes


def test_every_tag_the_tables_name_is_one_the_base_pack_gives() -> None:
    known = set(load_pack(default_pack_folder()).music.tags)
    named = {
        name.removeprefix("tag:")
        for weights in (*MUSIC_LOADINGS.values(), *STYLE_MUSIC.values())
        for name in weights
        if name.startswith("tag:")
    }
    assert named <= known


def test_pictures_and_music_speak_of_the_same_styles() -> None:
    assert tuple(STYLE_MUSIC) == STYLE_NAMES
    for weights in STYLE_MUSIC.values():
        assert any(weight > 0 for weight in weights.values())
        assert any(weight < 0 for weight in weights.values())


def test_tables_of_looks_that_a_pack_lacks_are_left_out() -> None:
    reference = calibration()
    tables = {name: row for name, row in reference.video.items() if name != "warmth"}
    bare = describe_video(video(picture()), type(reference)(tables, reference.music))
    assert bare.axes["energy"] == pytest.approx(describe_video(video(picture()), reference).axes["energy"])


def test_a_track_is_measured_by_these_numbers() -> None:
    timeline = louder_from(sound(20, loudness_lufs=-20.0, peak_dbfs=-2.0, integrated_lufs=-15.0), 10, 8.0)
    found = {name: row.tolist() for name, row in track_quantities(track(timeline, sad=0.75), TAGS).items()}
    assert found.pop("loudness_range") == pytest.approx([8.0])
    assert found.pop("crest_db") == pytest.approx([13.0])
    assert found.pop("tag:sad") == [0.75]
    assert {found.pop(f"tag:{name}")[0] for name in TAGS if name != "sad"} == {0.5}
    assert found == {"onset_density": [3.0], "brightness_hz": [1500.0], "tempo_bpm": [100.0], "major": [1.0]}


def test_the_loudness_range_leaves_out_the_lowest_tenth_and_the_loudest_twentieth() -> None:
    """As EBU Tech 3342 has it."""
    rising = np.linspace(-40.0, -20.0, 101, dtype=np.float32)
    found = track_quantities(track(replace(sound(101), loudness_lufs=rising)), TAGS)
    assert found["loudness_range"] == pytest.approx([0.85 * 20])


def test_only_seconds_above_minus_55_sound() -> None:
    quiet = replace(
        sound(3),
        loudness_lufs=np.array([-55.0, -54.9, -54.9], np.float32),
        onset_density=np.array([9.0, 2.0, 4.0], np.float32),
    )
    assert track_quantities(track(quiet), TAGS)["onset_density"].tolist() == [3.0]


def test_tags_without_a_name_are_refused() -> None:
    with pytest.raises(ValueError, match="longer"):
        track_quantities(track(sound(3)), TAGS[:-1])


def test_tempo_and_mode_are_left_out_where_unknown() -> None:
    found = track_quantities(track(replace(sound(20), tempo_bpm=0.0, key=-1)), TAGS)
    assert not {"tempo_bpm", "major"} & set(found)
    assert track_quantities(track(replace(sound(20), mode="minor")), TAGS)["major"].tolist() == [-1.0]


def test_a_track_of_silence_is_measured_whole() -> None:
    found = track_quantities(track(sound(20, loudness_lufs=-70.0)), TAGS)
    assert found["onset_density"].tolist() == [3.0]


def test_a_video_is_measured_by_these_numbers() -> None:
    """Motion is of all seconds but the first, which has none; cuts count by the second."""
    timeline = replace(picture(10, cuts_s=(2.0, 3.0, 7.5)), motion=np.array([0, 1, *[10] * 8], np.float32))
    found = {name: float(row[0]) for name, row in video_quantities(video(timeline)).items()}
    assert found == pytest.approx(
        {
            "motion": 9.0,
            "activity": 10.0,
            "cut_rate": 0.3,
            "brightness": 0.5,
            "saturation": 0.4,
            "warmth": 0.1,
            "greenness": 0.05,
            "contrast": 0.2,
        }
    )


def test_a_video_of_one_second_has_no_motion_and_its_cuts_are_those_of_a_second() -> None:
    short = replace(video(picture(1, cuts_s=(0.25,))), duration_s=0.5)
    found = video_quantities(short)
    assert found["motion"].tolist() == [0.0]
    two_s = replace(picture(2), motion=np.array([0, 4], np.float32))
    assert video_quantities(video(two_s))["motion"].tolist() == [4.0]
    assert found["cut_rate"].tolist() == [1.0]
