"""A row of the list in words."""

from dataclasses import replace
from math import nan

import pytest

from tests.gui.fakes import suggestion
from tivm_desktop.domain.marks import Marks
from tivm_desktop.domain.track_facts import Depth
from tivm_desktop.gui.track_words import lacking_line, reasons_line, row_sentence, row_tip


def test_a_row_is_one_sentence() -> None:
    assert row_sentence(suggestion("Embers", 1, 83.4)) == (
        "1. Embers, by Somebody, fit 83 of 100, 3:05, 120 beats a minute, "
        "enters at 0:12 of the track, both calm, its drop meets your cut at 0:41"
    )


def test_what_is_not_known_is_not_said() -> None:
    new = suggestion("Embers", 0, nan, artist="", duration_s=0.0, tempo_bpm=0.0, why=())
    assert row_sentence(new) == "Embers"
    assert row_sentence(replace(new, depth=Depth.NONE)) == "Embers, not listened to yet"


def test_marks_and_pin_are_said() -> None:
    marks = Marks(rating=4, favourite=True, never=True, tags=("rain",))
    said = row_sentence(suggestion("Embers", why=(), marks=marks), "A")
    assert said.startswith("1. Embers, pinned as A, by Somebody")
    assert said.endswith("favourite, rated 4 of 5, never suggested again, rain")


def test_the_tip_says_why_where_and_what_was_noted() -> None:
    marks = Marks(tags=("rain", "slow"), notes="For the end.")
    assert row_tip(suggestion("Embers", marks=marks)).splitlines() == [
        "both calm",
        "its drop meets your cut at 0:41",
        "Enters at 0:12 of the track",
        "rain, slow",
        "For the end.",
        str(suggestion("Embers").path),
    ]


def test_the_tip_of_a_row_that_is_not_placed_says_no_place() -> None:
    track = suggestion("Embers", placed=False, why=())
    assert row_tip(track) == str(track.path)


def test_reasons_stand_in_a_line() -> None:
    assert reasons_line(suggestion("a", why=("both calm", "close in mood"))) == "both calm · close in mood"


@pytest.mark.parametrize(
    ("fit", "placed", "depth", "said"),
    [
        (80.0, False, Depth.FULL, "being placed…"),
        (80.0, False, Depth.COARSE, "not listened to in full yet"),
        (80.0, True, Depth.FULL, ""),
        (nan, False, Depth.NONE, "not listened to yet"),
        (nan, False, Depth.COARSE, "listened to in parts"),
    ],
)
def test_a_row_without_reasons_says_what_it_lacks(
    fit: float,
    placed: bool,  # noqa: FBT001 - a parameter of the test
    depth: Depth,
    said: str,
) -> None:
    assert lacking_line(suggestion("a", 1, fit, placed=placed, depth=depth, why=())) == said


def test_a_row_that_is_never_suggested_says_so() -> None:
    assert lacking_line(suggestion("a", marks=Marks(never=True))) == "never suggested"
