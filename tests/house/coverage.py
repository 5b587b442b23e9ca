"""Runs all tests and says how much of each room they reach, in lines and in branches: `./dev coverage`.

The rooms that everything stands on are held at all of it; what they lack is listed line by line.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PACKAGE = "tivm_desktop"
ROOT = Path(__file__).resolve().parents[2]
FOUND = ROOT / "build" / "coverage.json"

HELD = ("domain/", "encoders/", "library/", "playback/")
"""What has to be reached completely: folders of the package."""
ELSEWHERE = (
    *("encoders/cuda_driver", "encoders/cuda_libraries", "encoders/cuda_parts"),
    *("encoders/runtime_folder", "encoders/runtime_unpack"),
    *("library/drives", "library/file_lock", "library/open_folder"),
)
"""Modules of them with lines that only another system, an NVIDIA card or another process reaches."""


@dataclass(frozen=True, slots=True)
class Reached:
    """How much of one module was reached."""

    module: str
    lines: int
    lines_reached: int
    branches: int
    branches_reached: int
    lacking: tuple[str, ...]
    """Lines by their numbers, branches as from->to."""

    @property
    def whole(self) -> bool:
        """Whether every line and every branch was reached."""
        return self.lines == self.lines_reached and self.branches == self.branches_reached


def read(found: Mapping[str, Any]) -> list[Reached]:
    """Take what coverage.py writes as JSON, module by module."""
    return [_reached(name, one) for name, one in sorted(found["files"].items()) if name.startswith(PACKAGE)]


def _reached(name: str, one: Mapping[str, Any]) -> Reached:
    told = one["summary"]
    left = {line for line, _ in one["missing_branches"]}
    lacking = [str(line) for line in one["missing_lines"] if line not in left]
    lacking += [f"{line}->{'end' if to < 0 else to}" for line, to in one["missing_branches"]]
    return Reached(
        Path(name).relative_to(PACKAGE).as_posix(),
        told["num_statements"],
        told["covered_lines"],
        told["num_branches"],
        told["covered_branches"],
        tuple(lacking),
    )


def rooms(modules: Iterable[Reached]) -> dict[str, list[Reached]]:
    """Put modules together by the folder of the package they lie in."""
    together: dict[str, list[Reached]] = {}
    for one in modules:
        room, slash, _ = one.module.partition("/")
        together.setdefault(room + slash if slash else "(top)", []).append(one)
    return together


def gaps(modules: Iterable[Reached]) -> list[Reached]:
    """Return the held modules of which something was not reached."""
    return [one for one in modules if is_held(one.module) and not one.whole]


def is_held(module: str) -> bool:
    """Tell whether all of a module has to be reached."""
    return module.startswith(HELD) and module.removesuffix(".py") not in ELSEWHERE


def as_text(modules: Sequence[Reached]) -> str:
    """A line a room, and what the held ones lack."""
    lines = [f"{'room':<12} {'modules':>7} {'lines':>7} {'reached':>8} {'branches':>9} {'reached':>8}"]
    for room, ones in rooms(modules).items():
        held = [one for one in ones if is_held(one.module)]
        lines.append(_line(room, ones))
        if held:
            lines.append(_line("  held", held))
    lines.append(_line("all", modules))
    lines += [f"{PACKAGE}/{one.module} lacks {', '.join(one.lacking)}" for one in gaps(modules)]
    return "\n".join(lines)


def _line(name: str, ones: Sequence[Reached]) -> str:
    lines, branches = sum(one.lines for one in ones), sum(one.branches for one in ones)
    return (
        f"{name:<12} {len(ones):>7} {lines:>7} {_percent(sum(one.lines_reached for one in ones), lines):>8}"
        f" {branches:>9} {_percent(sum(one.branches_reached for one in ones), branches):>8}"
    )


def _percent(part: int, whole: int) -> str:
    """Round down: 100.0 is all of it."""
    return f"{1000 * part // whole / 10 if whole else 100.0} %"


def main() -> int:
    """Run the tests, print the table and return 1 where a test failed or a held room lacks something."""
    parser = argparse.ArgumentParser(prog="./dev coverage", description=__doc__)
    parser.add_argument("--report", action="store_true", help="run nothing, print what was found last")
    arguments = parser.parse_args()
    failed = 0
    if not arguments.report:
        FOUND.parent.mkdir(exist_ok=True)
        FOUND.unlink(missing_ok=True)
        measured = (f"--cov={PACKAGE}", "--cov-branch", f"--cov-report=json:{FOUND}")
        failed = subprocess.run(
            [sys.executable, "-m", "pytest", "-n", "auto", "--dist", "worksteal", *measured],
            cwd=ROOT,
            env=os.environ | {"PYTHONFAULTHANDLER": "1"},
            check=False,
        ).returncode
    if not FOUND.is_file():
        parser.error("nothing has been measured yet; run ./dev coverage without --report")
    modules = read(json.loads(FOUND.read_text(encoding="utf-8")))
    sys.stdout.write(as_text(modules) + "\n")
    return int(failed != 0 or bool(gaps(modules)))


if __name__ == "__main__":
    sys.exit(main())
