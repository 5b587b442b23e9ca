"""What is said of each axis, style and meeting, and from where on."""

import pytest

from tivm_desktop.domain.class_lexicon import PICTURE_WORDS
from tivm_desktop.domain.description import Description
from tivm_desktop.domain.placement import Placement
from tivm_desktop.domain.reasons import reasons

NOWHERE = Placement(0.0, 0.0, None, 0, ())
NOTHING = ("neither stands out: close in mood",)


def moods(video: float, track: float, axis: str = "energy") -> tuple[str, ...]:
    return reasons(Description({axis: video}, {}), Description({axis: track}, {}), NOWHERE, ())


def met(placement: Placement, cuts_s: tuple[float, ...] = ()) -> tuple[str, ...]:
    return reasons(Description({}, {}), Description({}, {}), placement, cuts_s)


@pytest.mark.parametrize(
    ("axis", "low", "high", "lower", "higher"),
    [
        ("energy", "calm", "driving", "calmer", "livelier"),
        ("valence", "dark", "bright", "darker", "brighter"),
        ("tension", "relaxed", "tense", "more relaxed", "tenser"),
    ],
)
def test_each_axis_has_its_words(axis: str, low: str, high: str, lower: str, higher: str) -> None:
    assert moods(-1.0, -1.0, axis) == (f"both {low}",)
    assert moods(1.0, 1.0, axis) == (f"both {high}",)
    assert moods(1.0, -1.0, axis) == (f"{lower} than your picture",)
    assert moods(-1.0, 1.0, axis) == (f"{higher} than your picture",)


@pytest.mark.parametrize(
    ("video", "track", "said"),
    [
        (0.4, 0.4, ("both driving",)),
        (0.39, 0.4, NOTHING),
        (0.4, 0.39, NOTHING),
        (-0.4, 0.4, NOTHING),
        (0.5, 1.69, ("both driving",)),
        (0.5, 1.7, ("livelier than your picture",)),
        (0.0, 1.19, NOTHING),
        (0.0, -1.2, ("calmer than your picture",)),
    ],
)
def test_moods_are_shared_where_both_are_clear_and_near(
    video: float, track: float, said: tuple[str, ...]
) -> None:
    assert moods(video, track) == said


def test_the_two_moods_that_are_most_alike_are_named_the_stronger_first() -> None:
    video = Description({"energy": 0.6, "valence": -2.0, "tension": 1.0}, {})
    assert reasons(video, video, NOWHERE, ()) == ("both dark and tense",)
    near = Description({"energy": 0.6, "valence": -1.0, "tension": 1.0}, {})
    assert reasons(video, near, NOWHERE, ()) == ("both tense and dark",)


def test_only_the_largest_difference_is_named() -> None:
    video = Description({"energy": 0.0, "valence": 0.0}, {})
    track = Description({"energy": 1.3, "valence": -1.4, "tension": 9.0}, {})
    assert reasons(video, track, NOWHERE, ()) == ("darker than your picture",)
    lively = Description({"energy": 3.0, "valence": -1.0}, {})
    bright = Description({"energy": 1.5, "valence": 1.0}, {})
    assert reasons(lively, bright, NOWHERE, ()) == ("brighter than your picture",)


@pytest.mark.parametrize("style", PICTURE_WORDS)
def test_each_style_has_its_words(style: str) -> None:
    said = reasons(Description({}, {style: 0.2}), Description({}, {style: 0.41}), NOWHERE, ())
    assert said == (f"suits {PICTURE_WORDS[style]}",)


@pytest.mark.parametrize(("presence", "score"), [(0.19, 2.0), (0.9, 0.4)])
def test_a_style_must_be_seen_and_heard(presence: float, score: float) -> None:
    said = reasons(Description({}, {"water": presence}), Description({}, {"water": score}), NOWHERE, ())
    assert said == NOTHING


@pytest.mark.parametrize(("seen", "heard"), [({"water": 0.9}, {}), ({}, {"water": 2.0})])
def test_a_style_that_only_one_of_them_knows_is_not_named(
    seen: dict[str, float], heard: dict[str, float]
) -> None:
    assert reasons(Description({}, seen), Description({}, heard), NOWHERE, ()) == NOTHING


def test_the_style_of_which_most_is_seen_and_heard_is_named() -> None:
    video = Description({}, {"water": 0.9, "city": 0.3})
    track = Description({}, {"water": 0.5, "city": 1.6})
    assert reasons(video, track, NOWHERE, ()) == ("suits city and streets",)


@pytest.mark.parametrize(
    ("cut_s", "what"),
    [(41.0009, "your cut"), (41.001001, "the picture's rise"), (40.5, "the picture's rise")],
)
def test_a_drop_is_on_a_cut_within_a_thousandth(cut_s: float, what: str) -> None:
    found = met(Placement(0.0, 0.0, 41.0, 0, ()), (cut_s,))
    assert found == (f"its drop meets {what} at 0:41",)


@pytest.mark.parametrize(
    ("count", "hit", "said"),
    [
        (10, 7, ("hits 7 of your 10 cuts",)),
        (10, 6, NOTHING),
        (4, 3, ("hits 3 of your 4 cuts",)),
        (3, 3, NOTHING),
    ],
)
def test_cuts_that_are_hit_are_counted_where_they_are_many(
    count: int, hit: int, said: tuple[str, ...]
) -> None:
    assert met(Placement(0.0, 0.0, None, hit, ()), tuple(map(float, range(count)))) == said


@pytest.mark.parametrize(
    ("agreement", "said"), [(0.76, ("rises and falls with the picture",)), (0.75, NOTHING)]
)
def test_courses_that_go_together_are_said_to(agreement: float, said: tuple[str, ...]) -> None:
    assert met(Placement(0.0, agreement, None, 0, ())) == said
