"""What a library can be searched and sorted by, one row a sound."""

from dataclasses import dataclass
from enum import IntEnum
from math import nan
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tivm_desktop.domain.analysis import Mode


class Depth(IntEnum):
    """How much of a track was listened to."""

    NONE = 0
    """Nothing yet, or it can't be analysed."""
    COARSE = 1
    """Windows spread over it: enough to rank it, not to place it."""
    FULL = 2
    """All of it."""


@dataclass(frozen=True, slots=True)
class TrackFacts:
    """What analysis says of a whole sound in a few numbers."""

    depth: Depth
    duration_s: float
    tempo_bpm: float
    """0 where no pulse was found."""
    key: int
    """Pitch class of the tonic, 0 = C .. 11 = B; -1 where unknown."""
    mode: "Mode"
    integrated_lufs: float
    energy: float
    """Normal score on the axis in `domain.axes`, as are the next two; NaN where the pack can't tell."""
    valence: float
    tension: float
    vocals: float
    """0..1: how far it is sung; NaN where the pack's encoder gives no tags."""


UNKNOWN = TrackFacts(
    depth=Depth.NONE,
    duration_s=0.0,
    tempo_bpm=0.0,
    key=-1,
    mode="major",
    integrated_lufs=nan,
    energy=nan,
    valence=nan,
    tension=nan,
    vocals=nan,
)
"""Of a sound that nothing is known of."""
