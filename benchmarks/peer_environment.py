"""Environments for what is compared with the program and doesn't belong into its own."""

import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path


def peer_environment(folder: Path, needs: Sequence[str]) -> Path:
    """Return the Python of an environment that has `needs`; it is made in `folder` the first time."""
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    done = folder / "complete"
    if not done.exists():
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *needs], check=True, stdout=sys.stderr)
        done.touch()
    return python
