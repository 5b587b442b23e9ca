"""`tivm export`: a run's towers as a pack that the program ranks with."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tivm_desktop.commands.options import Commands, add_json, add_profile, names, profile_of
from tivm_desktop.commands.output import write_json, write_lines
from tivm_desktop.commands.pack import tower_facts
from tivm_desktop.commands.status import OK
from tivm_desktop.commands.training_parts import TrainingParts
from tivm_desktop.domain.errors import FileError, TivmError
from tivm_desktop.matching.packs import find_pack

if TYPE_CHECKING:
    from tivm_desktop.encoders.pack import Pack
    from tivm_desktop.training.archives.archive import PairedArchive
    from tivm_desktop.training.learning.run import Run
    from tivm_desktop.training.towers.section import TowerNotes


def add(commands: Commands) -> None:
    """Add the command to the program's."""
    parser = commands.add_parser(
        "export",
        help="make a pack of a training run (needs the train extra)",
        description="Make a pack of a run's towers and another pack's encoders, with a model card beside it.",
    )
    parser.add_argument("run_folder", type=Path, metavar="RUN", help="the folder of a finished run")
    parser.add_argument(
        "--pack", type=Path, metavar="OUT", required=True, dest="out", help="the folder to make"
    )
    parser.add_argument("--base", metavar="P", help="the pack whose encoders it takes (default: base)")
    parser.add_argument(
        "--data",
        type=Path,
        metavar="A.npz",
        help="archive with the run's columns: fits are counted against its pairs that don't belong together "
        "(without it the pack's fits are 100 / (1 + distance))",
    )
    parser.add_argument("--data-name", default="", metavar="TEXT", help="what the run was trained on")
    parser.add_argument("--data-note", default="", metavar="TEXT", help="what its licence allows")
    parser.add_argument(
        "--files",
        type=Path,
        metavar="FILE",
        help="quantiles of columns of raw files, by the benchmark columns: those named by --match are mapped "
        "from there onto those of --data",
    )
    parser.add_argument("--match", type=names, default=[], metavar="A,B", help="columns that are matched")
    parser.add_argument(
        "--report", type=Path, metavar="FILE", help="figures for the model card, from tivm evaluate --json"
    )
    parser.add_argument(
        "--research", action="store_true", help="also where no file gives the run's columns (can't rank)"
    )
    parser.add_argument("--replace", action="store_true", help="put it in the place of a pack that is there")
    add_json(parser)
    add_profile(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Export, say what came of it, and return the exit status.

    Raises:
        TivmError: run, archive, report or base pack can't be used, or the folder can't be made.
    """
    with TrainingParts("Exporting"):
        from tivm_desktop.training.learning.run import load_run
        from tivm_desktop.training.towers.writing import check_place, export_pack
    out: Path = arguments.out.absolute()
    check_place(out, replace=arguments.replace)
    base = find_pack(arguments.base, profile_of(arguments))
    trained = load_run(arguments.run_folder)
    archive = _archive(arguments, trained)
    made = export_pack(
        trained,
        base,
        out,
        _notes(arguments, trained, archive),
        archive=archive,
        research=arguments.research,
        replace=arguments.replace,
    )
    _report(made, as_json=arguments.json)
    return OK


def _archive(arguments: argparse.Namespace, trained: "Run") -> "PairedArchive | None":
    from tivm_desktop.training.archives.archive import read_archive
    from tivm_desktop.training.towers.suitability import column_names

    if arguments.data is None:
        return None
    config = trained.config
    return read_archive(arguments.data, column_names(config.video), column_names(config.music))


def _notes(arguments: argparse.Namespace, trained: "Run", archive: "PairedArchive | None") -> "TowerNotes":
    from tivm_desktop.training.towers.matching import FilePopulation, matching_of, read_population
    from tivm_desktop.training.towers.section import TowerNotes

    matching, files = {}, FilePopulation("", {})
    if arguments.match:
        if arguments.files is None or archive is None:
            raise TivmError("--match needs --files and --data; give both.")
        files = read_population(arguments.files)
        matching = matching_of(trained, archive, files, arguments.match)
    return TowerNotes(
        matching=matching,
        matching_source=files.source,
        data=arguments.data_name,
        data_note=arguments.data_note,
        report={} if arguments.report is None else _read_report(arguments.report),
        report_of="" if arguments.report is None else arguments.report.stem,
    )


def _read_report(path: Path) -> dict[str, Any]:
    try:
        document = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise FileError(path, f"{path} can't be read ({error.strerror or error}); check --report.") from error
    except ValueError as error:
        raise FileError(
            path, f"{path} is not JSON ({error}); take what tivm evaluate --json wrote."
        ) from error
    if not isinstance(document, dict) or not {"video_to_music", "music_to_video"} <= set(document):
        raise FileError(path, f"{path} is no evaluation; take what tivm evaluate --json wrote.")
    return document


def _report(made: "Pack", *, as_json: bool) -> None:
    towers = made.towers
    assert towers is not None  # noqa: S101 - it was just written
    if as_json:
        write_json({"pack": str(made.folder), "name": made.name, "towers": tower_facts(towers)})
        return
    write_lines(f"{made.folder}: {', '.join(towers.video.names)} with {', '.join(towers.music.names)}")
    if not towers.distances:
        write_lines("fits are not counted against reference pairs; give --data to have them counted")
    if towers.foreign_columns:
        write_lines(f"for research only: no file gives {', '.join(towers.foreign_columns)}")
