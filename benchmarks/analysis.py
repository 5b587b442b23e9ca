"""CPU seconds to analyse a track and a video, against merely decoding the same file with the same library.

    ./dev bench analysis

Runs `analysis_track` and `analysis_video`, each in a process of its own, and prints one JSON document. Aims:
a four-minute track at most 4 times its decoding, a three-minute 1080p video at most twice.
"""

import json
import os
import subprocess
import sys

PARTS = ("analysis_track", "analysis_video")


def main() -> None:
    found = {}
    for part in PARTS:
        run = subprocess.run(
            [sys.executable, "-m", f"benchmarks.{part}"], stdout=subprocess.PIPE, check=True, text=True
        )
        found[part] = json.loads(run.stdout)
    print(json.dumps({"benchmark": "analysis", "cores": os.cpu_count(), **found}))


if __name__ == "__main__":
    main()
