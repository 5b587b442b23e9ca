"""`tivm library attach`, `detach` and `attached`: shared catalogues beside one's own library."""

import argparse
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tivm_desktop.commands.bars import Bar
from tivm_desktop.commands.options import Commands, add_json, add_pack, add_profile, profile_of
from tivm_desktop.commands.output import write_json, write_lines
from tivm_desktop.commands.status import OK
from tivm_desktop.domain.errors import FileError
from tivm_desktop.library.attached import Attachment, attach, attached, detach, folder_of, is_address
from tivm_desktop.library.shared_catalogue import SharedCatalogue
from tivm_desktop.matching.packs import find_pack
from tivm_desktop.matching.track_describer import ranking_key


def add(commands: Commands) -> None:
    """Add the commands to those of `tivm library`."""
    parser = commands.add_parser("attach", help="rank the tracks of a shared catalogue beside your own")
    parser.add_argument("catalogue", metavar="DIR|s3://...", help="what `tivm index --engine ray` has made")
    parser.add_argument(
        "--music",
        type=_place,
        metavar="THERE=HERE",
        action="append",
        default=[],
        help="where a folder of music lies on this machine that was analysed under another name",
    )
    _finish(parser, run_attach)
    parser = commands.add_parser(
        "detach", help="leave a shared catalogue out again, and delete the copy of a bucket's"
    )
    parser.add_argument("catalogue", metavar="DIR|s3://...")
    add_profile(parser)
    parser.set_defaults(run=run_detach)
    parser = commands.add_parser("attached", help="list the shared catalogues")
    _finish(parser, run_attached)


def _finish(parser: argparse.ArgumentParser, run: Callable[[argparse.Namespace], int]) -> None:
    add_pack(parser)
    add_profile(parser)
    add_json(parser)
    parser.set_defaults(run=run)


def _place(text: str) -> tuple[Path, Path]:
    there, separator, here = text.partition("=")
    if not (there and separator and here):
        raise argparse.ArgumentTypeError("write THERE=HERE, both of them folders")
    return Path(there), Path(here).absolute()


def run_attach(arguments: argparse.Namespace) -> int:
    """Attach a catalogue, print what is in it, and return the exit status.

    Raises:
        TivmError: it can't be read, or copied from where it is.
    """
    profile = profile_of(arguments)
    folder = folder_of(profile, arguments.catalogue)
    if is_address(arguments.catalogue):
        _fetch(arguments.catalogue, folder)
    attachment = Attachment(folder, dict(arguments.music))
    facts = _facts(attachment, ranking_key(find_pack(arguments.pack, profile)))
    attach(profile, attachment)
    _tell([facts], as_json=arguments.json)
    return OK


def run_detach(arguments: argparse.Namespace) -> int:
    """Detach a catalogue and return the exit status.

    Raises:
        FileError: it isn't attached, the profile can't be written, or a copy not deleted.
    """
    profile = profile_of(arguments)
    detach(profile, folder_of(profile, arguments.catalogue))
    return OK


def run_attached(arguments: argparse.Namespace) -> int:
    """Print which catalogues are attached and what is in them, and return the exit status.

    Raises:
        TivmError: the profile or the pack can't be read.
    """
    profile = profile_of(arguments)
    key = ranking_key(find_pack(arguments.pack, profile))
    _tell([_facts_or_why(one, key) for one in attached(profile)], as_json=arguments.json)
    return OK


def _fetch(named: str, folder: Path) -> None:
    from tivm_desktop.cluster.extra import require_extra
    from tivm_desktop.cluster.fetch import fetch_catalogue
    from tivm_desktop.cluster.output import Output

    require_extra()
    with Bar("catalogue", "fragment") as bar:
        fetch_catalogue(Output(named), folder, bar.show)


def _facts_or_why(attachment: Attachment, key: str) -> dict[str, object]:
    try:
        return _facts(attachment, key)
    except FileError as error:
        return {"catalogue": str(attachment.folder), "error": str(error)}


def _facts(attachment: Attachment, key: str) -> dict[str, object]:
    """What is to be said of a catalogue."""
    with closing(SharedCatalogue(attachment.folder, attachment.places)) as catalogue:
        places = [catalogue.place_of(root) for root in catalogue.roots]
        return {
            "catalogue": str(attachment.folder),
            "tracks": catalogue.count,
            "failed": len(catalogue.failures()),
            "usable": catalogue.ranking_key == key,
            "music": [{"folder": str(place), "here": place.is_dir()} for place in places],
        }


def _tell(catalogues: list[dict[str, object]], *, as_json: bool) -> None:
    if as_json:
        write_json({"catalogues": catalogues})
        return
    for one in catalogues:
        if "error" in one:
            write_lines(f"{one['catalogue']}: {one['error']}")
            continue
        usable = "" if one["usable"] else "; made with another pack, so it is left out"
        write_lines(f"{one['catalogue']}: {one['tracks']} tracks, {one['failed']} failed{usable}")
        assert isinstance(one["music"], list)  # noqa: S101 - as made above
        for place in one["music"]:
            lacks = (
                "" if place["here"] else " (not on this machine: ranked, not played; see --music THERE=HERE)"
            )
            write_lines(f"  {place['folder']}{lacks}")
