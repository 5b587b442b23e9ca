"""`tivm index --engine ray`: the same analysis on a cluster, into a catalogue that others may open."""

import argparse
from pathlib import Path

from tivm_desktop.cluster.analyser import Plan
from tivm_desktop.cluster.extra import require_extra
from tivm_desktop.cluster.indexing import LOCAL, Cluster, Indexed, index_catalogue, new_run
from tivm_desktop.cluster.output import Output
from tivm_desktop.cluster.tools import NodeTools, made_with
from tivm_desktop.commands.bars import Bar
from tivm_desktop.commands.options import profile_of
from tivm_desktop.commands.output import write_json_line, write_lines
from tivm_desktop.commands.status import NOTHING_RANKED, OK
from tivm_desktop.domain.errors import TivmError
from tivm_desktop.library.roots import folder_named
from tivm_desktop.matching.packs import find_pack

RAY = "ray"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Let `tivm index` take `--engine`, `--address` and `--output`."""
    group = parser.add_argument_group("on a cluster")
    group.add_argument(
        "--engine", choices=("local", RAY), default="local", help="where tracks are listened to"
    )
    group.add_argument(
        "--address",
        metavar="A",
        default=LOCAL,
        help="of the Ray cluster: HOST:PORT, auto for the one that runs here, local to start one (default)",
    )
    group.add_argument(
        "--output",
        metavar="DIR|s3://...",
        help="where the catalogue is made or gone on with; every machine of the cluster must reach it",
    )


def run(arguments: argparse.Namespace) -> int:
    """Index on a cluster, print, and return the exit status.

    Raises:
        TivmError: the folders, the pack, the cluster or the output can't be used.
    """
    if arguments.output is None:
        raise TivmError("With --engine ray the catalogue needs a place; name one with --output DIR.")
    if arguments.coarse_only:
        raise TivmError("A cluster listens to all of each track; leave out --coarse-only.")
    require_extra()
    pack = find_pack(arguments.pack, profile_of(arguments))
    expected = made_with(pack)
    named = arguments.pack
    if named is not None and Path(named).is_dir():
        named = str(Path(named).absolute())
    place = arguments.output if "://" in arguments.output else str(Path(arguments.output).absolute())
    plan = Plan(place, new_run(), NodeTools(named, arguments.provider, expected), expected)
    with Bar("music", "track") as bar:

        def show(done: int, total: int) -> None:
            if arguments.json:
                write_json_line({"event": "progress", "total": total, "done": done})
            else:
                bar.show(done, total)

        outcome = index_catalogue(
            list(dict.fromkeys(map(folder_named, arguments.folders))),
            Output(place),
            Cluster(arguments.address, arguments.workers),
            plan,
            show,
            try_again=arguments.try_again,
        )
    if arguments.json:
        write_json_line(_summary(outcome, place))
    else:
        write_lines(*_lines(outcome, place))
    return OK if outcome.sounds else NOTHING_RANKED


def _summary(outcome: Indexed, place: str) -> dict[str, object]:
    return {
        "event": "summary",
        "output": place,
        "total": outcome.total,
        "known": outcome.known,
        "analysed": outcome.analysed,
        "failed": outcome.failed,
        "unreachable": outcome.unreachable,
        "sounds": outcome.sounds,
        "unreadable": [{"path": str(path), "reason": why} for path, why in outcome.unreadable],
    }


def _lines(outcome: Indexed, place: str) -> list[str]:
    counts = f"{outcome.known} were done, {outcome.analysed} analysed, {outcome.failed} failed"
    lines = [f"warning: {why}" for _, why in outcome.unreadable]
    if outcome.unreachable:
        lines.append(
            f"warning: {outcome.unreachable} files could not be opened on the cluster; the folders must lie"
            " on every machine under the same names"
        )
    return [*lines, f"{outcome.total} files: {counts}; {outcome.sounds} sounds in {place}"]
