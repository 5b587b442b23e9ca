"""The stamp of a build: its commit, who made it, its day, and where releases are published."""

import json
import os
import subprocess
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

FILE = "build.json"
_SHIPPED = ("tivm_desktop", "models", "resources", "packaging", "requirements", "pyproject.toml")


class StampError(RuntimeError):
    """What the builder says of the build can't be so."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What `tivm_desktop.bundle.build()` reads back."""

    commit: str
    """Full hash, "+" after it where files had been changed since; empty outside a clone."""
    origin: str
    date: str
    """ISO 8601."""
    releases: str
    """HTTPS address without a slash at its end; empty where nobody publishes any."""

    def write(self, into: Path) -> Path:
        """Write it into the folder `into` and return the file."""
        file = into / FILE
        file.write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")
        return file


def epoch(root: Path, environment: Mapping[str, str] = os.environ) -> int:
    """Return the second that everything in the build is dated by: the same commit gives the same build.

    Args:
        root: the project's folder.
        environment: SOURCE_DATE_EPOCH in it goes before the time of the commit.

    Raises:
        StampError: SOURCE_DATE_EPOCH is no whole number.
    """
    given = environment.get("SOURCE_DATE_EPOCH", "").strip()
    if not given:
        return int(_git(root, "log", "-1", "--format=%ct") or 0) or int(datetime.now(UTC).timestamp())
    if not given.isdecimal():
        raise StampError(f"SOURCE_DATE_EPOCH is {given!r}: set it to seconds since 1970.")
    return int(given)


def stamp(root: Path, environment: Mapping[str, str] = os.environ) -> Stamp:
    """Return the stamp of a build of the project in `root`.

    Args:
        root: the project's folder.
        environment: TIVM_BUILD_ORIGIN and TIVM_RELEASES_URL are read from it.

    Raises:
        StampError: the address of the releases isn't one.
    """
    releases = environment.get("TIVM_RELEASES_URL", "").strip().rstrip("/")
    if releases and not releases.startswith("https://"):
        raise StampError(
            f"TIVM_RELEASES_URL is {releases!r}: set it to an address that begins with https://."
        )
    commit = _git(root, "rev-parse", "HEAD")
    changed = bool(commit) and bool(_git(root, "status", "--porcelain", "--", *_SHIPPED))
    return Stamp(
        commit=commit + "+" * changed,
        origin=environment.get("TIVM_BUILD_ORIGIN", "").strip() or "local",
        date=datetime.fromtimestamp(epoch(root, environment), UTC).date().isoformat(),
        releases=releases,
    )


def _git(root: Path, *words: str) -> str:
    try:
        done = subprocess.run(["git", "-C", root, *words], capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
