"""What one training of the default towers with their re-ranker takes: seconds, and memory at its most.

    ./dev bench one_training A.npz

A.npz is a paired archive, as `tivm train` takes it, which is called with nothing else said but two threads.
Prints one JSON document.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

THREADS = 2


def main() -> None:
    """Train and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        command = [str(Path(sys.executable).with_name("tivm")), "train", "--data", str(arguments.data)]
        command += ["--out", str(Path(folder) / "run"), "--threads", str(THREADS)]
        began_s = time.monotonic()
        subprocess.run(command, check=True, stdout=sys.stderr)
        took_s = time.monotonic() - began_s
    most_kb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    figures = {"wall_s": round(took_s, 1), "most_rss_mb": round(most_kb * 1024 / 1e6)}
    print(json.dumps({"benchmark": "one_training", "threads": THREADS, **figures}))


if __name__ == "__main__":
    main()
