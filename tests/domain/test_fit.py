import numpy as np
import pytest

from tests.domain.making import calibration, louder_from, picture, sound, track, video
from tivm_desktop.domain.description import Description, describe_track, describe_video, style_presence
from tivm_desktop.domain.fit import distance, fit
from tivm_desktop.domain.styles import STYLES

CALM = Description({"energy": -1.0, "valence": 0.5, "tension": -1.0, "warmth": 0.5}, {})
WILD = Description({"energy": 1.5, "valence": -0.5, "tension": 1.0, "warmth": -0.5}, {})


def test_fit_falls_as_distance_rises() -> None:
    steps = [
        Description({axis: value + step for axis, value in CALM.axes.items()}, {}) for step in (0, 0.5, 1, 2)
    ]
    distances = [distance(CALM, step) for step in steps]
    fits = [fit(CALM, step, calibration()) for step in steps]
    assert distances == sorted(distances)
    assert fits == sorted(fits, reverse=True)
    assert distances[0] == 0.0
    assert 0.0 <= fits[-1] < fits[0] <= 100.0


def test_like_fits_like() -> None:
    reference = calibration()
    assert fit(CALM, CALM, reference) > fit(CALM, WILD, reference)
    assert fit(WILD, WILD, reference) > fit(WILD, CALM, reference)


def test_a_style_in_the_picture_asks_for_its_tags() -> None:
    by_the_sea = Description(CALM.axes, {"water": 1.0})
    ambient = Description(CALM.axes, {"water": 1.5})
    punk = Description(CALM.axes, {"water": -1.5})
    assert distance(by_the_sea, ambient) == 0.0
    assert distance(by_the_sea, punk) > 1.0
    assert distance(CALM, punk) == 0.0


def test_an_axis_that_one_side_lacks_is_left_out() -> None:
    half = Description({"energy": -1.0}, {})
    assert distance(CALM, half) == 0.0


def test_without_a_reference_library_fit_is_an_inverse_distance() -> None:
    from tivm_desktop.domain.calibration import Calibration

    assert fit(CALM, CALM, Calibration()) == 100.0
    assert fit(CALM, WILD, Calibration()) == pytest.approx(100 / (1 + distance(CALM, WILD)))


def test_faster_pictures_are_more_energetic_and_darker_ones_more_tense() -> None:
    reference = calibration()
    slow = describe_video(video(picture(activity=5, motion=2)), reference)
    fast = describe_video(video(picture(activity=50, motion=25, cuts_s=tuple(range(1, 30)))), reference)
    dark = describe_video(video(picture(brightness=0.1, activity=5, motion=2)), reference)
    assert fast.axes["energy"] > slow.axes["energy"] + 1
    assert dark.axes["tension"] > slow.axes["tension"]
    assert dark.axes["valence"] < slow.axes["valence"]


def test_tags_and_tempo_move_a_tracks_axes() -> None:
    reference = calibration()
    plain = describe_track(
        track(sound()), ("happy", "sad", "ambient", "party", "acoustic", "metal"), reference
    )
    party = describe_track(
        track(sound(tempo_bpm=170, onset_density=7), party=0.95, happy=0.95, ambient=0.05),
        ("happy", "sad", "ambient", "party", "acoustic", "metal"),
        reference,
    )
    assert party.axes["energy"] > plain.axes["energy"]
    assert party.axes["valence"] > plain.axes["valence"]


def test_an_encoder_without_tags_still_gives_axes() -> None:
    analysis = track(sound())
    bare = type(analysis)(
        analysis.duration_s, analysis.sound, analysis.features, np.zeros((60, 0), np.float32), "none"
    )
    description = describe_track(bare, (), calibration())
    assert set(description.axes) == {"energy", "valence", "tension", "warmth"}
    assert not description.styles


def test_silence_counts_for_nothing() -> None:
    with_intro = louder_from(sound(60, loudness_lufs=-70.0, onset_density=2.0), 30, 56.0)
    names = ("happy", "sad", "ambient", "party", "acoustic", "metal")
    whole = describe_track(track(sound(30, onset_density=2.0)), names, calibration())
    assert describe_track(track(with_intro), names, calibration()).axes == whole.axes


def test_posteriors_become_presence() -> None:
    water = next(style for style in STYLES if style.name == "water")
    classes = np.zeros((4, 1000), np.float32)
    classes[:2, water.classes[0]] = 0.5
    assert style_presence(classes)["water"] == pytest.approx(0.5)
    classes[:, water.classes[0]] = 1.0
    assert style_presence(classes)["water"] == 1.0
    assert style_presence(np.zeros((4, 0), np.float32)) == {}


def test_every_class_and_tag_of_a_style_exists() -> None:
    for style in STYLES:
        assert style.classes
        assert all(0 <= index < 1000 for index in style.classes)


def test_every_tag_the_tables_name_is_one_the_base_pack_gives() -> None:
    from tivm_desktop.domain.axes import LOADINGS
    from tivm_desktop.encoders.pack import default_pack_folder, load_pack

    known = set(load_pack(default_pack_folder()).music.tags)
    named = {tag for style in STYLES for tag in style.tags}
    for loading in LOADINGS.values():
        named |= {name.removeprefix("tag:") for name in loading.music if name.startswith("tag:")}
    assert named <= known
