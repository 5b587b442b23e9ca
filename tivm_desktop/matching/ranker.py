"""Ranking with one pack: by all it knows, or by its towers alone where its references don't know them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import numpy as np

from tivm_desktop.domain.analysis import FloatArray, TrackAnalysis, VideoAnalysis
from tivm_desktop.domain.calibration import Calibration
from tivm_desktop.domain.columns import music_columns, video_columns
from tivm_desktop.domain.fusion import Fusion, Vectors
from tivm_desktop.domain.ranking import (
    RankableTrack,
    RankableVideo,
    Scored,
    rankable_track,
    rankable_video,
    score,
)
from tivm_desktop.domain.reference import reference_vectors
from tivm_desktop.domain.tower_fit import TowerScale
from tivm_desktop.encoders.pack import Pack
from tivm_desktop.encoders.towers import TowerPair
from tivm_desktop.matching.analyse import AnalysedTrack
from tivm_desktop.matching.packs import calibration_of

FitBy = Literal["towers", "fusion"]


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
        references = self._calibration.reference_videos, self._calibration.reference_tracks
        bank, library = map(reference_vectors, references)
        # Towers that a person trained and exported are unknown to the references of the pack they came into.
        alone = pack.towers is not None and pack.towers.digest != self._calibration.towers
        if alone:
            bank, library = _without_towers(bank), _without_towers(library)
        self._fusion = Fusion(bank, library)
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


def _without_towers(items: Sequence[Vectors]) -> list[Vectors]:
    return [{part: vector for part, vector in one.items() if part != "towers"} for one in items]


def _side_by_side(columns: dict[str, FloatArray]) -> FloatArray:
    return np.concatenate(list(columns.values()), axis=1)
