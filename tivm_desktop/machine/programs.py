"""Programs of the system, asked for what they print."""

import subprocess
from collections.abc import Callable

_PATIENCE_S = 2.0

Run = Callable[[list[str]], str]
"""Runs a program and returns what it prints; empty where that fails."""


def run_quietly(command: list[str]) -> str:
    """Return what a program prints, or nothing if it isn't there, fails or takes long."""
    try:
        return subprocess.run(  # noqa: S603 - fixed programs of the system
            command, capture_output=True, text=True, timeout=_PATIENCE_S, check=True, stdin=subprocess.DEVNULL
        ).stdout
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return ""
