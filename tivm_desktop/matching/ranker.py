"""Ranking with one pack: by all it knows, or by its towers alone where its references don't know them."""

from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.analysis import TrackAnalysis, TrackTags, VideoAnalysis
from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.bulk_fit import VectorLayout, exact_fits, scores_and_fits
from tivm_desktop.domain.ranking import (
    RankableTrack,
    RankableVideo,
    fit_under,
    rankable_track,
    rankable_video,
    reasons_without_place,
    recalled_track,
)
from tivm_desktop.domain.tower_fit import TowerScale
from tivm_desktop.encoders.pack import Pack
from tivm_desktop.matching.analysed import AnalysedTrack
from tivm_desktop.matching.embedding import Embedder, fusion_of, towers_alone
from tivm_desktop.matching.packs import calibration_of
from tivm_desktop.matching.track_describer import vector_layout

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
        self._layout = vector_layout(pack)
        alone = towers_alone(pack, self._calibration)
        self._scale = TowerScale(pack.towers.distances) if pack.towers is not None and alone else None

    @property
    def fit_by(self) -> FitBy:
        """What fits are computed from: the pack's towers alone, or all its parts together."""
        return "fusion" if self._scale is None else "towers"

    @property
    def layout(self) -> VectorLayout:
        """How a track's row of numbers is laid out."""
        return self._layout

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

    def recalled(
        self, path: Path, tags: TrackTags, analysis: TrackAnalysis, vector: FloatArray
    ) -> RankableTrack:
        """Return a track whose (D,) row a worker made; costs nothing, where `track` takes milliseconds."""
        return recalled_track(path, tags, analysis, self._layout.unpack(vector))

    def reasons(self, video: RankableVideo, vector: FloatArray) -> tuple[str, ...]:
        """Return why a track fits, as far as its (D,) row tells: nothing of where it lies."""
        return reasons_without_place(video, self._layout.unpack(vector))

    def fits(self, video: RankableVideo, rows: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Return for (N, D) rows of tracks the scores that order them, and their fits, 0..100, (N,) each."""
        return scores_and_fits(video.measured, rows, self._layout, self._scale)

    def exact_fits(self, video: RankableVideo, rows: FloatArray) -> NDArray[np.float64]:
        """Return the (N,) fits of a few (N, D) rows, 0..100, to the last digit."""
        return exact_fits(video.measured, rows, self._layout, self._scale)

    def fit(self, video: RankableVideo, vector: FloatArray) -> float:
        """Return the fit of one (D,) row, 0..100, to the last digit."""
        return float(self.exact_fits(video, vector[None])[0])

    def fit_under(self, video: RankableVideo, track: RankableTrack) -> float:
        """Return the fit of one track, 0..100."""
        return fit_under(video, track, self._scale)
