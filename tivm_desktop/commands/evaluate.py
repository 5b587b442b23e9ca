"""`tivm evaluate`: how well a run finds the music of videos and the videos of music."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.commands.bars import Bar
from tivm_desktop.commands.options import Commands, add_json
from tivm_desktop.commands.output import write_json, write_lines
from tivm_desktop.commands.status import OK
from tivm_desktop.commands.training_parts import TrainingParts
from tivm_desktop.domain.errors import TivmError

if TYPE_CHECKING:
    from tivm_desktop.training.archives.archive import PairedArchive
    from tivm_desktop.training.baselines.loading import Candidate
    from tivm_desktop.training.evaluation.report import Report


def add(commands: Commands) -> None:
    """Add the command to the program's."""
    parser = commands.add_parser(
        "evaluate", help="judge a training run on an archive (needs the train extra)"
    )
    parser.add_argument("run_folder", type=Path, metavar="RUN", help="the folder of a run or of a fitted CCA")
    parser.add_argument("--data", type=Path, metavar="A.npz", required=True, help="archive with its columns")
    parser.add_argument(
        "--split", metavar="S", help="judge the items of this split only (default: all items)"
    )
    parser.add_argument(
        "--folds",
        type=int,
        metavar="K",
        help="also judge in K folds: the run as it is, and its recipe trained anew on the other folds",
    )
    parser.add_argument("--group-disjoint", action="store_true", help="never split a group over two folds")
    parser.add_argument(
        "--no-retrain", action="store_true", help="with --folds: judge the run as it is only, don't train"
    )
    parser.add_argument(
        "--segments", action="store_true", help="also judge 10 s and 30 s segments against whole items"
    )
    parser.add_argument("--by-group", action="store_true", help="draw whole groups for the intervals")
    parser.add_argument("--seed", type=int, default=0, help="of folds and bootstrap (default: 0)")
    add_json(parser)
    parser.set_defaults(run=_evaluate)


def _evaluate(arguments: argparse.Namespace) -> int:
    with TrainingParts("Evaluating"):
        from tivm_desktop.training.archives.archive import read_archive
        from tivm_desktop.training.baselines.loading import load_candidate

        candidate = load_candidate(arguments.run_folder)
    archive = read_archive(arguments.data, candidate.video, candidate.music)
    items, told = _items(archive, arguments)
    try:
        whole, in_folds = _judged(candidate, archive, items, arguments)
        alone = _towers_alone(candidate, archive, items, arguments)
    except (ValueError, ArithmeticError) as error:
        raise TivmError(f"{arguments.run_folder} can't be judged on {arguments.data}: {error}.") from error
    if arguments.json:
        folds = {"group_disjoint": arguments.group_disjoint, **{k: r.to_json() for k, r in in_folds.items()}}
        towers = {"towers_alone": alone.to_json()} if alone else {}
        write_json({**whole.to_json(), **towers, **({"folds": folds} if in_folds else {})})
        return OK
    write_lines(f"{arguments.run_folder} on {told}", *whole.lines())
    if alone:
        write_lines("", "the same without the re-ranker", *alone.lines())
    kind = "group-disjoint folds" if arguments.group_disjoint else "folds"
    for name, heading in (
        ("as_it_is", f"the same in {kind}, as it is"),
        ("retrained", f"its recipe trained anew on the other {kind} each time"),
    ):
        if name in in_folds:
            write_lines("", heading, *in_folds[name].lines())
    return OK


def _items(archive: "PairedArchive", arguments: argparse.Namespace) -> tuple[NDArray[np.int64], str]:
    """Return the items that are judged, and which they are in words."""
    if arguments.split is None:
        return np.arange(len(archive)), f"all {len(archive)} items of {arguments.data}"
    items = archive.where(arguments.split)
    if not len(items):
        there = ", ".join(sorted(set(archive.splits)))
        raise TivmError(f"{arguments.data} has no split {arguments.split}; it has {there}.")
    return items, f"the {len(items)} items of split {arguments.split} of {arguments.data}"


def _towers_alone(
    candidate: "Candidate", archive: "PairedArchive", items: NDArray[np.int64], arguments: argparse.Namespace
) -> "Report | None":
    """Return the report of a run without its re-ranker; None where it has none."""
    from tivm_desktop.training.evaluation.judging import judge
    from tivm_desktop.training.evaluation.report import report

    if candidate.towers is candidate.scorer:
        return None
    groups = archive.groups if arguments.by_group else None
    return report(judge(candidate.towers, archive, items), groups, seed=arguments.seed)


def _judged(
    candidate: "Candidate", archive: "PairedArchive", items: NDArray[np.int64], arguments: argparse.Namespace
) -> tuple["Report", dict[str, "Report"]]:
    """Return the report of the run as it is, and those in folds by name."""
    from tivm_desktop.training.evaluation.judging import judge
    from tivm_desktop.training.evaluation.report import report
    from tivm_desktop.training.evaluation.segments import SEGMENTS_S, judge_segments
    from tivm_desktop.training.study.crossing import folds_of, judge_in_folds, judge_retrained

    groups, seed = archive.groups if arguments.by_group else None, arguments.seed
    segments = {
        # Segments of one item are no independent queries: the item's are drawn together.
        str(length): report(
            judge_segments(candidate.towers, archive, items, length), groups or archive.songs, seed=seed
        )
        for length in (SEGMENTS_S if arguments.segments else ())
    }
    whole = report(judge(candidate.scorer, archive, items), groups, segments=segments, seed=seed)
    in_folds: dict[str, Report] = {}
    if arguments.folds is not None:
        folds = folds_of(archive, items, arguments.folds, seed, group_disjoint=arguments.group_disjoint)
        in_folds["as_it_is"] = report(judge_in_folds(candidate.scorer, archive, folds), groups, seed=seed)
        if not arguments.no_retrain:
            with Bar("training anew", "fold") as bar:
                found = judge_retrained(candidate, archive, folds, seed, bar.show)
            in_folds["retrained"] = report(found, groups, seed=seed)
    return whole, in_folds
