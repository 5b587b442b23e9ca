"""What a session knows of the folder and of the video it was given."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tivm_desktop.domain.analysis import VideoAnalysis
from tivm_desktop.domain.ranking import RankableTrack
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.matching.analyse import AnalysedTrack
from tivm_desktop.matching.jobs import AnalysisJob
from tivm_desktop.matching.proxies import AnalysedVideo
from tivm_desktop.matching.scores import Scores


@dataclass
class FolderState:
    """The music folder."""

    path: Path
    scanned: bool = False
    cancelled: bool = False
    lost: bool = False
    waiting: int = 0
    total: int = 0
    tracks: dict[Path, RankableTrack] = field(default_factory=dict)
    skipped: dict[Path, str] = field(default_factory=dict)
    jobs: dict[Path, AnalysisJob[AnalysedTrack]] = field(default_factory=dict)

    @property
    def done(self) -> int:
        """How many tracks are dealt with."""
        return len(self.tracks) + len(self.skipped)

    @property
    def busy(self) -> bool:
        """Whether anything of it is still to be found or analysed."""
        return bool(self.jobs or self.waiting) or not self.scanned

    def cancel(self) -> None:
        """Give up what is not done."""
        self.cancelled = True
        self.waiting = 0
        for job in self.jobs.values():
            job.cancel()


@dataclass
class VideoState:
    """The video."""

    path: Path
    scores: Scores
    job: AnalysisJob[AnalysedVideo] | None = None
    analysis: VideoAnalysis | None = None
    chosen: VideoRange | None = None
    """The range that tracks are ranked for, as it was asked for; None for all of it."""

    def rank(self, tracks: Sequence[RankableTrack]) -> None:
        """Score every track under the video, or under the range of it, once it is analysed.

        Raises:
            TivmError: the video has no such range, or the pack's tower can't embed it; nothing is ranked.
        """
        if self.analysis is None:
            return
        self.scores.forget()
        chosen = self.chosen
        if chosen is not None:
            chosen = chosen.within(self.path, self.analysis.duration_s)
        self.scores.begin(self.analysis, chosen, tracks)
