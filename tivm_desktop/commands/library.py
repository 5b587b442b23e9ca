"""`tivm library`: what the library holds, whether it is whole, and its ratings as a file."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from tivm_desktop.commands import library_shared
from tivm_desktop.commands.options import Commands, add_json, add_profile, profile_of
from tivm_desktop.commands.output import write_json, write_lines
from tivm_desktop.commands.status import ERROR, OK
from tivm_desktop.library.marks_file import export_marks, import_marks
from tivm_desktop.library.store import FeatureStore


def add(commands: Commands) -> None:
    """Add the command to the program's."""
    parser = commands.add_parser("library", help="what the library holds, and its ratings as a file")
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    status = actions.add_parser(
        "status", help="say what the library holds, and which folders were looked at last"
    )
    status.set_defaults(run=run_status)
    check = actions.add_parser(
        "check", help="read all of the library; analyses that were altered are dropped, to be made again"
    )
    check.set_defaults(run=run_check)
    export = actions.add_parser("export", help="write ratings, tags and notes into a JSON file")
    export.add_argument("file", type=Path, metavar="FILE")
    export.add_argument("--replace", action="store_true", help="overwrite FILE")
    export.set_defaults(run=run_export)
    take = actions.add_parser(
        "import",
        help="take in such a file; nothing said here is lost",
        description="Take in a file of `tivm library export`. Where both said something of a track, what was "
        "set last holds, and all tags and notes stay. What is said of music that is not in the library is "
        "kept until it is.",
    )
    take.add_argument("file", type=Path, metavar="FILE")
    take.set_defaults(run=run_import)
    for action in (status, check, export, take):
        add_profile(action)
        add_json(action)
    library_shared.add(actions)


def run_status(arguments: argparse.Namespace) -> int:
    """Print what the library holds and return the exit status.

    Raises:
        TivmError: the library can't be used.
    """
    with _opened(arguments) as store:
        summary = store.summary()
        roots = [(root, root.is_dir()) for root in store.roots()]
        failures = sum(summary.failures.values())
        if arguments.json:
            analyses = [
                {"encoder": encoder, "preprocessing": preprocessing, "tracks": number}
                for (encoder, preprocessing), number in summary.analyses.items()
            ]
            write_json(
                {
                    "database": str(store.path),
                    "notice": store.notice,
                    "folders": [{"folder": str(root), "there": there} for root, there in roots],
                    **asdict(summary),
                    "analyses": analyses,
                }
            )
            return OK
        write_lines(
            f"library   {store.path}, {summary.size_bytes / 1e6:.1f} MB, schema {summary.schema}",
            *(f"folder    {root}{'' if there else ' (not there now)'}" for root, there in roots),
            f"files     {summary.files}, {summary.to_be_looked_into} of them to be looked into; "
            f"{summary.vanished} more are not there any more",
            f"tracks    {summary.tracks}",
            *(
                f"analysed  {number} ({encoder}, {preprocessing})"
                for (encoder, preprocessing), number in summary.analyses.items()
            ),
            f"failed    {failures}",
            f"rated     {summary.marked}, {summary.waiting_marks} of them not in the library",
            *(f"backup    {name}" for name in summary.backups),
        )
    return OK


def run_check(arguments: argparse.Namespace) -> int:
    """Read everything, print what is wrong and return the exit status.

    Raises:
        TivmError: the library can't be read.
    """
    with _opened(arguments) as store:
        problems = store.integrity()
        read, dropped = (0, 0) if problems else store.drop_altered()
        if arguments.json:
            write_json({"problems": problems, "analyses": read, "dropped": dropped, "notice": store.notice})
        elif problems:
            write_lines(*problems)
        else:
            write_lines(f"whole: {read} analyses were read, {dropped} of them dropped, to be made again")
    return ERROR if problems else OK


def run_export(arguments: argparse.Namespace) -> int:
    """Write the file and return the exit status.

    Raises:
        TivmError: the file is there already or can't be written, or the library can't be read.
    """
    with _opened(arguments) as store:
        tracks = export_marks(store, arguments.file.absolute(), replace=arguments.replace)
        if arguments.json:
            write_json({"file": str(arguments.file.absolute()), "tracks": tracks})
        else:
            write_lines(f"{arguments.file}: what was said of {tracks} tracks")
    return OK


def run_import(arguments: argparse.Namespace) -> int:
    """Take in the file, print what became of it and return the exit status.

    Raises:
        TivmError: the file can't be read, or the library can't be written.
    """
    with _opened(arguments) as store:
        report = import_marks(store, arguments.file.absolute())
        if arguments.json:
            write_json(asdict(report))
        else:
            write_lines(
                f"{report.added} new, {report.merged} joined with what was said here, "
                f"{report.unchanged} known already, {report.refused} not understood",
                *([f"{report.waiting} wait for their music"] if report.waiting else []),
            )
    return OK


@contextmanager
def _opened(arguments: argparse.Namespace) -> Iterator[FeatureStore]:
    profile = profile_of(arguments)
    profile.create()
    store = FeatureStore(profile.database)
    try:
        if store.notice and not arguments.json:
            write_lines(store.notice)
        yield store
    finally:
        store.close()
