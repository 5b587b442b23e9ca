"""`tivm evaluate-pairs`: how well a pack finds the music of videos whose music is known."""

import argparse
import sys
from pathlib import Path
from typing import Any

from tqdm import tqdm

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
    with _Bar("analysing", "file") as analysed, _Bar("ranking", "video") as ranked:
        found = judge_pairs(
            pairs, pack, profile, arguments.provider, analysed=analysed, ranked=ranked, warn=_warn
        )
    for one in found.skipped:
        _warn(f"{one.id} is left out: {one.reason}")
    if arguments.json:
        write_json(_document(found, pack))
    else:
        ranked_by = f"{pack.name} {pack.version} on {found.provider}, fit by {found.fit_by}"
        write_lines(f"{arguments.manifest}: {len(found.report.rankings)} pairs ranked by {ranked_by}")
        write_lines(*found.report.lines())
    return OK if found.report.full.figures is not None else NOTHING_RANKED


class _Bar:
    """A bar on a terminal that counts things done, from the first call on; nothing elsewhere."""

    def __init__(self, what: str, unit: str) -> None:
        self._what, self._unit = what, unit
        self._bar: tqdm[Any] | None = None

    def __enter__(self) -> "_Bar":
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.close()

    def __call__(self, done: int, total: int) -> None:
        if self._bar is None:
            self._bar = tqdm(desc=self._what, unit=self._unit, disable=None, leave=False)
        self._bar.total, self._bar.n = total, done
        self._bar.refresh()


def _warn(sentence: str) -> None:
    tqdm.write(f"tivm: {sentence}", file=sys.stderr)


def _document(found: JudgedPairs, pack: Pack) -> dict[str, object]:
    return {
        **found.report.to_json(),
        "pack": {"name": pack.name, "version": pack.version},
        "provider": found.provider,
        "fit_by": found.fit_by,
        "skipped": [{"id": one.id, "reason": one.reason} for one in found.skipped],
    }
