"""Builds what is handed out: `python -m builder onedir|deb|run`, in an environment of its own."""

import argparse
import sys
import time
from pathlib import Path

from .program import NAME, ROOT


def main() -> int:
    """Build what the command line asks for, say where it is and how long it took; return the status."""
    parser = argparse.ArgumentParser(prog="python -m builder", description=__doc__)
    parser.add_argument("what", nargs="*", choices=("onedir", "deb", "run"), metavar="onedir|deb|run")
    parser.add_argument("--into", type=Path, metavar="DIR", default=ROOT / "dist", help="default: dist")
    arguments = parser.parse_args()
    what = arguments.what or ["onedir", "deb", "run"]
    into: Path = arguments.into.absolute()
    if not (into / NAME).is_dir():
        what = ["onedir", *what]
    for step in (step for step in ("onedir", "deb", "run") if step in what):
        begun_s = time.monotonic()
        made = _build(step, into)
        size_mb = sum(path.lstat().st_size for path in [made, *made.rglob("*")] if not path.is_dir()) / 1e6
        sys.stderr.write(f"{step}: {made}, {size_mb:.1f} MB, {time.monotonic() - begun_s:.0f} s\n")
    return 0


def _build(step: str, into: Path) -> Path:
    if step == "onedir":
        from . import onedir

        return onedir.build(into)
    if step == "deb":
        from . import deb

        return deb.build(into / NAME, into)
    from . import run_file

    return run_file.build(into / NAME, into)


if __name__ == "__main__":
    sys.exit(main())
