"""A Windows of its own, by Wine: an installer can be run in it, and what it left can be looked at."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

_LIMIT_S = 120


@dataclass(frozen=True, slots=True)
class Windows:
    """A Wine prefix made for one test."""

    prefix: Path

    @property
    def local(self) -> Path:
        """The user's local application data."""
        return next((self.prefix / "drive_c" / "users").glob("[!P]*")) / "AppData" / "Local"

    @property
    def start_menu(self) -> Path:
        """The user's start menu."""
        return self.local.parent / "Roaming/Microsoft/Windows/Start Menu/Programs"

    def boot(self) -> None:
        """Make it."""
        self.run("wineboot", "-i")

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a program in it to its end."""
        environment = {
            key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")
        }
        environment |= {"WINEPREFIX": str(self.prefix), "WINEDEBUG": "-all", "WINEARCH": "win64"}
        environment["WINEDLLOVERRIDES"] = "winemenubuilder.exe=d"  # or it writes into the real desktop's menu
        return subprocess.run(
            ["wine", *command],
            env=environment,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_LIMIT_S,
            check=False,
        )

    def registry(self, key: str) -> str:
        """Return what lies under a key of the user's registry, empty if there is none."""
        done = self.run("reg", "query", f"HKCU\\{key}", "/s")
        return done.stdout.replace("\r", "") if done.returncode == 0 else ""

    def end(self) -> None:
        """End everything that runs in it."""
        subprocess.run(
            ["wineserver", "-k"],
            env={**os.environ, "WINEPREFIX": str(self.prefix)},
            capture_output=True,
            check=False,
        )
