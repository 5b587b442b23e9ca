"""From finished cells to the report, on cells that are quick to do."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.training.making import make_archive
from tivm_desktop.domain.errors import RunError
from tivm_desktop.training.archives.archive import PairedArchive, write_archive
from tivm_desktop.training.evaluation.judging import judge_similarity
from tivm_desktop.training.study.cells import CellResult, cell_file, do_cell, read_cell, store_cell
from tivm_desktop.training.study.comparisons import comparisons, pairs
from tivm_desktop.training.study.plan import Cell, Plan
from tivm_desktop.training.study.recipe_results import recipe_results
from tivm_desktop.training.study.recipes import RECIPES
from tivm_desktop.training.study.report import write_report

ARCHIVE = make_archive(24, groups=[f"artist {item // 2}" for item in range(24)])
SIGNAL = {"transformer-infonce": 3.0, "cca": 1.0}


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    write_archive(ARCHIVE, tmp_path / "a.npz")
    return Plan(tmp_path / "a.npz", tmp_path / "study", seeds=2, folds=2)


def pretend(plan: Plan, archive: PairedArchive) -> None:
    """Write results as if every cell had been done: noise, and a signal that differs by recipe."""
    rng = np.random.default_rng(0)
    for cell in plan.cells(archive):
        _, test = plan.parts(archive, cell)
        similarity = rng.normal(size=(len(test), len(test))) + SIGNAL.get(cell.recipe, 0.2) * np.eye(
            len(test)
        )
        store_cell(plan, CellResult(cell, judge_similarity(similarity, test, cell.fold), 12, 1.5, {"a": 1}))


def test_a_cell_is_written_with_its_command_and_read_back(plan: Plan) -> None:
    cell = Cell("cca", "official", 1, 0)
    assert read_cell(plan, cell) is None
    archive = plan.archive()
    done, read = do_cell(plan, archive, cell), read_cell(plan, cell)
    assert read is not None
    assert read.outcome.music_to_video.ranks.tolist() == done.outcome.music_to_video.ranks.tolist()
    assert read.outcome.video_to_music.items.tolist() == archive.where("val").tolist()
    document = json.loads(cell_file(plan, cell).read_text())
    assert document["command"] == plan.command(cell)
    assert set(document["config"]) == {"video_ridge", "music_ridge", "components", "power"}
    assert (plan.out / "runs" / cell.id / "config.json").exists()


def test_a_cell_done_again_gives_the_same_and_folds_leave_no_run(plan: Plan) -> None:
    cell, archive = Cell("cca", "folds", 0, 1), plan.archive()
    first, again = (do_cell(plan, archive, cell).outcome.video_to_music for _ in range(2))
    assert np.array_equal(first.ranks, again.ranks)
    assert not (plan.out / "runs" / cell.id).exists()


@pytest.mark.parametrize("content", ["{", "{}", '{"items": [1], "video_to_music": [], "music_to_video": []}'])
def test_a_damaged_cell_is_named(plan: Plan, content: str) -> None:
    cell = Cell("cca", "official", 0, 0)
    cell_file(plan, cell).parent.mkdir(parents=True)
    cell_file(plan, cell).write_text(content)
    with pytest.raises(RunError, match="delete it and go on"):
        read_cell(plan, cell)


def test_the_report_has_tables_plots_and_comparisons(plan: Plan) -> None:
    archive = plan.archive()
    pretend(plan, archive)
    files = {path.name: path for path in write_report(plan, archive)}
    assert set(files) == {"table.md", "table.csv", "comparisons.json", "auc.png", "recall_at_10.png"}
    assert files["auc.png"].read_bytes().startswith(b"\x89PNG")
    text = files["table.md"].read_text()
    assert all(f"| {recipe} |" in text for recipe in RECIPES)
    assert plan.command() in text
    rows = list(csv.DictReader(files["table.csv"].read_text().splitlines()))
    assert len(rows) == len(RECIPES) * 2 * 2
    best = max((row for row in rows if row["design"] == "folds"), key=lambda row: float(row["auc"]))
    assert best["recipe"] == "transformer-infonce"
    assert float(best["auc_low"]) < float(best["auc"]) < float(best["auc_high"])


def test_the_better_one_is_found_better(plan: Plan) -> None:
    archive = plan.archive()
    pretend(plan, archive)
    found = {
        (each.design, each.first, each.second): each
        for each in comparisons(recipe_results(plan, archive), archive.groups)
    }
    claimed = found["folds", "transformer-infonce", "cca"]
    assert claimed.auc.low > 0
    assert claimed.auc.corrected_p > claimed.auc.p
    level = found["folds", "lstm-infonce", "mean-infonce"]
    assert level.auc.low < 0 < level.auc.high


def test_seeds_that_are_not_whole_are_left_out(plan: Plan) -> None:
    archive = plan.archive()
    pretend(plan, archive)
    cell_file(plan, Cell("cca", "folds", 1, 0)).unlink()
    cell_file(plan, Cell("vmnet", "official", 0, 0)).unlink()
    cell_file(plan, Cell("vmnet", "official", 1, 0)).unlink()
    seeds = {(each.recipe, each.design): set(each.by_seed) for each in recipe_results(plan, archive)}
    assert seeds["cca", "folds"] == {0}
    assert seeds["vmnet", "folds"] == {0, 1}
    assert ("vmnet", "official") not in seeds
    assert write_report(plan, archive)
    assert write_report(replace(plan, out=plan.out / "empty"), archive) == []


def test_each_pair_is_compared_once() -> None:
    for best in ("transformer-infonce", "mean-infonce"):
        found = pairs(RECIPES, best)
        assert len({frozenset(pair) for pair in found}) == len(found)
        assert {
            (best, "cca"),
            ("transformer-infonce", "cca"),
            ("transformer-triplet", "mean-triplet"),
        } <= set(found)
    assert pairs(("cca", "mean-infonce"), "mean-infonce") == [("mean-infonce", "cca")]
