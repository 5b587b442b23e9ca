"""Doing one cell, and keeping what it gave."""

import json
import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from tivm_desktop.domain.arrays import IntArray
from tivm_desktop.domain.errors import RunError
from tivm_desktop.domain.evaluation.figures import Ranking
from tivm_desktop.training.archives.archive import PairedArchive
from tivm_desktop.training.evaluation.judging import TwoWayRanking, judge
from tivm_desktop.training.files import write_json_whole
from tivm_desktop.training.study.plan import OFFICIAL, Cell, Plan
from tivm_desktop.training.study.recipes import fit


@dataclass(frozen=True, slots=True, eq=False)
class CellResult:
    """What a cell gave.

    Attributes:
        cell: which one.
        outcome: ranks of the judged items in both directions.
        train_items: number of items it could learn from.
        seconds: how long it took.
        config: of the training, as JSON.
    """

    cell: Cell
    outcome: TwoWayRanking
    train_items: int
    seconds: float
    config: dict[str, Any]


def cell_file(plan: Plan, cell: Cell) -> Path:
    """Return the file of a cell's result."""
    return plan.out / "cells" / f"{cell.id}.json"


def run_folder(plan: Plan, cell: Cell) -> Path:
    """Return the folder in which a cell is trained."""
    return plan.out / "runs" / cell.id


def do_cell(plan: Plan, archive: PairedArchive, cell: Cell) -> CellResult:
    """Train and judge a cell and write its result; an unfinished training is gone on with.

    Runs of the official design are kept, those of folds are thrown away once their result is written.
    """
    begin = time.monotonic()
    train_items, test_items = plan.parts(archive, cell)
    folder = run_folder(plan, cell)
    scorer, config = fit(cell.recipe, archive, train_items, cell.seed, folder, plan.changes, plan.validation)
    outcome = judge(scorer, archive, test_items, cell.fold)
    result = CellResult(cell, outcome, len(train_items), time.monotonic() - begin, config)
    store_cell(plan, result)
    if cell.design != OFFICIAL:
        shutil.rmtree(folder, ignore_errors=True)
    return result


def store_cell(plan: Plan, result: CellResult) -> None:
    """Write a cell's result; the file is there whole or not at all."""
    write_json_whole(cell_file(plan, result.cell), _document(plan, result))


def read_cell(plan: Plan, cell: Cell) -> CellResult | None:
    """Return a cell's result, or None where it is not done yet.

    Raises:
        RunError: its file can't be read.
    """
    path = cell_file(plan, cell)
    try:
        document = json.loads(path.read_text("utf-8"))
        items = np.asarray(document["items"], dtype=np.int64)
        there, back = (_ranking(cell, items, document[way]) for way in ("video_to_music", "music_to_video"))
        return CellResult(
            cell,
            TwoWayRanking(there, back),
            int(document["train_items"]),
            float(document["seconds"]),
            dict(document["config"]),
        )
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RunError(path, f"{path} can't be read ({error}); delete it and go on.") from error


def _document(plan: Plan, result: CellResult) -> dict[str, Any]:
    cell, outcome = result.cell, result.outcome
    return {
        "cell": cell.id,
        "recipe": cell.recipe,
        "design": cell.design,
        "seed": cell.seed,
        "fold": cell.fold,
        "command": plan.command(cell),
        "config": result.config,
        "train_items": result.train_items,
        "seconds": round(result.seconds, 2),
        "pool": len(outcome.video_to_music),
        "auc": {
            "video_to_music": float(outcome.video_to_music.auc.mean()),
            "music_to_video": float(outcome.music_to_video.auc.mean()),
        },
        "items": outcome.video_to_music.items.tolist(),
        "video_to_music": outcome.video_to_music.ranks.tolist(),
        "music_to_video": outcome.music_to_video.ranks.tolist(),
    }


def _ranking(cell: Cell, items: IntArray, ranks: list[float]) -> Ranking:
    found = np.asarray(ranks, dtype=np.float64)
    if found.shape != items.shape:
        raise ValueError("ranks and items differ in number")
    return Ranking(items, np.full(len(items), cell.fold), np.full(len(items), len(items)), found)
