"""Options that several commands share."""

import argparse
import re
from functools import reduce
from pathlib import Path
from typing import TypeAlias

from tivm_desktop.library.profile import Profile

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001

_TIME = re.compile(r"(\d{1,9}:){0,2}\d{1,9}(\.\d{0,9})?", re.ASCII)
_SIXTY = 60


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


def add_json_lines(parser: argparse.ArgumentParser) -> None:
    """Let `parser` take `--json` where the command tells how far it is."""
    parser.add_argument("--json", action="store_true", help="print a JSON document a line on stdout")


def count(text: str) -> int:
    """Return a whole number of at least 1.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


def names(text: str) -> tuple[str, ...]:
    """Return the names of a list with commas, spaces around them left out; there may be none."""
    return tuple(name.strip() for name in text.split(",") if name.strip())


def columns(text: str) -> tuple[str, ...]:
    """Return the names of columns in a list with commas.

    Raises:
        argparse.ArgumentTypeError: there is none.
    """
    named = names(text)
    if not named:
        raise argparse.ArgumentTypeError("names of columns, with commas between them")
    return named


def profile_of(arguments: argparse.Namespace) -> Profile:
    """Return the profile the command line asks for."""
    return Profile(arguments.profile)


def time_of(text: str) -> float:
    """Return the seconds of 90, 90.5, 1:30, 1:30.5 or 1:02:30.

    Raises:
        argparse.ArgumentTypeError: it is no such time.
    """
    parts = [float(part) for part in text.split(":")] if _TIME.fullmatch(text) else []
    if not parts or any(part >= _SIXTY for part in parts[1:]):
        raise argparse.ArgumentTypeError(f"{text!r} is no time such as 90, 1:30 or 1:02:30")
    return reduce(lambda larger, smaller: larger * _SIXTY + smaller, parts)
