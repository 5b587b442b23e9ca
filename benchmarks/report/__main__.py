"""Runs the benchmarks that have not been run yet, and writes docs/benchmarks.md and its picture.

    ./dev bench --all [--material DIR] [--only NAME ...] [--again] [--render]

One after the other, for two to three hours, on a machine that does nothing else meanwhile. What a run printed
is kept in build/benchmarks; what was kept is not run again without --again. Its figures go to
docs/benchmarks.json, where those of earlier runs stay. With --render nothing is run.
"""

import argparse
import sys
from pathlib import Path

from benchmarks.report.asked import asked
from benchmarks.report.chart import draw
from benchmarks.report.collect import ROOT, collect
from benchmarks.report.material import Material
from benchmarks.report.page import lines, page
from benchmarks.report.results import RECORD, record, results
from benchmarks.report.runs import RUNS

PAGE = ROOT / "docs" / "benchmarks.md"
PICTURE = ROOT / "docs" / "images" / "benchmarks.png"


def main() -> None:
    """Run and write."""
    parser = argparse.ArgumentParser(prog="./dev bench --all", description=__doc__,
                                     formatter_class=argparse.RawTextHelpFormatter)  # fmt: skip
    parser.add_argument("--material", type=Path, help="folder of what benchmarks/report/material.py names")
    parser.add_argument("--only", nargs="+", choices=[run.name for run in RUNS], metavar="NAME")
    parser.add_argument("--again", action="store_true", help="run also what was kept")
    parser.add_argument("--render", action="store_true", help="run nothing")
    arguments = parser.parse_args()
    if not arguments.render:
        chosen = [run for run in RUNS if not arguments.only or run.name in arguments.only]
        collect(chosen, Material(arguments.material), again=arguments.again)
    figures = asked()
    runs = results(figures)
    record(runs.values())
    found = lines(figures, runs)
    PICTURE.parent.mkdir(exist_ok=True)
    draw(found, PICTURE)
    PAGE.write_text(page(found, runs, "images/benchmarks.png"), encoding="utf-8")
    sys.stdout.write(f"{PAGE.relative_to(ROOT)}\n{PICTURE.relative_to(ROOT)}\n{RECORD.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
