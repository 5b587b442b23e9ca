"""Ranking by a pack's towers alone, or by all that it knows."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.domain import making
from tests.encoders.making import is_one_sentence, toy_pack
from tests.encoders.toy_towers import MUSIC, VIDEO, add_towers, seeded
from tivm_desktop.domain.analysis import TrackTags
from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.errors import PackError
from tivm_desktop.domain.ranking import RankableTrack, placed_under
from tivm_desktop.domain.tower_fit import TowerScale
from tivm_desktop.encoders.pack import load_pack
from tivm_desktop.matching.analysed import AnalysedTrack
from tivm_desktop.matching.ranker import Ranker

CLIP = making.video(making.picture(20, cuts_s=(5.0, 12.0), frame_difference=3.0))
CALM = {"rms": 0.05, "onset_density": 1.0}
LOUD = {"rms": 0.4, "onset_density": 9.0}


def calibrated_pack(folder: Path) -> Path:
    return toy_pack(folder, lambda manifest: manifest.update(calibration=making.calibration().to_json()))


def track(ranker: Ranker, name: str, **values: float) -> RankableTrack:
    analysis = making.track(making.sound(30, (), **values))
    untagged = replace(analysis, tags=np.zeros((30, 0), np.float32))
    return ranker.track(Path(name), AnalysedTrack(name, TrackTags(title=name), untagged))


def towards(row: list[float], weight: FloatArray) -> FloatArray:
    """The toy tower's embedding of a file whose rows are all `row`."""
    projected = np.asarray(row, np.float32) @ weight
    return np.asarray(projected / np.linalg.norm(projected), np.float32)


def test_a_pack_with_towers_ranks_by_their_fit_of_the_columns_it_names(tmp_path: Path) -> None:
    ranker = Ranker(load_pack(add_towers(calibrated_pack(tmp_path), window_s=0.0)))
    assert ranker.fit_by == "towers"
    under = ranker.video(CLIP)
    offsets = [0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5, 6, 7]
    wanted = towards([3.0, float(np.mean(offsets))], seeded(VIDEO, 1))
    assert under.embedding == pytest.approx(wanted, abs=1e-5)
    scale = TowerScale((0.2, 0.8, 1.4))
    for values in (CALM, LOUD):
        sound = track(ranker, "a", **values)
        embedding = towards([values["rms"], values["onset_density"]], seeded(MUSIC, 2))
        assert sound.embedding == pytest.approx(embedding, abs=1e-5)
        assert ranker.fit_under(under, sound) == pytest.approx(scale.fit(wanted, embedding), abs=1e-3)


def test_reasons_and_placement_are_those_of_the_axes(tmp_path: Path) -> None:
    plain = Ranker(load_pack(calibrated_pack(tmp_path / "plain")))
    trained = Ranker(load_pack(add_towers(calibrated_pack(tmp_path / "trained"))))
    one, other = ((ranker.video(CLIP), track(ranker, "a", **LOUD)) for ranker in (plain, trained))
    assert placed_under(*one) == placed_under(*other)
    assert plain.fit_under(*one) != trained.fit_under(*other)


def test_a_pack_without_towers_ranks_by_its_other_parts_and_embeds_nothing(tmp_path: Path) -> None:
    ranker = Ranker(load_pack(calibrated_pack(tmp_path)))
    assert ranker.fit_by == "fusion"
    assert ranker.video(CLIP).embedding is None
    assert track(ranker, "a", **CALM).embedding is None


@pytest.mark.parametrize(
    ("music", "said"),
    [
        ((("loudness", 1), ("chord", 27)), "the column chord, which no file gives"),
        ((("key", 24), ("chord", 27)), "the columns key, chord, which no file gives"),
    ],
)
def test_towers_for_research_are_refused_with_the_columns_that_are_missing(
    tmp_path: Path, music: tuple[tuple[str, int], ...], said: str
) -> None:
    folder = add_towers(calibrated_pack(tmp_path), music=music)
    with pytest.raises(PackError, match=said) as caught:
        Ranker(load_pack(folder))
    assert is_one_sentence(caught.value)
