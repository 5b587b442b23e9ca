"""The level at which a track enters."""

from dataclasses import dataclass

TARGET_LUFS = -16.0
"""Integrated loudness that every audition is matched to: what streaming video is commonly levelled at."""
PEAK_CEILING_DBFS = -1.0
SILENCE_LUFS = -70.0


@dataclass(frozen=True, slots=True)
class LevelMatch:
    """Whether tracks are brought to a common loudness, and which."""

    on: bool = True
    target_lufs: float = TARGET_LUFS

    def gain_db(self, integrated_lufs: float, peak_dbfs: float) -> float:
        """Return the gain that brings a track to the target without its peak passing -1 dBFS.

        Args:
            integrated_lufs: EBU R128 integrated loudness; -70 or less is silence and is left alone.
            peak_dbfs: highest absolute sample.

        Returns:
            0 where levels are left as they are.
        """
        if not self.on or integrated_lufs <= SILENCE_LUFS:
            return 0.0
        return min(self.target_lufs - integrated_lufs, PEAK_CEILING_DBFS - peak_dbfs)

    def under_target_db(self, integrated_lufs: float, peak_dbfs: float) -> float:
        """Return how far a track stays under the target because of its peak; 0 where it reaches it."""
        if not self.on or integrated_lufs <= SILENCE_LUFS:
            return 0.0
        return self.target_lufs - integrated_lufs - self.gain_db(integrated_lufs, peak_dbfs)
