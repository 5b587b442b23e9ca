"""`tivm evaluate` on made-up archives and a CCA that is fitted on the spot."""

import json
from pathlib import Path

import numpy as np
import pytest

from tests.training.learning.making import small_config
from tests.training.making import make_archive
from tests.training.reranking.making import moving_archive, small_reranker
from tivm_desktop.cli import main
from tivm_desktop.training.archives.archive import write_archive
from tivm_desktop.training.baselines.canonical import CcaSettings
from tivm_desktop.training.baselines.cca import fit_cca
from tivm_desktop.training.baselines.saved import save_cca
from tivm_desktop.training.learning.run import Run
from tivm_desktop.training.learning.trainer import train
from tivm_desktop.training.reranking.scoring import with_reranker

SPLITS = ["seen" if item < 24 else "unseen" for item in range(36)]
GROUPS = [f"artist {item // 2}" for item in range(36)]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    write_archive(make_archive(36, splits=SPLITS, groups=GROUPS), tmp_path / "a.npz")
    return tmp_path / "a.npz"


@pytest.fixture
def run(tmp_path: Path) -> Path:
    archive = make_archive(36, splits=SPLITS, groups=GROUPS)
    save_cca(fit_cca(archive, np.arange(24), settings=CcaSettings(1.0, 1.0, 4, 1.0)), tmp_path / "cca")
    return tmp_path / "cca"


def evaluate(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    assert main(["evaluate", *map(str, arguments)]) == 0
    return capsys.readouterr().out


def test_the_document_is_what_is_promised(run: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(evaluate(capsys, run, "--data", data, "--split", "unseen", "--json"))
    assert set(found) == {"pool", "queries", "chance", "video_to_music", "music_to_video"}
    assert found["pool"] == 12
    assert found["chance"]["recall"]["1"] == pytest.approx(1 / 12)
    assert found["video_to_music"]["auc"] > 0.8
    low, high = found["video_to_music"]["auc_ci"]
    assert low <= found["video_to_music"]["auc"] <= high


def test_without_a_split_all_items_are_judged_whatever_their_splits(
    run: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = evaluate(capsys, run, "--data", data)
    assert "all 36 items" in text
    assert "pool 36" in text


def test_folds_and_segments_are_added(run: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = (run, "--data", data, "--folds", 3, "--group-disjoint", "--segments")
    found = json.loads(evaluate(capsys, *arguments, "--json"))
    assert found["pool"] == 36
    assert set(found["segments"]) == {"10", "30"}
    assert found["segments"]["10"]["queries"] > found["queries"]
    assert set(found["folds"]) == {"group_disjoint", "as_it_is", "retrained"}
    assert found["folds"]["retrained"]["pool"] == 12
    assert found["folds"]["retrained"]["queries"] == 36
    text = evaluate(capsys, *arguments)
    assert "trained anew" in text
    assert "segments of 30 s" in text
    assert "trained anew" not in evaluate(capsys, *arguments, "--no-retrain")


def test_whole_groups_may_be_drawn(run: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    alone = json.loads(evaluate(capsys, run, "--data", data, "--json"))
    grouped = json.loads(evaluate(capsys, run, "--data", data, "--json", "--by-group"))
    assert alone["video_to_music"]["auc"] == grouped["video_to_music"]["auc"]
    assert alone["video_to_music"]["auc_ci"] != grouped["video_to_music"]["auc_ci"]


def test_what_can_not_be_judged_is_told_in_one_line(
    run: Path, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wide = {"picture": 7, "motion": 1}
    write_archive(make_archive(8, video=wide), tmp_path / "wide.npz")
    write_archive(make_archive(8, video={"picture": 6}), tmp_path / "few.npz")
    for arguments, complaint in (
        ((run, "--data", data, "--split", "test"), "it has seen, unseen"),
        ((run, "--data", data, "--folds", "99"), "99 folds"),
        ((run, "--data", tmp_path / "wide.npz"), "picture"),
        ((run, "--data", tmp_path / "few.npz"), "motion"),
        ((run, "--data", tmp_path / "none.npz"), "none.npz"),
        ((tmp_path, "--data", data), "config.json"),
    ):
        assert main(["evaluate", *map(str, arguments)]) == 1
        told = capsys.readouterr()
        assert complaint in told.err
        assert told.err.count("\n") == 1
        assert told.out == ""


@pytest.fixture
def moving(tmp_path: Path) -> Path:
    write_archive(moving_archive(40), tmp_path / "moving.npz")
    return tmp_path / "moving.npz"


@pytest.fixture
def towers(tmp_path: Path) -> Run:
    """A run that knows little: what belongs together in its data moves together and no more."""
    archive = moving_archive(40)
    tower = {"encoder": "mean", "statistics_skip": False, "pooling": "mean"}
    config = small_config(archive, tower=tower, epochs=1, patience=0)
    return train(config, archive, tmp_path / "run", train_items=np.arange(26), validation_items=np.arange(0))


def test_a_run_with_a_re_ranker_is_judged_with_it_and_without(
    towers: Run, moving: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = (towers.folder, "--data", moving, "--segments")
    before = json.loads(evaluate(capsys, *asked, "--json"))
    assert "towers_alone" not in before
    assert "without the re-ranker" not in evaluate(capsys, *asked)
    with_reranker(towers, small_reranker(candidates=20), moving_archive(40), np.arange(26))
    found = json.loads(evaluate(capsys, *asked, "--json"))
    sides = ("video_to_music", "music_to_video")
    assert set(found["towers_alone"]) == set(before) - {"segments"}
    assert {side: found["towers_alone"][side] for side in sides} == {side: before[side] for side in sides}
    for side in sides:
        assert found[side]["auc"] > before[side]["auc"] + 0.05
    assert found["segments"] == before["segments"], "segments are the towers' alone"
    assert "the same without the re-ranker" in evaluate(capsys, *asked)


def test_folds_train_the_re_ranker_anew(
    towers: Run, moving: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = (towers.folder, "--data", moving, "--folds", 2, "--json")
    before = json.loads(evaluate(capsys, *asked))["folds"]["retrained"]
    with_reranker(towers, small_reranker(candidates=20), moving_archive(40), np.arange(26))
    found = json.loads(evaluate(capsys, *asked))["folds"]["retrained"]
    assert found["video_to_music"]["auc"] > before["video_to_music"]["auc"] + 0.2


def test_folds_too_small_for_the_re_ranker_are_told_in_one_line(
    towers: Run, moving: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with_reranker(towers, small_reranker(fewest=25), moving_archive(40), np.arange(26))
    assert main(["evaluate", str(towers.folder), "--data", str(moving), "--folds", "2"]) == 1
    told = capsys.readouterr().err
    assert "can't be judged on" in told
    assert "20 of 20 items are longer than 14 s, and it takes" in told
    assert told.count("\n") == 1


def test_a_damaged_re_ranker_is_told_in_one_line(
    towers: Run, moving: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (towers.folder / "reranker.json").write_text("{")
    assert main(["evaluate", str(towers.folder), "--data", str(moving)]) == 1
    told = capsys.readouterr().err
    assert "reranker.json" in told
    assert told.count("\n") == 1
