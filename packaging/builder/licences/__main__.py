"""`python -m builder.licences ONEDIR [--into DIR]`: collects and prints the licences of a built program."""

import argparse
import sys
from pathlib import Path

from . import IncompatibleError, UncoveredError, collect
from .texts import TextMissingError


def main() -> int:
    """Collect, print a line for each part, and return the process's exit status."""
    parser = argparse.ArgumentParser(prog="python -m builder.licences", description=__doc__)
    parser.add_argument("onedir", type=Path)
    parser.add_argument("--into", type=Path, help="default: where the program looks for it, in the folder")
    arguments = parser.parse_args()
    into = arguments.into or arguments.onedir / "_internal/tivm_desktop/_bundled/licences"
    try:
        parts = collect(arguments.onedir, into)
    except (IncompatibleError, UncoveredError, TextMissingError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for part in parts:
        sys.stdout.write(f"{part.name:40} {part.version:24} {part.licence}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
