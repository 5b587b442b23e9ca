"""A track lying under a video."""

from dataclasses import dataclass
from pathlib import Path


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
