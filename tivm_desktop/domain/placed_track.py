"""A track lying under a video."""

from dataclasses import dataclass
from pathlib import Path

_SAME_S = 0.0006
"""Placements are kept to the thousandth of a second."""


@dataclass(frozen=True, slots=True)
class PlacedTrack:
    """Which track, where, and how loud."""

    path: Path
    placement_s: float = 0.0
    """Second of the track that sounds at second 0 of the video; negative: the track enters later."""
    gain_db: float = 0.0
    """What brings it to the common level."""

    @property
    def gain(self) -> float:
        """`gain_db` as a linear gain."""
        return float(10.0 ** (self.gain_db / 20.0))


def same_place(one_s: float, other_s: float) -> bool:
    """Tell whether two placements are the same, but for what rounding does."""
    return abs(one_s - other_s) < _SAME_S
