"""Options that several commands share."""

import argparse
from pathlib import Path
from typing import TypeAlias

from tivm_desktop.library.profile import Profile

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001


def add_profile(parser: argparse.ArgumentParser) -> None:
    """Let `parser` take `--profile DIR`."""
    parser.add_argument(
        "--profile", type=Path, metavar="DIR", help="keep settings, analyses and logs in this folder"
    )


def add_pack(parser: argparse.ArgumentParser) -> None:
    """Let `parser` take `--pack P` and `--provider NAME`."""
    parser.add_argument("--pack", metavar="P", help="model pack: a name from `tivm pack list`, or a folder")
    parser.add_argument("--provider", choices=("auto", "cpu", "cuda"), default="auto", help="what computes")


def add_json(parser: argparse.ArgumentParser) -> None:
    """Let `parser` take `--json`."""
    parser.add_argument("--json", action="store_true", help="print one JSON document on stdout")


def profile_of(arguments: argparse.Namespace) -> Profile:
    """Return the profile the command line asks for."""
    return Profile(arguments.profile)
