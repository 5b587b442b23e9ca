"""Ranking with one pack: by its towers where it has some, else on named axes."""

from pathlib import Path
from typing import Literal

import numpy as np

from tivm_desktop.domain.analysis import FloatArray, VideoAnalysis
from tivm_desktop.domain.columns import music_columns, video_columns
from tivm_desktop.domain.ranking import (
    RankableTrack,
    RankableVideo,
    Scored,
    rankable_track,
    rankable_video,
    score,
)
from tivm_desktop.domain.tower_fit import TowerScale
from tivm_desktop.encoders.pack import Pack
from tivm_desktop.encoders.towers import TowerPair
from tivm_desktop.matching.analyse import AnalysedTrack
from tivm_desktop.matching.packs import calibration_of

FitBy = Literal["towers", "axes"]


class Ranker:
    """Describes, embeds and scores what was analysed with a pack's encoders.

    Each side is described and embedded once; scoring a pair is then arithmetic on a few numbers.
    """

    def __init__(self, pack: Pack) -> None:
        """Load what the pack ranks by.

        Raises:
            PackError: its calibration or its towers can't be used.
        """
        self._calibration = calibration_of(pack)
        self._tags = pack.music.tags
        self._towers = TowerPair(pack) if pack.towers is not None else None
        self._scale = TowerScale(pack.towers.distances) if pack.towers is not None else None

    @property
    def fit_by(self) -> FitBy:
        """What fits are computed from."""
        return "axes" if self._towers is None else "towers"

    def track(self, path: Path, found: AnalysedTrack) -> RankableTrack:
        """Describe a track.

        Raises:
            PackError: the pack's tower can't embed it.
        """
        embedding = None
        if self._towers is not None:
            columns = music_columns(found.analysis, self._towers.music_columns)
            embedding = self._towers.embed_music(_side_by_side(columns))
        return rankable_track(path, found.tags, found.analysis, self._tags, self._calibration, embedding)

    def video(self, analysis: VideoAnalysis) -> RankableVideo:
        """Describe a video.

        Raises:
            PackError: the pack's tower can't embed it.
        """
        embedding = None
        if self._towers is not None:
            columns = video_columns(analysis, self._towers.video_columns)
            embedding = self._towers.embed_video(_side_by_side(columns))
        return rankable_video(analysis, self._calibration, embedding)

    def score(self, video: RankableVideo, track: RankableTrack) -> Scored:
        """Return the fit, placement and reasons of one track."""
        return score(video, track, self._calibration, self._scale)


def _side_by_side(columns: dict[str, FloatArray]) -> FloatArray:
    return np.concatenate(list(columns.values()), axis=1)
