"""Builds what is handed out: `python -m builder onedir|deb|run|cuda`, in an environment of its own."""

import argparse
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from .program import NAME, ROOT
from .sizes import size_bytes


def main() -> int:
    """Build what the command line asks for, say where it is and how long it took; return the status."""
    parser = argparse.ArgumentParser(
        prog="python -m builder",
        description="Build what is handed out: onedir, deb and run if nothing is named.",
    )
    parser.add_argument("what", nargs="*", metavar="|".join(_STEPS))
    parser.add_argument("--into", type=Path, metavar="DIR", default=ROOT / "dist", help="default: dist")
    arguments = parser.parse_args()
    if unknown := set(arguments.what) - _STEPS.keys():
        parser.error(f"nobody knows how to build {', '.join(sorted(unknown))}")
    into: Path = arguments.into.absolute()
    try:
        for name in _in_order(arguments.what, into):
            begun_s = time.monotonic()
            made = _STEPS[name](into)
            _say(f"{name}: {made}, {_size_bytes(made) / 1e6:.1f} MB, {time.monotonic() - begun_s:.0f} s")
    except (RuntimeError, subprocess.CalledProcessError) as error:
        _say(f"builder: {error}")
        return 1
    return 0


def _in_order(asked: list[str], into: Path) -> list[str]:
    wanted = set(asked or ("onedir", "deb", "run"))
    if wanted & {"deb", "run"} and not (into / NAME).is_dir():
        wanted.add("onedir")
    return [name for name in _STEPS if name in wanted]


def _onedir(into: Path) -> Path:
    from . import onedir

    return onedir.build(into)


def _deb(into: Path) -> Path:
    from . import deb

    return deb.build(into / NAME, into)


def _run(into: Path) -> Path:
    from . import run_file

    return run_file.build(into / NAME, into)


def _cuda(into: Path) -> Path:
    from . import cuda

    return cuda.build(into)


_STEPS: dict[str, Callable[[Path], Path]] = {"onedir": _onedir, "deb": _deb, "run": _run, "cuda": _cuda}


def _size_bytes(made: Path) -> int:
    return size_bytes(path for path in [made, *made.rglob("*")] if not path.is_dir())


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
