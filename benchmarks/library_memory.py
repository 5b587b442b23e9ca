"""Does memory stay flat while thousands of tracks are indexed? `tivm index` and its workers, watched.

    python -m benchmarks.library_memory [--music DIR] [--tracks 2000] [--workers 2] [--keep DIR] [--at-most S]

Short tracks are cut from real music (the test music unless a folder is named), a tenth of them long enough
for both passes, and indexed into a profile of their own. Twice a second the resident memory of the program
and of every worker is read. Slopes are those of straight lines through the means of a hundred tracks each,
the first two hundred left out, with their 95 % intervals. Prints one JSON document. Linux only.
"""

import argparse
import json
import math
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from benchmarks.process_tree import Memory, memory_of
from benchmarks.samples import sample_music
from benchmarks.short_tracks import make_tracks
from tivm_desktop.library.scan import scan_folder

EVERY_S = 0.5
BIN = 100
WARM_UP = 200
FEWEST_BINS = 3
LEAST_WORKER_KB = 50_000
"""A process below is no worker, but one that tidies up after them."""


class Watch:
    """Reads the memory of a process tree while it lives, beside how many tracks are done."""

    def __init__(self, process: int) -> None:
        self.done = 0
        self.samples: list[tuple[int, dict[int, Memory]]] = []
        self._process = process
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._live, daemon=True)
        self._thread.start()

    def end(self) -> None:
        self._ended.set()
        self._thread.join()

    def _live(self) -> None:
        while not self._ended.wait(EVERY_S):
            memory = memory_of(self._process)
            if memory:
                self.samples.append((self.done, memory))


def slope(done: list[int], kilobytes: list[float]) -> dict[str, object] | None:
    """Line through the means of bins: KB per 100 tracks, its interval, and the bins' means in MB."""
    bins: dict[int, list[float]] = defaultdict(list)
    for count, value in zip(done, kilobytes, strict=True):
        if WARM_UP <= count < done[-1]:
            bins[count // BIN].append(value)
    if len(bins) < FEWEST_BINS:
        return None
    where: NDArray[np.float64] = np.array(sorted(bins), float)
    means = np.array([np.mean(bins[int(one)]) for one in where])
    line = stats.linregress(where, means)
    half = float(stats.t.ppf(0.975, len(where) - 2)) * line.stderr if np.ptp(means) else 0.0
    return {
        "kb_per_100_tracks": round(float(line.slope), 1),
        "interval": [round(float(line.slope) - half, 1), round(float(line.slope) + half, 1)],
        "mean_mb": [round(float(mean) / 1024, 1) for mean in means],
    }


def figures(watch: Watch, main_process: int) -> dict[str, object]:
    """Slopes of the whole tree, of the program, and of its workers' mean; peaks."""
    done = [count for count, _ in watch.samples]
    trees = [memory for _, memory in watch.samples]
    resident = [float(sum(one.resident for one in tree.values())) for tree in trees]
    own = [float(sum(one.own for one in tree.values())) for tree in trees]
    lives: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for count, tree in watch.samples:
        for process, memory in tree.items():
            lives[process].append((count, memory.resident))
    worker_lives = [
        slope([count for count, _ in life], [float(size) for _, size in life])
        for process, life in lives.items()
        if process != main_process and max(size for _, size in life) > LEAST_WORKER_KB
    ]
    return {
        "tree_rss": slope(done, resident),
        "tree_pss": slope(done, own),
        "program_rss": slope(done, [float(tree[main_process].resident) for tree in trees]),
        "workers_rss": [one for one in worker_lives if one is not None],
        "peak_tree_rss_mb": round(max(resident) / 1024, 1),
        "peak_tree_pss_mb": round(max(own) / 1024, 1),
        "processes_seen": len(lives),
    }


def index(folder: Path, profile: Path, workers: int, at_most_s: float) -> dict[str, object]:
    """Index a folder, watched, for so many seconds at most."""
    command = [str(Path(sys.executable).with_name("tivm")), "index", str(folder), "--json"]
    command += ["--profile", str(profile), "--workers", str(workers)]
    began_s = time.monotonic()
    last: dict[str, object] = {}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        watch = Watch(program.pid)
        assert program.stdout is not None  # noqa: S101 - a pipe was asked for
        for line in program.stdout:
            last = json.loads(line)
            watch.done = int(str(last["full"])) + int(str(last["failed"]))
            if time.monotonic() - began_s > at_most_s:
                program.send_signal(signal.SIGINT)
                at_most_s = math.inf
        watch.end()
    return {
        "took_s": round(time.monotonic() - began_s, 1),
        "total": last["total"],
        "full": last["full"],
        "failed": last["failed"],
        **figures(watch, program.pid),
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--music", type=Path, default=sample_music())
    parser.add_argument("--tracks", type=int, default=2000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="make the tracks here, or use those that lie here")
    parser.add_argument("--at-most", type=float, default=math.inf, metavar="S", help="end after so long")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="library-memory-") as temporary:
        folder = arguments.keep or Path(temporary) / "music"
        if not folder.is_dir():
            folder.mkdir(parents=True)
            make_tracks(folder, list(scan_folder(arguments.music)), arguments.tracks)
        found = index(folder, Path(temporary) / "profile", arguments.workers, arguments.at_most)
    print(json.dumps({"benchmark": "library_memory", "workers": arguments.workers, **found}))


if __name__ == "__main__":
    main()
