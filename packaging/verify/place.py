"""Where the package is tried: a fresh root, or an unpacked tree on this machine."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

LANGUAGE = {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TERM": "dumb"}
DESKTOP, COMMAND = "tivm-desktop", "tivm"


@dataclass(frozen=True, slots=True)
class Sound:
    """A sound server, as the program in the place reaches it."""

    folder: Path
    """On the host: its socket, and the configuration that leads ALSA to it."""


class Place(Protocol):
    """Starts programs for an ordinary user, and knows where that user's files are."""

    name: str
    home: Path
    """The user's home, as the programs there name it."""

    def seen(self, inside: Path) -> Path:
        """Return where the verification finds a file of the place."""

    def give(self, path: Path) -> None:
        """Have files below `path` (as seen by the verification) belong to the user."""

    def command(
        self, words: Sequence[str], environment: Mapping[str, str] | None = None, sound: Sound | None = None
    ) -> list[str]:
        """Return the command that runs `words` there as the user, with nothing else in the environment."""

    def program(self, name: str) -> str:
        """Return what `DESKTOP` or `COMMAND` is started by there."""


def profile_files(place: Place) -> Path:
    """Where the verification finds the user's library."""
    return place.seen(place.home / ".local" / "share" / "tivm-desktop")


def log_folder(place: Place) -> Path:
    """Where the verification finds the program's logs."""
    return place.seen(place.home / ".local" / "state" / "tivm-desktop" / "log")
