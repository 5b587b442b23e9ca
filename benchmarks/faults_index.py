"""`tivm index` run from outside, and what it left in the library."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tivm_desktop.library.profile import Profile
from tivm_desktop.library.store import FeatureStore

_COMMAND = "from tivm_desktop.entry import command_line; command_line()"


def start(profile: Path, folders: list[Path], *options: str) -> subprocess.Popen[str]:
    """Begin to index, in a process group of its own."""
    places = [str(folder) for folder in folders]
    return subprocess.Popen(
        [
            *(sys.executable, "-c", _COMMAND, "index", *places),
            *("--profile", str(profile), "--workers", "2", "--json", *options),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


@dataclass(frozen=True)
class Ran:
    """One run of `tivm index` that came to its end."""

    status: int
    took_s: float
    summary: dict[str, Any]
    stderr: str
    lines: int
    """Of what it said while it went on."""


def index(profile: Path, folders: list[Path], *options: str, patience_s: float = 3600.0) -> Ran:
    """Index to the end.

    Raises:
        subprocess.TimeoutExpired: it hangs.
    """
    started_s = time.monotonic()
    with start(profile, folders, *options) as process:
        try:
            out, err = process.communicate(timeout=patience_s)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise
    lines = [json.loads(line) for line in out.splitlines() if line.startswith("{")]
    nothing: dict[str, Any] = {}
    summary = next((line for line in reversed(lines) if line.get("event") == "summary"), nothing)
    return Ran(process.returncode, time.monotonic() - started_s, summary, err.strip(), len(lines))


@dataclass(frozen=True)
class State:
    """What a library holds, and what is wrong with it."""

    analyses: frozenset[tuple[str, str, str]]
    marks: int
    problems: list[str] = field(default_factory=list)


def state(profile: Path) -> State:
    """Look through a library: whole, nothing half there, every analysis readable."""
    database = Profile(profile).database
    if not database.exists():
        return State(frozenset(), 0)
    store = FeatureStore(database)
    try:
        problems = [store.notice] if store.notice else []
        problems += store.integrity()
        read, dropped = store.drop_altered()
        if dropped:
            problems.append(f"{dropped} of {read} analyses were altered")
        marks = len(store.all_marks())
    finally:
        store.close()
    with closing(sqlite3.connect(database)) as connection:
        analyses = connection.execute(
            "SELECT media_id, encoder_id, preprocessing FROM analyses WHERE kind = 'track'"
        ).fetchall()
        lonely = connection.execute(
            "SELECT count(*) FROM analyses WHERE kind = 'track' AND (media_id NOT IN"
            " (SELECT audio_id FROM facts) OR media_id NOT IN (SELECT audio_id FROM files))"
        ).fetchone()[0]
    if lonely:
        problems.append(f"{lonely} analyses without facts or file")
    return State(frozenset(analyses), marks, problems)


def rate_all(profile: Path) -> int:
    """Give every track of a library a rating, and return how many there are."""
    from tivm_desktop.domain.marks import Marks

    store = FeatureStore(Profile(profile).database)
    try:
        ids = sorted({file.audio_id for file in store.all_files() if file.audio_id})
        for number, audio_id in enumerate(ids):
            store.set_marks(audio_id, Marks(1 + number % 5))
    finally:
        store.close()
    return len(ids)
