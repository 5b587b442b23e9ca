"""CPU seconds to analyse a four-minute track, coarse and full, against decoding it with ffmpeg, and peers.

    ./dev bench library_cost [--rounds N] [--peer NAME]... [--no-peers]
        [--codec NAME]...

Prints one JSON. All candidates have the same files, in turns, on one thread where they can be told so:
`ffmpeg -threads 1 ... -f null -` (user and system time of its process), the program's two passes as a worker
runs them (`full` after `coarse`, as the indexer does it; `full_alone` without it), librosa's usual features,
and what other programs for music libraries compute. Each figure is the best of the rounds; tracks a minute
are what all processors of this machine would do at that rate.
"""

import argparse
import json
import math
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from benchmarks.library_cost_peers import NEEDS, OWN_ENVIRONMENT, PEERS
from benchmarks.peer_environment import peer_environment
from benchmarks.tracks import CODECS, LENGTH_S, joined_track
from tivm_desktop.domain.progress import no_progress
from tivm_desktop.domain.track_facts import Depth
from tivm_desktop.encoders.pack import default_pack_folder
from tivm_desktop.library.store import FeatureStore
from tivm_desktop.matching.analyse_track import analyse_track
from tivm_desktop.matching.analysed import SOUND_VERSIONS
from tivm_desktop.matching.tools import AnalysisTools, ToolMaker

BOUNDS = {"coarse": 1.0, "full": 2.5}
AS_IN_A_WORKER = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
PEER_ENVIRONMENT = Path(tempfile.gettempdir()) / "tivm-library-peers"
SLOW_PEERS = frozenset({"essentia"})
"""So slow that one round has to do."""

Cpu = Callable[[Path], float]


def ffmpeg(path: Path) -> float:
    """Return the CPU seconds of decoding a file with ffmpeg's own program."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    quiet = ["ffmpeg", "-v", "error", "-nostdin", "-threads", "1"]
    subprocess.run([*quiet, "-i", path, "-map", "0:a:0", "-f", "null", "-"], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


class Ours:
    """The program's passes, in this process as in a worker."""

    def __init__(self, folder: Path) -> None:
        self._fresh = AnalysisTools(ToolMaker(default_pack_folder(), "cpu"))
        database = folder / "library.sqlite3"
        self._knowing = AnalysisTools(ToolMaker(default_pack_folder(), "cpu", database))
        self._store = FeatureStore(database)

    def prepare(self, path: Path) -> None:
        """Load everything, and let the store know the file's coarse analysis."""
        found = analyse_track(self._fresh, path, depth=Depth.COARSE, progress=no_progress)
        self._store.save_track(found.audio_id, SOUND_VERSIONS[found.depth], found.analysis)
        analyse_track(self._knowing, path, progress=no_progress)

    def coarse(self, path: Path) -> float:
        """Return the CPU seconds of the first pass."""
        return self._measured(self._fresh, path, Depth.COARSE)

    def full(self, path: Path) -> float:
        """Return the CPU seconds of the second pass."""
        return self._measured(self._knowing, path, Depth.FULL)

    def full_alone(self, path: Path) -> float:
        """Return the CPU seconds of listening to a whole track at once."""
        return self._measured(self._fresh, path, Depth.FULL)

    def close(self) -> None:
        """Close the store."""
        self._store.close()

    @staticmethod
    def _measured(tools: AnalysisTools, path: Path, depth: Depth) -> float:
        start = time.process_time()
        found = analyse_track(tools, path, depth=depth, progress=no_progress)
        seconds = time.process_time() - start
        if found.depth is not depth:
            raise RuntimeError(f"{path} was heard {found.depth.name}")
        return seconds


class Peer:
    """Another program, waiting for files."""

    def __init__(self, name: str) -> None:
        apart = name in OWN_ENVIRONMENT
        python = peer_environment(PEER_ENVIRONMENT, NEEDS) if apart else Path(sys.executable)
        self._process = subprocess.Popen(
            [python, "-m", "benchmarks.library_cost_peers", name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).resolve().parents[1],
        )
        self._answer()

    def __call__(self, path: Path) -> float:
        """Return the CPU seconds that it needs for a file; infinite for one that it can't read."""
        if self._process.stdin is None:
            raise RuntimeError("the peer doesn't listen")
        self._process.stdin.write(f"{path}\n")
        self._process.stdin.flush()
        return float(self._answer())

    def close(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.communicate()

    def _answer(self) -> str:
        if self._process.stdout is None or not (line := self._process.stdout.readline()):
            raise RuntimeError("the peer is gone; what it said is above")
        return line.strip()


def measured(path: Path, candidates: dict[str, Cpu], rounds: int) -> dict[str, float]:
    """Return the best CPU seconds of each candidate for a file, all taken in turns."""
    best: dict[str, float] = {}
    for turn in range(rounds):
        for name, cpu in candidates.items():
            if turn == 0 or name not in SLOW_PEERS:
                best[name] = min(best.get(name, float("inf")), cpu(path))
    return best


def finite(value: float, digits: int) -> float | None:
    """Return a figure to print; None where a peer can't read the codec."""
    return round(value, digits) if math.isfinite(value) else None


def summary(rows: dict[str, dict[str, float]]) -> dict[str, object]:
    """Return ratios by codec, the worst against the bounds, and tracks a minute."""
    processors = os.cpu_count() or 1
    names = [name for name in next(iter(rows.values())) if name != "ffmpeg"]
    could = {name: [row for row in rows.values() if math.isfinite(row[name])] for name in names}
    worst = {name: max(row[name] / row["ffmpeg"] for row in could[name]) for name in names if could[name]}
    mean = {name: sum(row[name] for row in could[name]) / len(could[name]) for name in worst}
    return {
        "ratios": {
            codec: {name: finite(row[name] / row["ffmpeg"], 2) for name in names}
            for codec, row in rows.items()
        },
        "worst_ratio": {name: round(value, 2) for name, value in worst.items()},
        "bounds_met": {name: worst[name] <= bound for name, bound in BOUNDS.items()},
        "tracks_a_minute": {name: round(60 * processors / value) for name, value in mean.items()},
        "processors": processors,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peer", action="append", choices=PEERS)
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--codec", action="append", choices=CODECS)
    options = parser.parse_args()
    if shutil.which("ffmpeg") is None:
        sys.exit("ffmpeg is not installed: its program is what all are measured against.")
    asked = [] if options.no_peers else options.peer or list(PEERS)
    with tempfile.TemporaryDirectory() as folder, ExitStack() as ending:
        ours = Ours(Path(folder))
        ending.callback(ours.close)
        candidates: dict[str, Cpu] = {
            "ffmpeg": ffmpeg,
            "coarse": ours.coarse,
            "full": ours.full,
            "full_alone": ours.full_alone,
        }
        for name in asked:
            peer = Peer(name)
            ending.callback(peer.close)
            candidates[name] = peer
        rows = {}
        for codec in options.codec or CODECS:
            path = joined_track(Path(folder) / f"track.{codec}", codec)
            ours.prepare(path)
            rows[codec] = measured(path, candidates, options.rounds)
    seconds = {codec: {name: finite(cpu, 3) for name, cpu in row.items()} for codec, row in rows.items()}
    report = {"benchmark": "library_cost", "track_s": LENGTH_S, "cpu_s": seconds} | summary(rows)
    print(json.dumps(report))


if __name__ == "__main__":
    if not AS_IN_A_WORKER.items() <= os.environ.items():
        os.execve(sys.executable, sys.orig_argv, {**os.environ, **AS_IN_A_WORKER})  # noqa: S606
    main()
