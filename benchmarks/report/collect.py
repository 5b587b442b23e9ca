"""Runs benchmarks one after the other, on an otherwise idle machine, and keeps what each printed."""

import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.report.material import Material
from benchmarks.report.runs import Run

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "build" / "benchmarks"
LONGEST_S = 3 * 3600


@dataclass(frozen=True, slots=True)
class Kept:
    """What one run printed, and under which circumstances."""

    name: str
    about: dict[str, Any]
    """date, machine, commit, load_before, took_s, problem."""
    document: dict[str, Any]
    """Empty where there was a problem."""


def collect(runs: Iterable[Run], material: Material, *, again: bool) -> None:
    """Run what has not been kept yet, or all of it; trouble of one run costs only that one."""
    KEPT.mkdir(parents=True, exist_ok=True)
    for run in runs:
        if not again and (kept := read(run.name)) is not None and kept.document:
            continue
        sys.stderr.write(f"== {run.name}\n")
        (KEPT / f"{run.name}.json").write_text(json.dumps(_done(run, material), indent=1), encoding="utf-8")


def read(name: str) -> Kept | None:
    """Return what was kept of a run; None where nothing was."""
    try:
        kept = json.loads((KEPT / f"{name}.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return Kept(name, kept["about"], kept["document"])


def _done(run: Run, material: Material) -> dict[str, Any]:
    about: dict[str, Any] = {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": machine(),
        "commit": _commit(),
        "load_before": round(os.getloadavg()[0], 2),
        "command": f"python -m benchmarks.{run.module} {run.shown}".strip(),
    }
    lacking = [name for name in run.wants if not material.has(name)]
    if run.needs_build and not (ROOT / "dist" / "tivm-desktop").is_dir():
        lacking.append("dist/ (./dev package)")
    if lacking:
        return {"about": about | {"problem": f"not here: {', '.join(lacking)}"}, "document": {}}
    began_s = time.monotonic()
    try:
        done = subprocess.run(
            [sys.executable, "-m", f"benchmarks.{run.module}", *run.arguments(material)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
            timeout=LONGEST_S,
            check=False,
        )
        problem = "" if done.returncode == 0 else f"ended with status {done.returncode}"
        document = last_document(done.stdout)
    except subprocess.TimeoutExpired:
        problem, document = f"was ended after {LONGEST_S} s", {}
    about["took_s"] = round(time.monotonic() - began_s, 1)
    if not document:
        problem = problem or "printed no JSON"
    return {"about": about | {"problem": problem}, "document": document}


def last_document(text: str) -> dict[str, Any]:
    """Return the last JSON object that `text` ends with, over one line or many; empty where there is none."""
    lines = text.strip().splitlines()
    for first in reversed(range(len(lines))):
        if lines[first].startswith("{"):
            try:
                found = json.loads("\n".join(lines[first:]))
            except ValueError:
                continue
            return found if isinstance(found, dict) else {}
    return {}


def _commit() -> str:
    asked = subprocess.run(
        ["git", "rev-parse", "--short=12", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return asked.stdout.strip()


def machine() -> str:
    """Say on what was measured."""
    memory_gb = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    names = [
        line.partition(":")[2].strip()
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        if line.startswith("model name")
    ]
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    return (
        f"{os.cpu_count()} cores ({names[0] if names else platform.machine()}), {memory_gb:.0f} GB, {system},"
        f" Python {platform.python_version()}"
    )
