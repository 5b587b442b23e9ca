"""Ranking with one pack: by all it knows, or by its towers alone where its references don't know them."""

from pathlib import Path
from typing import Literal

from tivm_desktop.domain.analysis import VideoAnalysis
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
from tivm_desktop.matching.analyse import AnalysedTrack
from tivm_desktop.matching.embedding import Embedder, fusion_of, towers_alone
from tivm_desktop.matching.packs import calibration_of

FitBy = Literal["towers", "fusion"]


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
        self._embedder = Embedder(pack, self._calibration)
        self._fusion = fusion_of(pack, self._calibration)
        alone = towers_alone(pack, self._calibration)
        self._scale = TowerScale(pack.towers.distances) if pack.towers is not None and alone else None

    @property
    def fit_by(self) -> FitBy:
        """What fits are computed from: the pack's towers alone, or all its parts together."""
        return "fusion" if self._scale is None else "towers"

    def track(self, path: Path, found: AnalysedTrack) -> RankableTrack:
        """Describe a track.

        Raises:
            PackError: the pack's tower can't embed it.
        """
        embedding = self._embedder.track(found.analysis)
        return rankable_track(
            path, found.tags, found.analysis, self._tags, self._calibration, self._fusion, embedding
        )

    def video(self, analysis: VideoAnalysis) -> RankableVideo:
        """Describe a video.

        Raises:
            PackError: the pack's tower can't embed it.
        """
        return rankable_video(analysis, self._calibration, self._fusion, self._embedder.video(analysis))

    def score(self, video: RankableVideo, track: RankableTrack) -> Scored:
        """Return the fit, placement and reasons of one track."""
        return score(video, track, self._fusion, self._scale)
