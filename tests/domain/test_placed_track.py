from pathlib import Path

import pytest

from tivm_desktop.domain.placed_track import PlacedTrack


@pytest.mark.parametrize(("gain_db", "gain"), [(0.0, 1.0), (20.0, 10.0), (-6.0, 0.501187), (-40.0, 0.01)])
def test_decibels_become_a_linear_gain(gain_db: float, gain: float) -> None:
    assert PlacedTrack(Path("a.mp3"), gain_db=gain_db).gain == pytest.approx(gain)


def test_a_track_begins_with_the_video_at_its_own_level_unless_told() -> None:
    assert PlacedTrack(Path("a.mp3")) == PlacedTrack(Path("a.mp3"), placement_s=0.0, gain_db=0.0)
