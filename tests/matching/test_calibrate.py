from pathlib import Path

import pytest

from tests.matching.pair_files import quick_pack, write_pairs
from tivm_desktop.encoders.pack import load_pack
from tivm_desktop.library.profile import Profile
from tivm_desktop.matching.calibrate import Reference, calibrate


def test_a_reference_is_made_of_what_can_be_analysed_and_the_rest_is_told(tmp_path: Path) -> None:
    pack, profile = load_pack(quick_pack(tmp_path / "pack")), Profile(tmp_path / "profile")
    entries = write_pairs(tmp_path, 3)
    tracks = [tmp_path / str(one["music"]) for one in entries]
    videos = [tmp_path / str(one["video"]) for one in entries]
    tracks[2].write_text("no sound at all")
    told: list[str] = []
    steps: list[tuple[int, int]] = []

    def step(done: int, total: int) -> None:
        steps.append((done, total))

    made = calibrate(pack, profile, Reference(tracks, videos, "made files"), step, told.append)
    assert {len(row) for row in made.reference_tracks.values()} == {2}
    assert [tracks[2].name in sentence for sentence in told] == [True]
    assert steps == [(done, 6) for done in range(7)]
    assert calibrate(pack, profile, Reference(tracks, videos, "made files"), step, told.append) == made
    assert steps[7:] == [(6, 6)]
    with pytest.raises(ValueError, match="at least one track"):
        calibrate(pack, profile, Reference(tracks[2:], videos, "made files"), step, told.append)
