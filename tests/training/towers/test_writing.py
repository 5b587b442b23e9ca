"""Packs of towers: whole or not at all, and the same embeddings as in training."""

import errno
import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.encoders.making import is_one_sentence, toy_pack
from tests.encoders.toy_towers import add_towers, toy_tower
from tests.training.towers.making import COLUMNS, paired, untrained
from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.errors import PackError, RunError
from tivm_desktop.encoders.pack import Pack, load_pack
from tivm_desktop.encoders.towers import TowerPair
from tivm_desktop.training.learning.run import DATA_FILE, FIGURES_FILE, Run
from tivm_desktop.training.model.tower import Tower
from tivm_desktop.training.towers import writing
from tivm_desktop.training.towers.onnx_export import ExportedTower
from tivm_desktop.training.towers.reference import reference_distances
from tivm_desktop.training.towers.section import TowerNotes
from tivm_desktop.training.towers.writing import export_pack


@pytest.fixture
def base(tmp_path: Path) -> Pack:
    return load_pack(toy_pack(tmp_path / "toy"))


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return untrained(tmp_path / "run", paired())


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have toy towers exported: what is written around them does not depend on what they compute."""

    def toy(tower: Tower, real: Sequence[FloatArray] = ()) -> ExportedTower:
        weight = np.ones((tower.config.width, tower.config.embedding), np.float32)
        return ExportedTower(toy_tower(weight).SerializeToString(), 1e-6)

    monkeypatch.setattr(writing, "export_tower", toy)


def test_the_program_embeds_files_as_training_does(tmp_path: Path, base: Pack) -> None:
    archive = paired(6)
    run = untrained(tmp_path / "run", paired(40), window_s=18.0)
    pair = TowerPair(export_pack(run, base, tmp_path / "made"))
    assert archive.lengths.min() < 18 < archive.lengths.max()
    for item in range(len(archive)):
        for side, embed in (("video", pair.embed_video), ("music", pair.embed_music)):
            (wanted,) = run.embed(side, archive, np.array([item]))  # type: ignore[arg-type]
            np.testing.assert_allclose(embed(archive.rows(side, item)), wanted, atol=1e-4)  # type: ignore[arg-type]


@pytest.mark.usefixtures("quick")
def test_a_pack_says_everything_of_its_towers(tmp_path: Path, base: Pack, run: Run) -> None:
    report = {"pool": 4, "video_to_music": {"auc": 0.7}, "music_to_video": {"auc": 0.6}}
    notes = TowerNotes("my videos", "All mine.", report, "held-out")
    made = export_pack(run, base, tmp_path / "made", notes, archive=paired())
    assert (made.folder, made.name) == (tmp_path / "made", "made")
    assert made.frame.encoder_id == base.frame.encoder_id
    assert made.music.encoder_id == base.music.encoder_id
    assert made.calibration == base.calibration
    towers = made.towers
    assert towers is not None
    assert towers.video.names == tuple(COLUMNS["video"])
    assert towers.music.names == tuple(COLUMNS["music"])
    assert (towers.window_s, towers.windows, towers.rate_hz) == (10.0, 3, 1.0)
    assert (towers.data, towers.data_note) == ("my videos", "All mine.")
    assert towers.distances == reference_distances(run, paired())
    assert towers.reference.endswith("in my videos")
    assert towers.config == json.loads(json.dumps(run.config.to_json()))
    figures: dict[str, Any] = dict(towers.figures)
    assert figures["evaluation"]["video_to_music"] == {"auc": 0.7}
    assert figures["training"]["epochs"] == 3
    assert towers.card is not None
    assert "All mine." in towers.card.path.read_text()
    assert not list(tmp_path.glob(".*"))


@pytest.mark.usefixtures("quick")
def test_without_notes_the_archive_names_the_data(tmp_path: Path, base: Pack, run: Run) -> None:
    towers = export_pack(run, base, tmp_path / "made").towers
    assert towers is not None
    assert towers.data == "made_up.npz"
    assert (towers.distances, towers.reference) == ((), "")


@pytest.mark.usefixtures("quick")
def test_towers_of_the_base_pack_are_left_out(tmp_path: Path, run: Run) -> None:
    base = load_pack(add_towers(toy_pack(tmp_path / "toy"), video=(("brightness", 1),)))
    made = export_pack(run, base, tmp_path / "made")
    assert made.towers is not None
    assert made.towers.video.names == tuple(COLUMNS["video"])


@pytest.mark.usefixtures("quick")
def test_nothing_is_overwritten_unasked(tmp_path: Path, base: Pack, run: Run) -> None:
    out = tmp_path / "made"
    out.mkdir()
    export_pack(run, base, out, TowerNotes("first"))
    with pytest.raises(PackError, match="is there already") as caught:
        export_pack(run, base, out, TowerNotes("second"))
    assert is_one_sentence(caught.value)
    kept = load_pack(out).towers
    assert kept is not None
    assert kept.data == "first"
    replaced = export_pack(run, base, out, TowerNotes("second"), replace=True)
    assert replaced.towers is not None
    assert replaced.towers.data == "second"


@pytest.mark.usefixtures("quick")
def test_only_a_pack_is_replaced(tmp_path: Path, base: Pack, run: Run) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "holiday.jpg").write_bytes(b"me")
    with pytest.raises(PackError, match="not a pack") as caught:
        export_pack(run, base, tmp_path / "photos", replace=True)
    assert is_one_sentence(caught.value)
    assert (tmp_path / "photos" / "holiday.jpg").read_bytes() == b"me"


@pytest.mark.usefixtures("quick")
def test_a_full_disk_leaves_nothing_and_keeps_what_was_there(
    tmp_path: Path, base: Pack, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "made"
    export_pack(run, base, out, TowerNotes("first"))

    def full(*arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    for place, replace in ((out, True), (tmp_path / "other", False)):
        with pytest.raises(PackError, match="No space left") as caught:
            export_pack(run, base, place, TowerNotes("second"), replace=replace)
        assert is_one_sentence(caught.value)
    kept = load_pack(out).towers
    assert kept is not None
    assert kept.data == "first"
    assert not (tmp_path / "other").exists()
    assert not list(tmp_path.glob(".*"))


@pytest.mark.usefixtures("quick")
def test_columns_that_no_file_gives_are_for_research_only(tmp_path: Path, base: Pack) -> None:
    archive = paired(video={"clip": 4, "motion": 1})
    run = untrained(tmp_path / "run", archive)
    with pytest.raises(RunError, match="clip, which no file gives") as caught:
        export_pack(run, base, tmp_path / "made")
    assert is_one_sentence(caught.value)
    towers = export_pack(run, base, tmp_path / "made", research=True).towers
    assert towers is not None
    assert towers.foreign_columns == ("clip",)


@pytest.mark.usefixtures("quick")
def test_columns_of_another_pack_are_refused(tmp_path: Path, base: Pack) -> None:
    run = untrained(tmp_path / "run", paired(music={"music_features": 200}))
    with pytest.raises(RunError, match="200 wide, and the encoders of the pack toy give it 96") as caught:
        export_pack(run, base, tmp_path / "made")
    assert is_one_sentence(caught.value)


@pytest.mark.usefixtures("quick")
def test_features_of_another_encoder_of_the_same_width_are_refused(tmp_path: Path, base: Pack) -> None:
    run = untrained(tmp_path / "run", paired(video={"frame_features": 3, "motion": 1}))
    said = {"archive": "mine.npz", "encoders": {"video": "other+pixels@0123", "music": "unused+mel@4567"}}
    (run.folder / DATA_FILE).write_text(json.dumps(said))
    with pytest.raises(RunError, match=r"frame_features of the encoder other\+pixels@0123") as caught:
        export_pack(run, base, tmp_path / "made")
    assert is_one_sentence(caught.value)
    said["encoders"] = {"video": base.frame.encoder_id, "music": "unused+mel@4567"}
    (run.folder / DATA_FILE).write_text(json.dumps(said))
    assert export_pack(run, base, tmp_path / "made").towers is not None


@pytest.mark.usefixtures("quick")
def test_a_run_that_was_passed_on_without_its_figures_is_exported(
    tmp_path: Path, base: Pack, run: Run
) -> None:
    (run.folder / FIGURES_FILE).unlink()
    towers = export_pack(run, base, tmp_path / "made").towers
    assert towers is not None
    assert towers.figures["training"] == {}


@pytest.mark.usefixtures("quick")
def test_figures_that_are_damaged_are_told(tmp_path: Path, base: Pack, run: Run) -> None:
    (run.folder / FIGURES_FILE).write_text("{")
    with pytest.raises(RunError, match=FIGURES_FILE.replace(".", r"\.")) as caught:
        export_pack(run, base, tmp_path / "made")
    assert is_one_sentence(caught.value)
    assert not (tmp_path / "made").exists()


@pytest.mark.usefixtures("quick")
def test_a_pack_says_that_the_runs_re_ranker_is_left_out(tmp_path: Path, base: Pack, run: Run) -> None:
    for there in (False, True):
        if there:
            (run.folder / "reranker.json").write_text("{}")
        towers = export_pack(run, base, tmp_path / f"made{there}").towers
        assert towers is not None
        assert towers.card is not None
        assert towers.figures["reranker_left_out"] is there
        assert ("re-ranker is not in this pack" in towers.card.path.read_text()) is there
        assert not list((tmp_path / f"made{there}").rglob("reranker*"))
