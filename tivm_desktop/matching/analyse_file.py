"""What a worker does with a file of which both picture and sound are wanted."""

from dataclasses import dataclass
from pathlib import Path

from tivm_desktop.domain.analysis import VideoAnalysis
from tivm_desktop.domain.progress import Progress
from tivm_desktop.matching.analyse_track import analyse_track_by_seconds
from tivm_desktop.matching.analyse_video import analyse_video
from tivm_desktop.matching.analysed import AnalysedTrack
from tivm_desktop.matching.tools import AnalysisTools
from tivm_desktop.media.probe import probe


@dataclass(frozen=True, slots=True)
class AnalysedFile:
    """What becomes known of any file: its picture, its sound, or both."""

    picture: VideoAnalysis | None
    sound: AnalysedTrack | None


def analyse_file(tools: AnalysisTools, path: Path, *, progress: Progress) -> AnalysedFile:
    """Analyse picture and sound of a file by seconds, whichever it has.

    Raises:
        MediaError: the file can't be read.
        CancelledError: `progress` raised it.
    """
    info = probe(path)
    picture = analyse_video(tools, path, progress=progress) if info.video is not None else None
    sound = analyse_track_by_seconds(tools, path, progress=progress) if info.audio is not None else None
    return AnalysedFile(picture, sound)
