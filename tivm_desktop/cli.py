"""The `tivm` command.

Exit status: 0 all went well · 1 an error, told in one line on stderr · 2 the command line is not understood ·
3 nothing could be ranked, every file's reason being told · 130 interrupted with Ctrl-C.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from tivm_desktop.bundle import build
from tivm_desktop.commands.options import Commands
from tivm_desktop.commands.output import take_any_name
from tivm_desktop.commands.status import ERROR, INTERRUPTED
from tivm_desktop.domain.errors import TivmError
from tivm_desktop.encoders.runtime_folder import choose
from tivm_desktop.library.profile import Profile

_VERSION = "--version"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command in `argv` (without the program's name) and return its exit status."""
    take_any_name()
    argv = sys.argv[1:] if argv is None else argv
    arguments = _parser(with_commands=list(argv[:1]) != [_VERSION]).parse_args(argv)
    if hasattr(arguments, "profile"):
        choose(Profile(arguments.profile).gpu_folder)
    try:
        status: int = arguments.run(arguments)
        sys.stdout.flush()
    except TivmError as error:
        sys.stderr.write(f"tivm: {error}\n")
        return ERROR
    except KeyboardInterrupt:
        sys.stderr.write("tivm: interrupted\n")
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ERROR
    return status


def _parser(*, with_commands: bool) -> argparse.ArgumentParser:
    """Make the parser; what the commands need takes a while to load, which the version has no use for."""
    parser = argparse.ArgumentParser(
        prog="tivm",
        description="Rank your own music by how well it fits a video.",
        epilog="Exit status: 0 done, 1 error, 2 usage, 3 nothing could be ranked, 130 interrupted.",
    )
    parser.add_argument(_VERSION, action="version", version=f"tivm {build().described}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    if with_commands:
        _add_all(commands)
    return parser


def _add_all(commands: Commands) -> None:
    from tivm_desktop.commands import (
        analyse,
        archive,
        doctor,
        evaluate,
        evaluate_pairs,
        export,
        gpu,
        index,
        library,
        pack,
        preview,
        study,
        suggest,
        train,
    )

    for command in (
        suggest,
        index,
        library,
        preview,
        analyse,
        archive,
        train,
        pack,
        doctor,
        gpu,
        evaluate,
        evaluate_pairs,
        export,
        study,
    ):
        command.add(commands)
