"""In which order the tracks of a library are analysed."""

from dataclasses import dataclass
from pathlib import Path

from tivm_desktop.domain.track_facts import Depth


@dataclass(frozen=True, slots=True)
class Wanted:
    """One analysis of one file. A new file wants two: a coarse one and a full one."""

    path: Path
    depth: Depth
    """COARSE or FULL: which analysis is wanted."""
    added_ns: int
    """When the file came into the library, Unix time; the newest goes first."""
    audio_id: str = ""
    """Identity of its sound where that is known: one sound is analysed once."""
    duration_s: float = 0.0
    """Length where that is known, else 0."""
