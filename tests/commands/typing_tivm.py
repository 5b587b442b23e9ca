"""`tivm` as people type it, in a process of its own, left to end or interrupted."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-c", "from tivm_desktop.entry import command_line; command_line()"]


def tivm(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *map(str, arguments)], capture_output=True, text=True, timeout=200, check=False
    )


def left_of_group(group: int, patience_s: float = 30.0) -> list[str]:
    """Command lines of the processes still running in a process group after a while, on Linux."""
    deadline_s = time.monotonic() + patience_s
    while (left := running_in_group(group)) and time.monotonic() < deadline_s:
        threading.Event().wait(0.02)
    return left


def running_in_group(group: int) -> list[str]:
    left = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
            if int(fields[2]) == group and fields[0] != "Z":
                left.append(f"{fields[0]} {stat.with_name('cmdline').read_text()}")
        except OSError:
            continue
    return left


def interrupt_tivm(profile: Path, *arguments: object) -> None:
    """Start `tivm`, press Ctrl-C once analyses are being kept, and see it end as it should."""
    started = subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    database = profile / "data" / "library.sqlite3-wal"
    with started:
        while not (database.exists() and database.stat().st_size > 40_000):
            with pytest.raises(subprocess.TimeoutExpired):
                started.wait(0.02)
        os.killpg(started.pid, signal.SIGINT)
        _, said = started.communicate(timeout=120)
    assert (started.returncode, said) == (130, "tivm: interrupted\n")
    assert not left_of_group(started.pid)
