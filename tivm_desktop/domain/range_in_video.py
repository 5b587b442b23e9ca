"""The analysis of a range of a video, and its results told in the whole video's time.

A range's time begins with the whole second in which it begins: row t of its analysis still describes its
second [t, t + 1), and is row `first_s` + t of the video's.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

import numpy as np

from tivm_desktop.domain.analysis import PictureTimeline, VideoAnalysis
from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.placement import Placement
from tivm_desktop.domain.video_range import VideoRange

_DIFFERENCES = {"motion", "frame_difference"}
_BY_SECOND = tuple(
    field.name for field in fields(PictureTimeline) if field.name not in {*_DIFFERENCES, "cuts_s"}
)


@dataclass(frozen=True, slots=True)
class RangeInVideo:
    """Where the rows of a range lie among those of its video."""

    first_s: int
    """Second of the video at which the range's time begins."""
    whole_s: int
    """Number of rows of the video."""

    def times_in_whole(self, times_s: Sequence[float]) -> list[float]:
        """Return times of the range as times of the video."""
        return [time_s + self.first_s for time_s in times_s]

    def curve_in_whole(self, curve: tuple[float, ...]) -> tuple[float, ...]:
        """Return a value for each row of the video of those of the range; 0 outside it."""
        before = (0.0,) * self.first_s
        return before + curve + (0.0,) * (self.whole_s - self.first_s - len(curve))

    def placement_in_whole(self, placement: Placement) -> Placement:
        """Return a placement under the range as one under the video."""
        turn_s = placement.turn_meets_s
        return replace(
            placement,
            placement_s=round(placement.placement_s - self.first_s, 3),
            turn_meets_s=None if turn_s is None else turn_s + self.first_s,
            fit_curve=self.curve_in_whole(placement.fit_curve),
        )


def range_in(video: VideoAnalysis, chosen: VideoRange) -> RangeInVideo:
    """Return where the rows of a range, held against the video, lie."""
    length_s = video.picture.length_s
    return RangeInVideo(min(chosen.first_s, length_s - 1), length_s)


def analysis_of(video: VideoAnalysis, chosen: VideoRange) -> VideoAnalysis:
    """Return the analysis of a range as if nothing else of the video were there.

    Args:
        video: the whole video's analysis.
        chosen: the range, held against the video (`VideoRange.within`).

    Returns:
        Rows of every second that the range touches, at least one; cuts inside the range, in its own time. A
        cut at the range's start or end is none, nor is one before its second 0. As at a video's start, row 0
        has no motion.
    """
    picture = video.picture
    first = range_in(video, chosen).first_s
    rows = slice(first, chosen.behind_s)
    half_a_frame_s = 0.5 / video.frame_rate if video.frame_rate > 0 else 0.0
    cuts_s = picture.cuts_s.astype(np.float64)
    inside = (cuts_s > chosen.start_s + half_a_frame_s) & (cuts_s < chosen.end_s - half_a_frame_s)
    inside &= cuts_s >= first
    return replace(
        video,
        duration_s=chosen.end_s - chosen.start_s,
        picture=PictureTimeline(
            **{name: getattr(picture, name)[rows] for name in _BY_SECOND},
            motion=_from_rest(picture.motion[rows]),
            frame_difference=_from_rest(picture.frame_difference[rows]),
            cuts_s=np.asarray(cuts_s[inside] - first, np.float32),
        ),
        features=video.features[rows],
        classes=video.classes[rows],
    )


def _from_rest(values: FloatArray) -> FloatArray:
    started = values.copy()
    started[0] = 0.0
    return started
