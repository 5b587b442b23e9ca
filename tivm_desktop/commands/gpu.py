"""`tivm gpu`: GPU support, which lets an NVIDIA card do what the processor does otherwise."""

import argparse
from pathlib import Path

from tivm_desktop.bundle import build
from tivm_desktop.commands.bars import Bar
from tivm_desktop.commands.options import Commands, add_json, add_profile, profile_of
from tivm_desktop.commands.output import write_json, write_lines
from tivm_desktop.commands.status import ERROR, OK
from tivm_desktop.encoders.cuda_driver import Driver, ask_driver
from tivm_desktop.encoders.runtime_folder import GpuSupport, look_at
from tivm_desktop.online.gpu_offer import look_up, why_no_download
from tivm_desktop.online.gpu_support import Phase, install_download, install_from, remove

_GIGA = 1e9


def add(commands: Commands) -> None:
    """Add the command to the program's."""
    parser = commands.add_parser("gpu", help="install, remove or look at support for NVIDIA cards")
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    status = actions.add_parser(
        "status", help="say whether GPU support is installed and what there is for it"
    )
    add_json(status)
    install = actions.add_parser(
        "install", help="install GPU support, from the project's releases or a folder"
    )
    source = install.add_mutually_exclusive_group(required=True)
    source.add_argument(
        "--from", type=Path, metavar="FOLDER", dest="folder", help="of wheels: see docs/cuda.md"
    )
    source.add_argument(
        "--download", action="store_true", help="get it from the project's releases: about 2 GB"
    )
    removal = actions.add_parser("remove", help="remove GPU support; the processor computes again")
    for action, run in ((status, _status), (install, _install), (removal, _remove)):
        add_profile(action)
        action.set_defaults(run=run)


def _status(arguments: argparse.Namespace) -> int:
    """Say what there is; 1 if it is there and can't be used."""
    support, driver = look_at(profile_of(arguments).gpu_folder), ask_driver()
    cards = [card.name for card in driver.cards] if driver else []
    if arguments.json:
        write_json(
            {
                "state": support.state,
                "folder": None if support.folder is None else str(support.folder),
                "problem": support.problem,
                "bytes": support.size_bytes,
                "versions": dict(support.versions),
                "driver": None if driver is None else driver.version or driver.library,
                "cards": cards,
                "download": bool(build().releases),
            }
        )
    else:
        write_lines(*_status_lines(support), f"NVIDIA's driver: {_driver_line(driver, cards)}")
    return ERROR if support.problem else OK


def _status_lines(support: GpuSupport) -> list[str]:
    if support.problem:
        return [f"{support.problem}."]
    if support.state == "absent" and support.size_bytes:
        return [f"GPU support is not installed; {_in_words(support.size_bytes)} of it have come."]
    if support.state == "absent":
        return ["GPU support is not installed.", *filter(None, [why_no_download()])]
    versions = ", ".join(f"{name} {version}" for name, version in support.versions.items())
    return [f"GPU support is installed: {_in_words(support.size_bytes)} in {support.folder}", f"  {versions}"]


def _driver_line(driver: Driver | None, cards: list[str]) -> str:
    return ", ".join(cards) or ("not found" if driver is None else f"no card, {driver.problem}")


def _install(arguments: argparse.Namespace) -> int:
    root = profile_of(arguments).gpu_folder
    with Bar("", "B") as bar:

        def show(phase: Phase, done: int, total: int) -> None:
            bar.begin(phase)
            bar.show(done, total)

        if arguments.folder is not None:
            install_from(arguments.folder, root, show, _never)
        else:
            offer = look_up()
            sizes = (offer.download_bytes, offer.installed_bytes, offer.needed_bytes)
            write_lines(
                "{} to download, {} when installed; {} have to be free.".format(*map(_in_words, sizes))
            )
            install_download(offer, root, show, _never)
    support = look_at(root)
    write_lines(*_status_lines(support), "`tivm doctor` says whether the card computes.")
    return ERROR if support.problem else OK


def _remove(arguments: argparse.Namespace) -> int:
    freed = remove(profile_of(arguments).gpu_folder)
    write_lines(f"GPU support is removed: {_in_words(freed)} are free again." if freed else "There was none.")
    return OK


def _never() -> bool:
    """Ctrl-C ends the command by itself, and the next one goes on from there."""
    return False


def _in_words(size: int) -> str:
    return f"{size / _GIGA:.1f} GB"
