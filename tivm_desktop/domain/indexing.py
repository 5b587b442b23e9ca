"""How the analysis of a library is paced, and how far it is."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class IndexPace:
    """What the user allows the analysis of the library to take."""

    workers: int = 2
    """Processes that analyse at the same time, at least 1."""
    only_when_idle: bool = False
    """Wait while somebody works at the machine."""
    wait_on_battery: bool = False
    """Wait while the machine runs on its battery."""


class IndexState(StrEnum):
    """What the analysis of the library is doing."""

    DONE = "done"
    """Nothing is wanted."""
    WORKING = "working"
    WAITING = "waiting"
    """For the machine to be idle, or for mains; `IndexProgress.why_waiting` says which."""
    PAUSED = "paused"
    """By the user."""


@dataclass(frozen=True, slots=True)
class IndexProgress:
    """How far the analysis of what was wanted is; counts are of files."""

    coarse_done: int = 0
    """Listened to in windows, or whole, since the indexer was made."""
    full_done: int = 0
    """Listened to whole."""
    total: int = 0
    """All that was ever wanted and not given up."""
    eta_s: float | None = None
    """Seconds until everything is done at the pace of the last minutes; None where unknown."""
    state: IndexState = IndexState.DONE
    why_waiting: str = ""
    """"paused", "on battery", "you are at work"; empty where it works or is done."""
