"""How long until the window can be used, against the barest window PySide6 can make.

    python -m benchmarks.startup [--runs 7]

Both programs are started in turn, each in a fresh process under one X server of their own, after one run of
each that is not counted and fills a cache of compiled Python files for both. A window can be used when it
has been painted for the first time and the event loop is free. The last line is one JSON document with the
medians and their ratio.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.virtual_screen import virtual_screen

PROGRAMS = ("bare", "tivm-desktop")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--runs", type=int, default=7, help="counted starts of each program")
    parser.add_argument("--child", choices=PROGRAMS, help=argparse.SUPPRESS)
    parser.add_argument("--started", type=float, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.child == "bare":
        show_bare_window(arguments.started)
    elif arguments.child is not None:
        show_our_window(arguments.started)
    else:
        print(json.dumps(measure(arguments.runs)))


def measure(runs: int) -> dict[str, object]:
    """Start both programs in turn and return what the JSON document says."""
    times_s: dict[str, list[float]] = {program: [] for program in PROGRAMS}
    with virtual_screen() as display, tempfile.TemporaryDirectory() as cache:
        for run in range(-1, runs):
            for program in PROGRAMS:
                usable_s = start(program, display, cache)
                if run >= 0:
                    times_s[program].append(usable_s)
    medians = {program: statistics.median(times) for program, times in times_s.items()}
    return {
        "runs": runs,
        "bare_window_s": round(medians["bare"], 3),
        "usable_s": round(medians["tivm-desktop"], 3),
        "bare_window_runs_s": [round(value, 3) for value in times_s["bare"]],
        "usable_runs_s": [round(value, 3) for value in times_s["tivm-desktop"]],
        "ratio": round(medians["tivm-desktop"] / medians["bare"], 2),
    }


def start(program: str, display: str, cache: str) -> float:
    """Start one program and return the seconds until its window could be used."""
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPYCACHEPREFIX": cache}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-m", "benchmarks.startup", "--child", program, "--started"]
    done = subprocess.run(
        [*command, str(time.monotonic())], env=environment, check=True, capture_output=True, text=True
    )
    return float(done.stdout.splitlines()[-1])


def show_bare_window(started_s: float) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Bare(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
            super().paintEvent(event)
            QTimer.singleShot(0, self.done)

        def done(self) -> None:
            print(time.monotonic() - started_s)
            self.close()

    application = QApplication([])
    window = Bare()
    window.resize(1360, 840)
    window.show()
    application.exec()


def show_our_window(started_s: float) -> None:
    from tivm_desktop.app import build, parse
    from tivm_desktop.library.profile import Profile

    with tempfile.TemporaryDirectory() as folder:
        profile = Profile(Path(folder))
        profile.create()
        desktop = build(parse([]), profile)
        desktop.window.usable.connect(lambda: print(time.monotonic() - started_s))
        desktop.window.usable.connect(desktop.window.close)
        desktop.window.show()
        desktop.application.exec()


if __name__ == "__main__":
    main()
