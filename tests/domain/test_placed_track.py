from pathlib import Path

import pytest

from tivm_desktop.domain.placed_track import PlacedTrack, same_place


def test_decibels_are_told_as_a_gain() -> None:
    assert PlacedTrack(Path("/music/a.opus")).gain == 1.0
    assert PlacedTrack(Path("/music/a.opus"), gain_db=-20.0).gain == pytest.approx(0.1)


def test_what_rounding_does_to_a_placement_moves_it_nowhere() -> None:
    assert same_place(12.0, 12.0005)
    assert not same_place(12.0, 12.001)
