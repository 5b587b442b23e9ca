"""What is known of a finished onedir build, wherever it is packed into."""

import json
import os
import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NAME = "tivm-desktop"
TITLE = "TIVM Desktop"
COMMANDS = ("tivm-desktop", "tivm")
SUMMARY = "hear which of your own music fits a video"
CARRIED = Path("_internal") / "tivm_desktop" / "_bundled"
FALLBACK = Path("_internal") / "fallback"
"""Copies of system libraries, for systems where nobody can install them."""


@dataclass(frozen=True, slots=True)
class Program:
    """A onedir build that can be packed."""

    onedir: Path
    version: str
    epoch_s: int
    """The build's time, seconds of Unix time: every date that goes into a package."""
    releases: str
    """Where releases are published; empty where nobody publishes any."""

    @property
    def day(self) -> date:
        """The build's day."""
        return datetime.fromtimestamp(self.epoch_s, UTC).date()

    @property
    def carried(self) -> Path:
        """The folder of what the program carries with it."""
        return self.onedir / CARRIED

    def size_bytes(self) -> int:
        """Return what the build's files add up to."""
        return sum(path.lstat().st_size for path in self.onedir.rglob("*") if not path.is_dir())


def program_of(onedir: Path, version: str | None = None) -> Program:
    """Return what is known of a build.

    Args:
        onedir: the folder with both commands and `_internal`.
        version: in place of the project's own, to try upgrades.

    Raises:
        FileNotFoundError: a command is missing there.
    """
    for command in COMMANDS:
        if not any((onedir / f"{command}{suffix}").is_file() for suffix in ("", ".exe")):
            raise FileNotFoundError(f"{onedir} has no {command}; build it with ./dev package.")
    stamp: dict[str, str] = {}
    if (file := onedir / CARRIED / "build.json").is_file():
        stamp = json.loads(file.read_text(encoding="utf-8"))
    return Program(
        onedir, version or project_version(), _epoch_s(stamp.get("date", "")), stamp.get("releases", "")
    )


def project_version() -> str:
    """Return the project's own version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def _epoch_s(day: str) -> int:
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    moment = datetime.fromisoformat(day) if day else datetime.now(UTC)
    return int(datetime(moment.year, moment.month, moment.day, tzinfo=UTC).timestamp())
