"""Tracks a minute by the desktop's own pool of two workers and by Ray with two, over the same files.

    ./dev bench library_cluster MUSIC [--rounds N]

Prints one JSON. Both run as their users run them: the pool in this process, Ray by `tivm index --engine ray`
into a new folder, its start included. A run with nothing left to do tells what listing and index cost.
"""

import argparse
import json
import queue
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tivm_desktop.encoders.pack import default_pack_folder
from tivm_desktop.library.scan import scan_folder
from tivm_desktop.matching.analyse_track import analyse_track
from tivm_desktop.matching.jobs import Outcome
from tivm_desktop.matching.tools import ToolMaker
from tivm_desktop.matching.workers import AnalysisPool

WORKERS = 2
PROGRAM = "import sys; from tivm_desktop.cli import main; sys.exit(main())"


def by_pool(files: list[Path]) -> float:
    """Return the seconds that the desktop's pool takes."""
    began_s = time.monotonic()
    ended: queue.SimpleQueue[Outcome[object]] = queue.SimpleQueue()
    pool = AnalysisPool(ToolMaker(default_pack_folder(), "cpu"), WORKERS)
    try:
        for path in files:
            pool.submit(analyse_track, path, subject=path, done=ended.put)
        for _ in files:
            ended.get()
    finally:
        pool.close()
    return time.monotonic() - began_s


def by_ray(music: Path, output: Path) -> float:
    """Return the seconds that the command takes."""
    began_s = time.monotonic()
    command = [sys.executable, "-c", PROGRAM, "index", "--engine", "ray", "--workers", str(WORKERS)]
    subprocess.run(
        [*command, "--provider", "cpu", "--output", output, "--profile", output / "profile", "--json", music],
        check=True,
        capture_output=True,
    )
    return time.monotonic() - began_s


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("music", type=Path)
    parser.add_argument("--rounds", type=int, default=2)
    asked = parser.parse_args()
    music = asked.music.absolute()
    files = list(scan_folder(music))
    pool_s, ray_s, rest_s = [], [], []
    for _ in range(asked.rounds):
        pool_s.append(by_pool(files))
        with tempfile.TemporaryDirectory(prefix="tivm-cluster-") as folder:
            ray_s.append(by_ray(music, Path(folder) / "out"))
            rest_s.append(by_ray(music, Path(folder) / "out"))
    best_pool_s, best_ray_s = min(pool_s), min(ray_s)
    print(
        json.dumps(
            {
                "tracks": len(files),
                "workers": WORKERS,
                "pool_tracks_per_minute": round(60 * len(files) / best_pool_s, 1),
                "ray_tracks_per_minute": round(60 * len(files) / best_ray_s, 1),
                "ray_nothing_to_do_s": round(min(rest_s), 1),
                "ray_more_s": round(best_ray_s - best_pool_s, 1),
                "pool_s": [round(one, 1) for one in pool_s],
                "ray_s": [round(one, 1) for one in ray_s],
            },
            indent=2,
        )
    )


if __name__ == "__main__":
    main()
