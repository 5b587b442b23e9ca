"""What the program carries with it: resources, packs, licences, and the stamp of its build."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tivm_desktop import __version__

_PACKAGE = Path(__file__).resolve().parent
_STAMP = "build.json"


@dataclass(frozen=True, slots=True)
class Build:
    """Which build of the program this is."""

    version: str
    commit: str = ""
    """Full hash of its commit, "+" after it if files had been changed since; empty in a checkout."""
    origin: str = "source"
    """Who built it: "source" for a checkout, "local" for `./dev package`, else the name the builder gave."""
    date: str = ""
    """Day of the build, ISO 8601; empty in a checkout."""
    releases: str = ""
    """HTTPS address of the page where releases are published, without a slash at its end; empty where nobody
    publishes any. The program asks nothing there unless the user tells it to."""

    @property
    def described(self) -> str:
        """In one line: 0.1.0 (commit 1a2b3c4d5e6f, local, 2026-01-31)."""
        commit = f"commit {self.commit[:12]}{'+' if self.commit.endswith('+') else ''}" if self.commit else ""
        return f"{self.version} ({', '.join(filter(None, (commit, self.origin, self.date)))})"


def bundled(name: str) -> Path:
    """Return the folder `name` of what came with the program: in the package if installed, else beside it.

    Args:
        name: "models" or "resources"; in an installed program also "licences" and "requirements".

    Raises:
        FileNotFoundError: the installation is damaged, or a checkout has no such folder.
    """
    for folder in (_PACKAGE / "_bundled" / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"TIVM Desktop's folder {name} is missing: install the program again.")


@cache
def build() -> Build:
    """Return which build this is."""
    try:
        stamp = json.loads((_PACKAGE / "_bundled" / _STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Build(__version__)
    return Build(__version__, *(str(stamp.get(key, "")) for key in ("commit", "origin", "date", "releases")))
