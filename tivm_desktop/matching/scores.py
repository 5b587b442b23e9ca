"""What the tracks of a folder come to under one video, or under a range of it."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from tivm_desktop.domain.analysis import VideoAnalysis
from tivm_desktop.domain.ranking import RankableTrack, RankableVideo, Scored, ranked
from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.domain.video_part import part_of, place_of
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.matching.ranker import Ranker


class Scores:
    """Scores tracks as they come, and all of them anew when the range changes."""

    def __init__(self, ranker: Ranker) -> None:
        self._ranker = ranker
        self._video: RankableVideo | None = None
        self._scored: dict[Path, Scored] = {}
        self._fresh = False

    @property
    def fresh(self) -> bool:
        """Whether there is an order that `order` has not given yet."""
        return self._fresh

    def begin(self, video: VideoAnalysis, chosen: VideoRange | None, tracks: Iterable[RankableTrack]) -> None:
        """Score `tracks` under `video`, or under the range of it that was chosen.

        Raises:
            PackError: the pack's tower can't embed it.
        """
        self.forget()
        described = self._ranker.video(video if chosen is None else part_of(video, chosen))
        part = None if chosen is None else place_of(video, chosen)
        self._video = replace(described, part=part)
        self._fresh = True
        for track in tracks:
            self.add(track)

    def add(self, track: RankableTrack) -> None:
        """Score one more track, if there is a video to score it under."""
        if self._video is not None:
            self._scored[track.path] = self._ranker.score(self._video, track)
            self._fresh = True

    def clear(self) -> None:
        """Forget the tracks, not the video."""
        self._scored.clear()
        self._fresh = self._video is not None

    def forget(self) -> None:
        """Forget tracks and video."""
        self._scored.clear()
        self._video = None
        self._fresh = False

    def order(self) -> tuple[Suggestion, ...]:
        """Return the tracks scored so far, best first; `fresh` is over."""
        self._fresh = False
        return ranked(list(self._scored.values()))
