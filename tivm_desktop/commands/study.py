"""`tivm study`: compare temporal encoders, losses and baselines on paired data."""

import argparse
import itertools
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tivm_desktop.commands.bars import Bar, complain
from tivm_desktop.commands.options import Commands, columns, count, names
from tivm_desktop.commands.output import write_lines
from tivm_desktop.commands.status import ERROR, OK
from tivm_desktop.commands.training_parts import TrainingParts
from tivm_desktop.domain.errors import FileError, TivmError

if TYPE_CHECKING:
    from tivm_desktop.training.study.plan import Cell, Plan

_QUICK_SEEDS, _QUICK_FOLDS, _QUICK_EPOCHS = 2, 3, 30


def add(commands: Commands) -> None:
    """Add the command to the program's."""
    parser = commands.add_parser(
        "study",
        help="compare temporal encoders, losses and baselines (needs the train extra)",
        description="Train and judge every cell of the study. Finished cells are kept in DIR/cells and "
        "skipped; the same command goes on where it was stopped, also with more seeds.",
    )
    parser.add_argument("--data", type=Path, metavar="A.npz", required=True, help="the paired archive")
    parser.add_argument("--out", type=Path, metavar="DIR", required=True, help="the study's folder")
    parser.add_argument(
        "--video", type=columns, metavar="COLUMNS", help="video columns, with commas (default: all)"
    )
    parser.add_argument(
        "--music", type=columns, metavar="COLUMNS", help="music columns, with commas (default: all)"
    )
    parser.add_argument("--seeds", type=int, default=5, help="how many seeds (default: 5)")
    parser.add_argument(
        "--folds", type=int, default=10, help="how many folds that split no group (default: 10)"
    )
    parser.add_argument(
        "--jobs", type=count, default=2, help="how many processes, one thread each (default: 2)"
    )
    parser.add_argument("--quick", action="store_true", help="a rough look: 2 seeds, 3 folds, 30 epochs")
    parser.add_argument("--recipes", type=names, metavar="NAMES", help="only these, with commas")
    parser.add_argument("--train-split", default="train", metavar="S", help="official split to train on")
    parser.add_argument("--test-split", default="val", metavar="S", help="official split to judge on")
    parser.add_argument(
        "--validation",
        type=float,
        default=0.1,
        metavar="SHARE",
        help="share of the training items that decides when to stop; 0 trains all epochs (default: 0.1)",
    )
    parser.add_argument(
        "--changes",
        type=Path,
        metavar="FILE",
        help="JSON of changes to the default config, by recipe or for `all`",
    )
    parser.add_argument("--cell", metavar="ID", help="do this cell anew and nothing else")
    parser.add_argument("--report", action="store_true", help="write tables and plots of what is finished")
    parser.set_defaults(run=_study)


def _study(arguments: argparse.Namespace) -> int:
    with TrainingParts("The study"):
        from tivm_desktop.training.study.cells import cell_file, read_cell
        from tivm_desktop.training.study.plan import cell_named
        from tivm_desktop.training.study.recipes import check_recipes
        from tivm_desktop.training.study.report import write_report
    plan = _plan(arguments)
    archive = plan.archive()
    check_recipes(plan.recipes, archive, plan.changes, plan.validation)
    cells = plan.cells(archive)
    if not cells:
        raise TivmError("There is nothing to do: ask for at least one seed, one recipe and two folds.")
    plan.parts(archive, cells[-1])
    plan.open()
    failed: list[str] = []
    if arguments.cell:
        chosen = cell_named(arguments.cell, cells)
        cell_file(plan, chosen).unlink(missing_ok=True)
        failed = _do(plan, [chosen], cells, 1)
        if not failed:
            write_lines(str(cell_file(plan, chosen)))
        return ERROR if failed else OK
    if not arguments.report:
        failed = _do(plan, [cell for cell in cells if read_cell(plan, cell) is None], cells, arguments.jobs)
    write_lines(*(str(path) for path in write_report(plan, archive)))
    return ERROR if failed else OK


def _plan(arguments: argparse.Namespace) -> "Plan":
    from tivm_desktop.training.study.plan import Plan
    from tivm_desktop.training.study.recipes import RECIPES

    changes = _changes(arguments.changes)
    seeds, folds = arguments.seeds, arguments.folds
    if arguments.quick:
        seeds, folds = _QUICK_SEEDS, _QUICK_FOLDS
        changes = {**changes, "all": {"epochs": _QUICK_EPOCHS, **changes.get("all", {})}}
    return Plan(
        data=arguments.data,
        out=arguments.out,
        video=arguments.video,
        music=arguments.music,
        seeds=seeds,
        folds=folds,
        recipes=arguments.recipes or RECIPES,
        train_split=arguments.train_split,
        test_split=arguments.test_split,
        validation=arguments.validation,
        changes=changes,
    )


def _changes(path: Path | None) -> dict[str, Any]:
    if path is None:
        return {}
    try:
        changes = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise FileError(
            path, f"{path} can't be read ({error.strerror or error}); check --changes."
        ) from error
    except ValueError as error:
        raise FileError(path, f"{path} is not JSON ({error}); give a JSON file of changes.") from error
    if not isinstance(changes, dict) or not all(isinstance(change, dict) for change in changes.values()):
        raise FileError(path, f"{path} must hold one object of changes by recipe, or under `all`.")
    return changes


def _do(plan: "Plan", missing: "list[Cell]", cells: "list[Cell]", jobs: int) -> list[str]:
    """Do the missing cells with a bar on stderr; return what went wrong."""
    from tivm_desktop.training.study.workers import do_cells

    failed: list[str] = []
    number = itertools.count(len(cells) - len(missing) + 1)
    with Bar("study", "cell") as bar:

        def done(cell: "Cell", complaint: str | None) -> None:
            bar.show(next(number), len(cells))
            bar.say(cell.id)
            if complaint is not None:
                failed.append(cell.id)
                complain(f"{cell.id} failed: {complaint}")

        do_cells(plan, missing, jobs, done)
    return failed
