"""Seconds that building the packages takes, step by step, in the environment that `./dev package` has made.

    ./dev package && ./dev bench package_build

Builds into a folder of its own that is dropped. Prints one JSON document.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PYTHON = ROOT / ".venv-package" / "bin" / "python"
STEPS = ("onedir", "deb", "run")


def main() -> int:
    """Build and print."""
    argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    ).parse_args()
    if not PYTHON.exists():
        sys.stderr.write("The environment that packages are built in is missing: run ./dev package.\n")
        return 1
    took_s = {}
    environment = os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'packaging'}"}
    with tempfile.TemporaryDirectory() as into:
        for step in STEPS:
            began_s = time.monotonic()
            command = [str(PYTHON), "-m", "builder", step, "--into", into]
            subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=sys.stderr)
            took_s[step] = round(time.monotonic() - began_s, 1)
    steps = {"deb": took_s["onedir"] + took_s["deb"], "run": took_s["onedir"] + took_s["run"]}
    print(json.dumps({"benchmark": "package_build", "steps_s": took_s, "from_nothing_s": steps}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
