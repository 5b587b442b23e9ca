"""CPU seconds to analyse a four-minute track, against merely decoding it with the same library.

    ./dev bench analysis_track

Prints one JSON with a row for each codec: decoding alone, the scan without the encoder, and everything a
worker does (identity, tags and rounding for the store included). Each figure is the best of three runs, taken
in turns in this process with the thread limits of a worker.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import av

from benchmarks.tracks import CODECS, LENGTH_S, joined_track
from tivm_desktop.domain.progress import no_progress
from tivm_desktop.encoders.pack import default_pack_folder
from tivm_desktop.matching.analyse_track import analyse_track
from tivm_desktop.matching.tools import AnalysisTools, ToolMaker
from tivm_desktop.media.sound import scan_sound

RUNS = 3
AS_IN_A_WORKER = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def decode(path: Path) -> None:
    with av.open(str(path)) as container:
        for _ in container.decode(audio=0):
            pass


def scan(path: Path) -> None:
    scan_sound(path, lambda _: None)


def main() -> None:
    tools = AnalysisTools(ToolMaker(default_pack_folder(), "cpu"))
    encoder = tools.music_encoder
    works: dict[str, Callable[[Path], object]] = {
        "decode": decode,
        "scan": scan,
        "analyse": lambda path: analyse_track(tools, path, progress=no_progress),
    }
    rows = {}
    with tempfile.TemporaryDirectory() as folder:
        for codec in CODECS:
            path = joined_track(Path(folder) / f"track.{codec}", codec)
            best = dict.fromkeys(works, float("inf"))
            for _ in range(RUNS):
                for name, work in works.items():
                    start = time.process_time()
                    work(path)
                    best[name] = min(best[name], time.process_time() - start)
            rows[codec] = {f"{name}_cpu_s": round(seconds, 3) for name, seconds in best.items()} | {
                f"{name}_ratio": round(best[name] / best["decode"], 2) for name in ("scan", "analyse")
            }
    worst = max(row["analyse_ratio"] for row in rows.values())
    report = {
        "benchmark": "analysis_track",
        "track_s": LENGTH_S,
        "encoder": encoder.encoder_id,
        "provider": encoder.provider,
        "codecs": rows,
        "worst_analyse_ratio": worst,
    }
    print(json.dumps(report))


if __name__ == "__main__":
    if not AS_IN_A_WORKER.items() <= os.environ.items():
        os.execve(sys.executable, sys.orig_argv, {**os.environ, **AS_IN_A_WORKER})  # noqa: S606
    main()
