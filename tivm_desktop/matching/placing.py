"""Tracks placed under one video, or under a range of it: found out once, then known."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from tivm_desktop.domain.analysis import TrackAnalysis, TrackTags, VideoAnalysis
from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.marks import Marks
from tivm_desktop.domain.range_in_video import analysis_of, range_in
from tivm_desktop.domain.ranking import RankableVideo, placed_under
from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.domain.track_facts import Depth, TrackFacts
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.matching.ranker import Ranker

_log = logging.getLogger(__name__)

Recall = Callable[[str], TrackAnalysis | None]
"""The full analysis of a sound by its audio id, if there is one. Any thread."""


@dataclass(frozen=True, slots=True, eq=False)
class Listed:
    """A track as it stands in the list, all but placement and reasons."""

    audio_id: str
    path: Path
    tags: TrackTags
    facts: TrackFacts
    marks: Marks
    vector: FloatArray
    """(D,) as the ranker's layout has it."""
    fit: float
    """0..100."""
    rank: int
    """1 is the best."""

    def at(self, rank: int, fit: float) -> "Listed":
        """Return the same track at another place of the list."""
        return replace(self, rank=rank, fit=fit)

    def suggestion(self, placed: "Placed | None", why: tuple[str, ...] = ()) -> Suggestion:
        """Return the row to show; without `placed` one that says so, with `why` for its reasons."""
        facts = self.facts
        return Suggestion(
            path=self.path,
            title=self.tags.title,
            artist=self.tags.artist,
            duration_s=facts.duration_s if placed is None else placed.duration_s,
            rank=self.rank,
            fit=self.fit,
            placement_s=0.0 if placed is None else placed.placement_s,
            tempo_bpm=facts.tempo_bpm if placed is None else placed.tempo_bpm,
            integrated_lufs=facts.integrated_lufs if placed is None else placed.integrated_lufs,
            why=why if placed is None else placed.why,
            fit_curve=() if placed is None else placed.fit_curve,
            placed=placed is not None,
            depth=facts.depth,
            marks=self.marks,
        )


@dataclass(frozen=True, slots=True)
class Placed:
    """What only the whole analysis of a track tells."""

    placement_s: float
    why: tuple[str, ...]
    fit_curve: tuple[float, ...]
    duration_s: float
    tempo_bpm: float
    integrated_lufs: float


def video_for(ranker: Ranker, video: VideoAnalysis, chosen: VideoRange | None) -> RankableVideo:
    """Describe a video, or the range of it that was chosen, for ranking.

    Raises:
        PackError: the pack's tower can't embed it.
    """
    if chosen is None:
        return ranker.video(video)
    return replace(ranker.video(analysis_of(video, chosen)), within=range_in(video, chosen))


class Placing:
    """Places tracks under one video or a range of it.

    Any thread may ask; two that ask for the same at once compute it twice, to the same end.
    """

    def __init__(self, ranker: Ranker, video: RankableVideo, recall: Recall) -> None:
        """Begin with nothing placed.

        Args:
            ranker: describes tracks.
            video: what they lie under.
            recall: where their analyses come from.
        """
        self._ranker = ranker
        self._recall = recall
        self._known: dict[str, Placed | None] = {}
        self._moods: dict[str, tuple[str, ...]] = {}
        self.video = video

    def known(self, track: Listed) -> Placed | None:
        """Return where a track lies, if that was found out."""
        return self._known.get(track.audio_id)

    def suggestion(self, track: Listed) -> Suggestion:
        """Return the row to show; one that can't be placed yet has the reasons that its mood gives."""
        placed = self.known(track)
        return track.suggestion(placed, () if placed is not None else self._reasons(track))

    def is_open(self, track: Listed) -> bool:
        """Tell whether `place` has something to find out: the track was heard whole and not tried before."""
        return track.facts.depth is Depth.FULL and track.audio_id not in self._known

    def place(self, track: Listed) -> Placed | None:
        """Place a track; None where its analysis is not to be had. Takes a millisecond or two."""
        if not self.is_open(track):
            return self.known(track)
        placed = self._placed(track)
        self._known[track.audio_id] = placed
        return placed

    def _reasons(self, track: Listed) -> tuple[str, ...]:
        """Reasons of a track that was heard in windows only; others are placed in a moment."""
        if track.facts.depth is not Depth.COARSE:
            return ()
        if track.audio_id not in self._moods:
            self._moods[track.audio_id] = self._ranker.reasons(self.video, track.vector)
        return self._moods[track.audio_id]

    def _placed(self, track: Listed) -> Placed | None:
        analysis = self._recall(track.audio_id)
        if analysis is None:
            return None
        try:
            recalled = self._ranker.recalled(track.path, track.tags, analysis, track.vector)
            placement, why = placed_under(self.video, recalled)
        except Exception:
            # One track's trouble must not cost the list; it stays in it, without a place.
            _log.exception("%s can't be placed", track.path)
            return None
        return Placed(
            placement_s=placement.placement_s,
            why=why,
            fit_curve=placement.fit_curve,
            duration_s=analysis.duration_s,
            tempo_bpm=analysis.sound.tempo_bpm,
            integrated_lufs=analysis.sound.integrated_lufs,
        )
