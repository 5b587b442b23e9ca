"""How the library stands, in a few numbers for a status line."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tivm_desktop.domain.suggestion import SkippedTrack


class LibraryState(StrEnum):
    """What the library is at."""

    SCANNING = "scanning"
    """Its folders are walked."""
    INDEXING = "indexing"
    """Tracks are listened to."""
    WAITING = "waiting"
    """There is something to listen to, and something keeps it from going on: see `why_waiting`."""
    PAUSED = "paused"
    """The user holds it."""
    SETTLED = "settled"
    """All is known that can be."""


@dataclass(frozen=True, slots=True)
class LibraryStatus:
    """Counts are of tracks, each sound once."""

    folders: tuple[Path, ...] = ()
    total: int = 0
    """Files with music in the folders, the failed ones among them."""
    coarse: int = 0
    """Listened to at least in windows: they can be ranked."""
    full: int = 0
    """Listened to from end to end: they can be placed."""
    state: LibraryState = LibraryState.SETTLED
    eta_s: float | None = None
    """Seconds until all is known; None where nobody can tell."""
    why_waiting: str = ""
    """One sentence while `state` is `WAITING`."""
    failed: tuple[SkippedTrack, ...] = ()
    """Files that can't be listened to, each with its reason, in order of their paths."""
    away: tuple[Path, ...] = ()
    """Folders that are not there now; what is known of their tracks is kept."""

    @property
    def listenable(self) -> int:
        """How many tracks can be listened to."""
        return max(self.total - len(self.failed), 0)
