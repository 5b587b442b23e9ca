"""Where else a track would go under a video: the few best places that truly differ."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import maximum_filter1d, minimum_filter1d

from tivm_desktop.domain.analysis import SoundTimeline, VideoAnalysis
from tivm_desktop.domain.placement import Placement, PlacementScores, placement_scores
from tivm_desktop.domain.placement_course import fit_curve_at, picture_course, sound_course
from tivm_desktop.domain.range_in_video import RangeInVideo, analysis_of, range_in
from tivm_desktop.domain.video_range import VideoRange

CANDIDATES = 3
_APART_S = 4.0
_APART_BEATS = 8
_SUMMIT_S = 2
_LEAST_RISE = 1e-6


@dataclass(frozen=True, slots=True)
class Candidate:
    """One of the best places of a track under a video."""

    placement: Placement
    """In the whole video's time."""
    score: float
    """By which candidates are ordered; comparable for one track under one video only."""


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """All places of one track under one video (or a range of it), told in the whole video's time."""

    candidates: tuple[Candidate, ...]
    """At most three, best first; the first is where the track is suggested."""
    offsets_s: NDArray[np.float64]
    """(O,) placements a second apart, ascending."""
    score: NDArray[np.float64]
    """(O,) how well the track fits there; compared with each other only."""
    scores: PlacementScores
    """The same in the range's time."""
    within: RangeInVideo | None
    """Where the range lies; None for the whole video."""

    def fit_curve_at(self, placement_s: float) -> tuple[float, ...]:
        """Return 0..1 for each second of the video: how well the track fits there at that placement."""
        video, track = self.scores.video, self.scores.track
        if self.within is None:
            return fit_curve_at(video, track, placement_s)
        return self.within.curve_in_whole(fit_curve_at(video, track, placement_s + self.within.first_s))

    def best_near(self, placement_s: float, reach_s: float) -> Placement:
        """Return the best place at most `reach_s` from a placement; the nearest there is where none is."""
        distance_s = np.abs(self.offsets_s - placement_s)
        within = distance_s <= max(reach_s, float(distance_s.min()))
        return _whole(self.scores, int(np.argmax(np.where(within, self.score, -np.inf))), self.within)


def places(video: VideoAnalysis, sound: SoundTimeline, chosen: VideoRange | None = None) -> Places:
    """Return where a track goes under a video.

    Candidates lie at least 4 s and, where the tempo is known, 8 beats apart, as a repetitive track fits alike
    one bar on. Each but the first is the best place within 2 s and stands out from what surrounds it, so that
    silence and a still picture have one candidate only.

    Args:
        video: the whole video.
        sound: of the track.
        chosen: the range that the track is placed for, held against the video; None for all of it.
    """
    within = None if chosen is None else range_in(video, chosen)
    picture = (video if chosen is None else analysis_of(video, chosen)).picture
    scores = placement_scores(picture, sound, picture_course(picture), sound_course(sound))
    first_s = 0 if within is None else within.first_s
    candidates = tuple(
        Candidate(_whole(scores, index, within), float(scores.score[index])) for index in _summits(scores)
    )
    return Places(candidates, scores.offsets_s - first_s, scores.score, scores, within)


def _summits(scores: PlacementScores) -> list[int]:
    score, tempo_bpm = scores.score, scores.sound.tempo_bpm
    apart_s = max(_APART_S, _APART_BEATS * 60.0 / tempo_bpm if tempo_bpm > 0 else 0.0)
    summit = score >= maximum_filter1d(score, 2 * _SUMMIT_S + 1, mode="nearest")
    around = minimum_filter1d(score, 2 * int(apart_s) + 1, mode="nearest")
    free = summit & (score - around > _LEAST_RISE)
    chosen = [int(np.argmax(score))]
    while len(chosen) < CANDIDATES:
        free &= np.abs(scores.offsets_s - scores.offsets_s[chosen[-1]]) >= apart_s + 1.0
        if not free.any():
            break
        chosen.append(int(np.argmax(np.where(free, score, -np.inf))))
    return chosen


def _whole(scores: PlacementScores, index: int, within: RangeInVideo | None) -> Placement:
    placement = scores.placement(index)
    return placement if within is None else within.placement_in_whole(placement)
