"""A track put forward for a video: how well it fits, where, and why."""

from dataclasses import dataclass
from pathlib import Path

from tivm_desktop.domain.marks import UNMARKED, Marks
from tivm_desktop.domain.track_facts import Depth


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One row of the ranked list."""

    path: Path
    title: str
    artist: str
    duration_s: float
    rank: int
    """1 is the best."""
    fit: float
    """0..100."""
    placement_s: float
    """Second of the track that sounds at second 0 of the video; negative: it enters that much later."""
    tempo_bpm: float
    """0 where no pulse was found."""
    integrated_lufs: float
    why: tuple[str, ...]
    """Short phrases for a creator, the strongest reason first."""
    fit_curve: tuple[float, ...] = ()
    """0..1 per second of the video: how well track and picture agree there at this placement."""
    placed: bool = True
    """Whether placement, reasons and curve are known; where they aren't yet, they are 0 and empty."""
    depth: Depth = Depth.FULL
    """How much of the track was listened to: one that was heard in windows has a fit and is not placed."""
    marks: Marks = UNMARKED


@dataclass(frozen=True, slots=True)
class SkippedTrack:
    """A file of the music folder that could not be ranked, and the sentence that says why."""

    path: Path
    reason: str
