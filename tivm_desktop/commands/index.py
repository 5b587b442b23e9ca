"""`tivm index`: listen to all the music in some folders, once and for all."""

import argparse
import os
from pathlib import Path

from tivm_desktop.commands import index_cluster
from tivm_desktop.commands.bars import Bar
from tivm_desktop.commands.ctrl_c import CtrlC
from tivm_desktop.commands.options import (
    Commands,
    add_json_lines,
    add_pack,
    add_profile,
    count,
    profile_of,
)
from tivm_desktop.commands.output import write_json_line, write_lines
from tivm_desktop.commands.status import NOTHING_RANKED, OK
from tivm_desktop.domain.errors import FileError, TivmError
from tivm_desktop.domain.indexing import IndexPace
from tivm_desktop.domain.library_status import LibraryStatus
from tivm_desktop.domain.track_facts import Depth
from tivm_desktop.matching.index_run import IndexReport, IndexRun
from tivm_desktop.matching.packs import find_pack


def add(commands: Commands) -> None:
    """Add the command to the program's."""
    parser = commands.add_parser(
        "index",
        help="listen to all the music in some folders, as the window does",
        description="Listen to all the music in some folders. What is known is not listened to again; "
        "Ctrl-C, or worse, loses the tracks in hand only.",
    )
    parser.add_argument("folders", type=Path, metavar="DIR", nargs="+", help="a folder of music")
    parser.add_argument(
        "--workers", type=count, metavar="N", help="processes; as many as there are processors"
    )
    parser.add_argument("--coarse-only", action="store_true", help="only a dozen windows of each track")
    parser.add_argument("--only-when-idle", action="store_true", help="wait while somebody is at work")
    parser.add_argument("--wait-on-battery", action="store_true", help="wait for mains")
    parser.add_argument("--try-again", action="store_true", help="listen again to files that failed before")
    index_cluster.add_options(parser)
    add_pack(parser)
    add_profile(parser)
    add_json_lines(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Index, print, and return the exit status.

    Raises:
        TivmError: a folder, the pack, the provider or the library can't be used.
        KeyboardInterrupt: Ctrl-C; what is done is kept.
    """
    if arguments.engine == index_cluster.RAY:
        return index_cluster.run(arguments)
    profile = profile_of(arguments)
    pack = find_pack(arguments.pack, profile)
    pace = IndexPace(
        arguments.workers or os.cpu_count() or 1, arguments.only_when_idle, arguments.wait_on_battery
    )
    depths = (Depth.COARSE,) if arguments.coarse_only else (Depth.COARSE, Depth.FULL)
    ctrl_c = CtrlC()
    try:
        with _Telling(as_json=arguments.json, whole=not arguments.coarse_only) as telling:
            run = IndexRun(profile, pack, arguments.provider, pace, depths, telling.show, ctrl_c)
            folders = [folder.absolute() for folder in arguments.folders]
            report = run.index(folders, try_again=arguments.try_again)
        if arguments.json:
            write_json_line(_summary(report, whole=not arguments.coarse_only))
        else:
            write_lines(*_lines(report, whole=not arguments.coarse_only))
    finally:
        ctrl_c.close()
    if report.interrupted:
        raise KeyboardInterrupt
    if report.errors:
        raise TivmError(report.errors[0])
    if report.unsaved:
        raise FileError(
            profile.database,
            f"The library {profile.database} could not take {report.unsaved} of the tracks listened to; "
            "free space on its disk and index again, which goes on where this stopped.",
        )
    return OK if report.status.coarse else NOTHING_RANKED


class _Telling:
    """Tells how far it is: lines of JSON on stdout, or a bar on a terminal."""

    def __init__(self, *, as_json: bool, whole: bool) -> None:
        self._as_json = as_json
        self._whole = whole
        self._bar = Bar("music", "track")

    def __enter__(self) -> "_Telling":
        return self

    def __exit__(self, *error: object) -> None:
        self._bar.close()

    def show(self, status: LibraryStatus) -> None:
        """Show it, for a second or so."""
        if self._as_json:
            write_json_line({"event": "progress", **_counts(status, whole=self._whole)})
            return
        done = (status.full if self._whole else status.coarse) + len(status.failed)
        self._bar.show(done, status.total)
        self._bar.say(status.why_waiting or f"{status.coarse} can be ranked")


def _counts(status: LibraryStatus, *, whole: bool) -> dict[str, object]:
    """How far it is; `full` is null where nothing is listened to whole."""
    return {
        "state": str(status.state),
        "why_waiting": status.why_waiting,
        "total": status.total,
        "coarse": status.coarse,
        "full": status.full if whole else None,
        "failed": len(status.failed),
        "eta_s": None if status.eta_s is None else round(status.eta_s, 1),
    }


def _summary(report: IndexReport, *, whole: bool) -> dict[str, object]:
    return {
        "event": "summary",
        **_counts(report.status, whole=whole),
        "took_s": round(report.took_s, 3),
        "interrupted": report.interrupted,
        "unsaved": report.unsaved,
        "failures": [{"path": str(one.path), "reason": one.reason} for one in report.status.failed],
        "away": [str(folder) for folder in report.status.away],
        "warnings": report.warnings,
        "errors": report.errors,
    }


def _lines(report: IndexReport, *, whole: bool) -> list[str]:
    status = report.status
    placed = f", {status.full} of them placed" if whole else ""
    counts = f"{status.coarse} can be ranked{placed}, {len(status.failed)} failed"
    return [
        *(f"warning: {sentence}" for sentence in report.warnings),
        *(f"failed: {one.reason}" for one in status.failed),
        f"{status.total} files: {counts} ({report.took_s:.1f} s)",
    ]
