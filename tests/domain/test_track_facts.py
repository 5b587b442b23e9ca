from dataclasses import asdict
from math import isnan
from pathlib import Path

from tivm_desktop.domain.found_track import FoundTrack
from tivm_desktop.domain.marks import RATINGS, UNMARKED, Marks
from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.domain.track_facts import UNKNOWN, Depth, TrackFacts


def facts(depth: Depth) -> TrackFacts:
    return TrackFacts(depth, 60.0, 120.0, 9, "minor", -14.0, 0.0, 0.0, 0.0, 0.5)


def test_depths_are_ordered_and_kept_as_these_numbers() -> None:
    assert [(depth.name, depth.value) for depth in sorted(Depth)] == [("NONE", 0), ("COARSE", 1), ("FULL", 2)]


def test_of_an_unknown_sound_no_number_is_told() -> None:
    numbers = {name: value for name, value in asdict(UNKNOWN).items() if isinstance(value, float)}
    assert {name for name, value in numbers.items() if isnan(value)} == {
        "integrated_lufs",
        "energy",
        "valence",
        "tension",
        "vocals",
    }
    assert (UNKNOWN.depth, UNKNOWN.duration_s, UNKNOWN.tempo_bpm) == (Depth.NONE, 0.0, 0.0)
    assert (UNKNOWN.key, UNKNOWN.mode) == (-1, "major")


def test_a_found_track_is_as_deep_as_its_facts_and_unmarked_unless_told() -> None:
    found = FoundTrack(Path("a.mp3"), "A", "B", "C", facts(Depth.COARSE))
    assert found.depth is Depth.COARSE
    assert found.marks is UNMARKED


def test_nobody_said_anything_of_an_unmarked_sound() -> None:
    assert Marks(rating=0, favourite=False, never=False, tags=(), notes="") == UNMARKED
    assert list(RATINGS) == [0, 1, 2, 3, 4, 5]


def test_a_suggestion_is_of_a_whole_placed_and_unmarked_track_unless_told() -> None:
    one = Suggestion(Path("a.mp3"), "A", "B", 60.0, 1, 90.0, 2.5, 120.0, -14.0, ("both calm",))
    assert (one.fit_curve, one.placed, one.depth, one.marks) == ((), True, Depth.FULL, UNMARKED)
