"""Reference statistics of packs: what can't be used is refused before anything is ranked."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.domain import making
from tests.encoders.making import is_one_sentence, toy_pack
from tests.encoders.toy_towers import EMBEDDING, add_towers
from tivm_desktop.domain.errors import PackError
from tivm_desktop.encoders.pack import default_pack_folder, load_pack
from tivm_desktop.matching.packs import calibration_of

SIDE = {"names": ["motion"], "centre": [0.0], "scale": [1.0], "weights": [[1.0]]}


def calibrated(folder: Path, **changes: object) -> Path:
    document: dict[str, Any] = {**making.calibration().to_json(), **changes}
    return toy_pack(folder, lambda manifest: manifest.update(calibration=document))


def refusal(folder: Path) -> str:
    pack = load_pack(folder)
    with pytest.raises(PackError) as caught:
        calibration_of(pack)
    assert is_one_sentence(caught.value)
    assert str(folder / "pack.json") in str(caught.value)
    return str(caught.value)


def test_the_default_pack_has_references_of_its_towers_width() -> None:
    pack = load_pack(default_pack_folder())
    assert pack.towers is not None
    assert calibration_of(pack).embedding_dim == pack.towers.embedding_dim


def test_a_pack_without_calibration_is_refused(tmp_path: Path) -> None:
    assert "calibration has no video" in refusal(toy_pack(tmp_path))


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1e999", "1" + "0" * 400, '"1"'])
def test_weights_that_are_no_numbers_are_refused(tmp_path: Path, number: str) -> None:
    side = SIDE | {"weights": [["here"]]}
    folder = calibrated(tmp_path, correspondence={"video": side, "music": SIDE})
    manifest = folder / "pack.json"
    manifest.write_text(manifest.read_text().replace('"here"', number))

    assert "no finite number" in refusal(folder)


def test_references_embedded_by_other_towers_are_refused(tmp_path: Path) -> None:
    folder = add_towers(calibrated(tmp_path))
    towers = load_pack(folder).towers
    assert towers is not None
    tracks = making.calibration().reference_tracks
    count = len(next(iter(tracks.values())))
    for width in (EMBEDDING, EMBEDDING + 1):
        columns = {f"towers:{place}": [0.5] * count for place in range(width)}
        manifest = json.loads((folder / "pack.json").read_text())
        manifest["calibration"]["towers"] = towers.digest
        manifest["calibration"]["reference_tracks"] |= columns
        (folder / "pack.json").write_text(json.dumps(manifest))
        if width == EMBEDDING:
            assert calibration_of(load_pack(folder)).embedding_dim == EMBEDDING

    assert f"{EMBEDDING + 1} numbers where its towers give {EMBEDDING}" in refusal(folder)
