"""The heart of the player is tested on each of its branches, with a fake output and a manual clock."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TESTED_BY = {
    "clock": ["clock"],
    "ducker": ["ducker"],
    "frame_queue": ["frame_queue"],
    "late_pictures": ["late_pictures"],
    "limiter": ["limiter"],
    "mixer": ["mixer", "mixer_legs"],
    "pace": ["pace"],
    "reconnection": ["reconnection"],
    "ring": ["ring"],
    "standby": ["standby"],
    "state": ["state"],
    "voice": ["mixer", "mixer_legs"],
    "way": ["way"],
}


def test_every_branch_is_taken(tmp_path: Path) -> None:
    files = [str(ROOT / "tivm_desktop/playback" / f"{name}.py") for name in TESTED_BY]
    names = sorted({test for tests in TESTED_BY.values() for test in tests})
    tests = [str(ROOT / "tests/playback" / f"test_{name}.py") for name in names]
    data, report = tmp_path / "coverage", tmp_path / "report.json"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    coverage = [sys.executable, "-m", "coverage"]
    run = [*coverage, "run", "--branch", f"--data-file={data}", f"--include={','.join(files)}"]
    told = subprocess.run(
        [*run, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:cov", *tests],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stdout
    subprocess.run(
        [*coverage, "json", f"--data-file={data}", "-o", str(report)],
        cwd=ROOT, env=environment, capture_output=True, check=True,
    )  # fmt: skip
    covered = json.loads(report.read_text("utf-8"))["files"]
    assert len(covered) == len(files)
    missed = {
        name: (file["missing_lines"], file["missing_branches"])
        for name, file in covered.items()
        if file["missing_lines"] or file["missing_branches"]
    }
    assert not missed
