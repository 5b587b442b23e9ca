"""`tivm evaluate-pairs`: how well a pack finds the music of videos whose music is known."""

import argparse
from pathlib import Path

from tivm_desktop.commands.bars import Bar, complain
from tivm_desktop.commands.options import Commands, add_json, add_pack, add_profile, profile_of
from tivm_desktop.commands.output import write_json, write_lines
from tivm_desktop.commands.status import NOTHING_RANKED, OK
from tivm_desktop.encoders.pack import Pack
from tivm_desktop.matching.packs import find_pack
from tivm_desktop.matching.pair_manifest import read_pairs
from tivm_desktop.matching.pairs import JudgedPairs, judge_pairs


def add(commands: Commands) -> None:
    """Add the command to the program's."""
    parser = commands.add_parser(
        "evaluate-pairs", help="judge a pack by videos whose music is known, from files to ranks"
    )
    parser.add_argument(
        "manifest", type=Path, metavar="MANIFEST", help="JSON list of {id, video, music, group}"
    )
    add_pack(parser)
    add_profile(parser)
    add_json(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Judge, print, and return the exit status.

    Raises:
        TivmError: the manifest, the profile, the pack or the provider can't be used.
    """
    pairs = read_pairs(arguments.manifest)
    profile = profile_of(arguments)
    pack = find_pack(arguments.pack, profile)
    with Bar("analysing", "file") as analysed, Bar("ranking", "video") as ranked:
        found = judge_pairs(
            pairs,
            pack,
            profile,
            arguments.provider,
            analysed=analysed.show,
            ranked=ranked.show,
            warn=complain,
        )
    for one in found.skipped:
        complain(f"{one.id} is left out: {one.reason}")
    if arguments.json:
        write_json(_document(found, pack))
    else:
        ranked_by = f"{pack.name} {pack.version} on {found.provider}, fit by {found.fit_by}"
        write_lines(f"{arguments.manifest}: {len(found.report.rankings)} pairs ranked by {ranked_by}")
        write_lines(*found.report.lines())
    return OK if found.report.full.figures is not None else NOTHING_RANKED


def _document(found: JudgedPairs, pack: Pack) -> dict[str, object]:
    return {
        **found.report.to_json(),
        "pack": {"name": pack.name, "version": pack.version},
        "provider": found.provider,
        "fit_by": found.fit_by,
        "skipped": [{"id": one.id, "reason": one.reason} for one in found.skipped],
    }
