"""A track of the library as a list without a video shows it."""

from dataclasses import dataclass
from pathlib import Path

from tivm_desktop.domain.marks import UNMARKED, Marks
from tivm_desktop.domain.track_facts import Depth, TrackFacts


@dataclass(frozen=True, slots=True)
class FoundTrack:
    """One row of what was looked for."""

    path: Path
    title: str
    artist: str
    album: str
    facts: TrackFacts
    marks: Marks = UNMARKED

    @property
    def depth(self) -> Depth:
        """How much of it was listened to."""
        return self.facts.depth
