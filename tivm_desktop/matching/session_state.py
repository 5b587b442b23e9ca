"""What a session knows of the video it was given."""

from dataclasses import dataclass
from pathlib import Path

from tivm_desktop.domain.analysis import VideoAnalysis
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.library.known import FileStamp
from tivm_desktop.matching.jobs import AnalysisJob
from tivm_desktop.matching.placing import Placing, Recall, video_for
from tivm_desktop.matching.proxies import AnalysedVideo
from tivm_desktop.matching.ranker import Ranker
from tivm_desktop.matching.shortlist import Shortlist

PATIENCE_S = 0.1
"""How long a new order may wait for the places of its first rows: a few milliseconds each."""


@dataclass
class VideoState:
    """The video."""

    path: Path
    stamp: FileStamp | None
    """What the file was before it was analysed; None if it was not there."""
    job: AnalysisJob[AnalysedVideo] | None = None
    analysis: VideoAnalysis | None = None
    chosen: VideoRange | None = None
    """The range that tracks are ranked for, as it was asked for; None for all of it."""
    placing: Placing | None = None
    """Places tracks under the video or the range; None while neither can be ranked for."""
    shortlist: Shortlist | None = None
    """The tracks listed for it."""

    def describe(self, ranker: Ranker, recall: Recall) -> None:
        """Begin to rank for the video, or for the range of it, once it is analysed.

        Raises:
            TivmError: the video has no such range, or the pack's tower can't embed it; nothing is ranked.
        """
        self.placing = self.shortlist = None
        if self.analysis is None:
            return
        chosen = self.chosen
        if chosen is not None:
            chosen = chosen.within(self.path, self.analysis.duration_s)
        self.placing = Placing(ranker, video_for(ranker, self.analysis, chosen), recall)
        self.shortlist = Shortlist(self.placing, PATIENCE_S)
