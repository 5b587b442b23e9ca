"""The package's files in a folder of this machine: no root needed, and so less is proved."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from verify.commands import run
from verify.place import DESKTOP, LANGUAGE, Sound
from verify.report import BrokenPromiseError


class Unpacked:
    """Runs the program out of an unpacked package, with a home of its own.

    Args:
        tree: what the package would put on the disk, or the folder of the program itself.
        home: the home, made if it is not there.
    """

    def __init__(self, tree: Path, home: Path) -> None:
        self.name = "an unpacked tree on this machine, as this user, with this machine's libraries"
        self.home = home
        home.mkdir(parents=True, exist_ok=True)
        found = [path for path in sorted(tree.rglob(DESKTOP)) if path.is_file() and os.access(path, os.X_OK)]
        folders = [path.parent for path in found if (path.parent / "_internal").is_dir()]
        if not folders:
            raise BrokenPromiseError(f"{tree} has no program {DESKTOP} with its folder _internal beside it")
        self.folder = folders[0]

    def seen(self, inside: Path) -> Path:
        """Return the path itself."""
        return inside

    def give(self, path: Path) -> None:
        """Nothing: all files are this user's."""

    def command(
        self, words: Sequence[str], environment: Mapping[str, str] | None = None, sound: Sound | None = None
    ) -> list[str]:
        """Return the command that runs `words` in the home."""
        settings = {"HOME": str(self.home), "PATH": "/usr/bin:/bin", **LANGUAGE, **(environment or {})}
        if sound is not None:
            settings["PULSE_SERVER"] = f"unix:{sound.folder / 'socket'}"
            settings["ALSA_CONFIG_PATH"] = str(sound.folder / "alsa.conf")
        return [
            "/usr/bin/env", "-i", "-C", str(self.home), *(f"{k}={v}" for k, v in settings.items()), *words,
        ]  # fmt: skip

    def program(self, name: str) -> str:
        """Return the program's path."""
        return str(self.folder / name)


def unpack(package: Path, into: Path) -> Path:
    """Unpack a package's files without installing anything; return the folder."""
    run(["rm", "-rf", "--", into])
    into.mkdir(parents=True)
    run(["dpkg-deb", "--extract", package, into])
    return into
