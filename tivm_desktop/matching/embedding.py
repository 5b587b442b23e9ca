"""What a pack's towers make of analyses, and the fusion that a pack ranks by."""

from collections.abc import Sequence

import numpy as np

from tivm_desktop.domain.analysis import TrackAnalysis, VideoAnalysis
from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.calibration import Calibration
from tivm_desktop.domain.columns import music_columns, video_columns
from tivm_desktop.domain.fusion import Fusion, Vectors
from tivm_desktop.domain.reference import reference_vectors
from tivm_desktop.encoders.pack import Pack
from tivm_desktop.encoders.towers import TowerPair


class Embedder:
    """The towers of a pack, fed with what files give; a pack without towers embeds nothing."""

    def __init__(self, pack: Pack, calibration: Calibration) -> None:
        """Load the towers.

        Args:
            pack: with towers or without.
            calibration: whose quantiles the estimated emotions rest on.

        Raises:
            PackError: the towers can't be used.
        """
        self._towers = TowerPair(pack) if pack.towers is not None else None
        self._tables = calibration.video

    def track(self, analysis: TrackAnalysis) -> FloatArray | None:
        """Return the unit embedding, (E,), that the music tower gives; None without towers.

        Raises:
            PackError: the tower can't embed it.
        """
        if self._towers is None:
            return None
        return self._towers.embed_music(_side_by_side(music_columns(analysis, self._towers.music_columns)))

    def video(self, analysis: VideoAnalysis) -> FloatArray | None:
        """Return the unit embedding, (E,), that the video tower gives; None without towers.

        Raises:
            PackError: the tower can't embed it.
        """
        if self._towers is None:
            return None
        columns = video_columns(analysis, self._towers.video_columns, self._tables)
        return self._towers.embed_video(_side_by_side(columns))


def towers_alone(pack: Pack, calibration: Calibration) -> bool:
    """Whether a pack's fit is by its towers alone.

    Towers that a person trained and exported are unknown to the references of the pack they came into.
    """
    return pack.towers is not None and pack.towers.digest != calibration.towers


def fusion_of(pack: Pack, calibration: Calibration) -> Fusion:
    """Return the fusion with the pack's bank and library."""
    references = calibration.reference_videos, calibration.reference_tracks
    bank, library = map(reference_vectors, references)
    if towers_alone(pack, calibration):
        bank, library = _without_towers(bank), _without_towers(library)
    return Fusion(bank, library)


def _without_towers(items: Sequence[Vectors]) -> list[Vectors]:
    return [{part: vector for part, vector in one.items() if part != "towers"} for one in items]


def _side_by_side(columns: dict[str, FloatArray]) -> FloatArray:
    return np.concatenate(list(columns.values()), axis=1)
