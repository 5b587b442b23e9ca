"""How long the installed program takes from its start until its window can be used, and what of that is Qt's.

    python -m benchmarks.start [--program dist/tivm-desktop] [--runs 9] [--no-cold] [--no-checkout]

Four programs are started in turn, each in a fresh process on one X server: the installed program; the barest
PySide6 window as an executable of the same build, which the same folder of libraries serves; and both out of
the checkout. Each is started once without being counted. Counted is from before the process is made to the
moment at which the window has been painted and the event loop is free, as the program writes it into its log.

With root, each is started once more after the system has dropped what it keeps of files in memory.
The last line is one JSON document: medians, 95th percentiles, ratios.
"""

import argparse
import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from benchmarks.virtual_screen import virtual_screen

ROOT = Path(__file__).resolve().parents[1]
PACKAGING = ROOT / "packaging"
BUILDER = ROOT / ".venv-package" / "bin" / "python"
WORK = ROOT / "build" / "start"
READY = " the window can be used"
PATIENCE_S = 60.0
TARGET_S = 1.5

Start = Callable[[], float]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--program", type=Path, default=ROOT / "dist" / "tivm-desktop", help="its folder")
    parser.add_argument("--runs", type=int, default=9, help="counted starts of each")
    parser.add_argument("--no-cold", action="store_true", help="leave out the starts from the disk")
    parser.add_argument("--no-checkout", action="store_true", help="leave out the checkout's own")
    parser.add_argument("--builder", type=Path, default=BUILDER, help="Python with PyInstaller")
    arguments = parser.parse_args()
    program: Path = arguments.program.absolute()
    if not (program / "tivm-desktop").exists():
        raise SystemExit(f"{program} has no program; run ./dev package first")
    with virtual_screen("1600x1000x24") as display, tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "TZ": "UTC"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        bare = [str(bare_window(program, arguments.builder))]
        starts: dict[str, Start] = {
            "installed": lambda: start(
                [str(program / "tivm-desktop")], Path(folder) / "installed", environment
            ),
            "bare": lambda: start_bare(bare, environment),
        }
        if not arguments.no_checkout:
            code = "from tivm_desktop.entry import desktop; desktop()"
            ours = [sys.executable, "-c", code]
            theirs = [sys.executable, str(PACKAGING / "verify" / "bare_window.py")]
            starts["checkout"] = lambda: start(ours, Path(folder) / "checkout", environment)
            starts["checkout_bare"] = lambda: start_bare(theirs, environment)
        print(json.dumps(measure(starts, arguments.runs, cold=not arguments.no_cold and os.geteuid() == 0)))


def measure(starts: Mapping[str, Start], runs: int, *, cold: bool) -> dict[str, object]:
    """Start all in turn and return what the JSON document says."""
    first = {name: begin() for name, begin in starts.items()}
    warm: dict[str, list[float]] = {name: [] for name in starts}
    for _ in range(runs):
        for name, begin in starts.items():
            warm[name].append(begin())
    dropped = {name: _from_disk(begin) for name, begin in starts.items()} if cold else {}
    medians = {name: statistics.median(times) for name, times in warm.items()}
    document: dict[str, object] = {
        "runs": runs,
        "usable_s": {name: round(value, 3) for name, value in medians.items()},
        "p95_s": {name: round(percentile(times, 0.95), 3) for name, times in warm.items()},
        "least_s": {name: round(min(times), 3) for name, times in warm.items()},
        "first_s": {name: round(value, 3) for name, value in first.items()},
        "cold_s": {name: round(value, 3) for name, value in dropped.items()},
        "ratio_to_bare": round(medians["installed"] / medians["bare"], 2),
        "over_bare_s": round(medians["installed"] - medians["bare"], 3),
        "target_s": TARGET_S,
        "within_target": medians["installed"] <= TARGET_S,
        "load": os.getloadavg()[0],
    }
    if "checkout" in medians:
        document["checkout_ratio_to_bare"] = round(medians["checkout"] / medians["checkout_bare"], 2)
    return document


def percentile(times: list[float], share: float) -> float:
    """Return the value that `share` of the times don't exceed, between neighbours in proportion."""
    ordered = sorted(times)
    place = share * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def start(command: list[str], profile: Path, environment: Mapping[str, str]) -> float:
    """Start the program and end it again; return the seconds until its window could be used."""
    log = profile / "log" / "tivm-desktop.log"
    seen = len(log.read_bytes()) if log.exists() else 0
    began_s = time.time()
    process = subprocess.Popen(
        [*command, "--profile", str(profile)], env=environment, cwd=ROOT, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )  # fmt: skip
    try:
        while True:
            text = log.read_bytes()[seen:].decode() if log.exists() else ""
            ready = [line for line in text.splitlines() if line.endswith(READY)]
            if ready:
                return moment_s(ready[0]) - began_s
            if process.poll() is not None or time.time() - began_s > PATIENCE_S:
                process.kill()
                raise SystemExit(f"{command[0]} shows no window: {process.communicate()[1].decode()[-500:]}")
            time.sleep(0.01)
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=PATIENCE_S)


def start_bare(command: list[str], environment: Mapping[str, str]) -> float:
    """Start the barest window; return the seconds until it could be used."""
    began_s = time.time()
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return float(done.stdout.splitlines()[-1]) - began_s


def moment_s(line: str) -> float:
    """Return when a line of the log was written (UTC), seconds since 1970."""
    return datetime.strptime(f"{line[:23]}000+0000", "%Y-%m-%d %H:%M:%S,%f%z").timestamp()


def bare_window(program: Path, builder: Path) -> Path:
    """Build the barest window beside the program's folder of libraries, and return the executable."""
    if not builder.exists():
        raise SystemExit(f"{builder} is missing; run ./dev package first")
    spec = PACKAGING / "verify" / "bare_window.spec"
    shutil.rmtree(WORK, ignore_errors=True)
    options = ["--noconfirm", "--log-level", "ERROR", "--workpath", str(WORK / "work")]
    subprocess.run(
        [str(builder), "-m", "PyInstaller", *options, "--distpath", str(WORK / "made"), str(spec)],
        cwd=PACKAGING,
        check=True,
    )
    (folder := WORK / "bare").mkdir(parents=True)
    (folder / "_internal").symlink_to(program / "_internal")
    return Path(shutil.copy(WORK / "work" / "bare_window" / "bare-window", folder))


def _from_disk(begin: Start) -> float:
    os.sync()
    Path("/proc/sys/vm/drop_caches").write_text("3\n")
    return begin()


if __name__ == "__main__":
    main()
