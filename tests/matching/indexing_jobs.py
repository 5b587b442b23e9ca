"""Stand-ins for `analyse_track`, by the name of the file: importable by a spawned process."""

import os
import signal
import threading
from pathlib import Path

from tests.library.analyses import track_analysis
from tivm_desktop.domain.analysis import TrackTags
from tivm_desktop.domain.errors import MediaError
from tivm_desktop.domain.progress import Progress
from tivm_desktop.domain.track_facts import Depth
from tivm_desktop.matching.analysed import AnalysedTrack


def make_tools() -> None:
    """Nothing is needed."""


def analyse(tools: None, path: Path, *, depth: Depth, progress: Progress) -> AnalysedTrack:
    progress(0.0, 1.0)
    if path.stem == "hang":
        threading.Event().wait()
    if path.stem == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
        threading.Event().wait()
    if path.stem == "damaged":
        raise MediaError(path, "damaged.mp3 is empty; leave it out.")
    return AnalysedTrack(path.stem, TrackTags("", "", ""), track_analysis(), depth)
