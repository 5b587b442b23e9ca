"""Wall time of `tivm suggest` on a folder never seen before, and again from what it remembers.

    python -m benchmarks.suggest [VIDEO [MUSIC_FOLDER]]

The peer is the mere decoding of the same files with the same library, one after the other on one thread.
Prints one JSON document.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import av

from benchmarks.samples import sample_music, sample_video
from tivm_desktop.library.scan import scan_folder


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("video", type=Path, nargs="?", default=None)
    parser.add_argument("music", type=Path, nargs="?", default=None)
    arguments = parser.parse_args()
    video, music = arguments.video or sample_video(), arguments.music or sample_music()
    with tempfile.TemporaryDirectory() as profile:
        first_s, first = suggest(video, music, profile)
        second_s, second = suggest(video, music, profile)
    start = time.perf_counter()
    sound_s = sum(decode(path) for path in scan_folder(music))
    decoded_s = time.perf_counter() - start
    figures = {
        "benchmark": "suggest",
        "cores": os.cpu_count(),
        "files": len(first["tracks"]) + len(first["skipped"]),
        "ranked": len(first["tracks"]),
        "skipped": first["skipped"],
        "sound_h": round(sound_s / 3600, 2),
        "first_run_s": round(first_s, 2),
        "second_run_s": round(second_s, 2),
        "decode_only_one_thread_s": round(decoded_s, 2),
        "first_run_to_decode_only": round(first_s / decoded_s, 3),
        "same_order": [t["path"] for t in first["tracks"]] == [t["path"] for t in second["tracks"]],
        "largest_fit_difference": max(
            (abs(a["fit"] - b["fit"]) for a, b in zip(first["tracks"], second["tracks"], strict=True)),
            default=0.0,
        ),
        "provider": first["provider"],
    }
    print(json.dumps(figures, indent=2))


def suggest(video: Path, music: Path, profile: str) -> tuple[float, dict[str, Any]]:
    command = [sys.executable, "-c", "from tivm_desktop.entry import command_line; command_line()"]
    command += ["suggest", str(video), "--music", str(music), "--profile", profile, "--json"]
    start = time.perf_counter()
    run = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    return time.perf_counter() - start, json.loads(run.stdout)


def decode(path: Path) -> float:
    """Decode the first audio stream and return its length in seconds; 0 where it can't be."""
    try:
        with av.open(str(path)) as container:
            stream = container.streams.audio[0]
            return sum(frame.samples for frame in container.decode(stream)) / stream.rate
    except (av.FFmpegError, IndexError):
        return 0.0


if __name__ == "__main__":
    main()
