"""Analyses for the tests of the cluster: importable by its workers, quick, and as bad as files can be.

A file's text says what its analysis does. Each beginning is noted in a log, so that tests can count.
"""

import os
import signal
import threading
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import numpy as np

from tests.library.analyses import track_analysis
from tivm_desktop.cluster.work import MadeWith
from tivm_desktop.domain.analysis import TrackTags
from tivm_desktop.domain.errors import MediaError, PackError
from tivm_desktop.domain.progress import Progress
from tivm_desktop.domain.track_facts import Depth, TrackFacts
from tivm_desktop.matching.analysed import AnalysedTrack

MADE_WITH = MadeWith("music-1", "sound-1", "key-1")
WIDTH = 5


@dataclass(frozen=True)
class Tools:
    """Where beginnings are noted."""

    log: Path

    def __call__(self) -> "Tools":
        return self


@dataclass(frozen=True)
class NoTools:
    """A machine on which nothing can be analysed."""

    def __call__(self) -> object:
        raise PackError(Path("pack"), "The pack here is another one; install the same everywhere.")


def sound_of(text: str) -> AnalysedTrack:
    """What is found in a file of that text."""
    audio_id = blake2b(text.encode(), digest_size=16).hexdigest()
    seed = int(audio_id[:8], 16)
    facts = TrackFacts(Depth.FULL, 11.75, 120.0, 9, "minor", -14.0, 0.5, float("nan"), -0.5, 0.25)
    vector = np.random.default_rng(seed).random(WIDTH, dtype=np.float32)
    return AnalysedTrack(
        audio_id, TrackTags(text, "artist", "album"), track_analysis(seed=seed), Depth.FULL, facts, vector
    )


def analyse(tools: Tools, path: Path, *, progress: Progress) -> AnalysedTrack:
    """Do with the file what its text says."""
    progress(0.0, 1.0)
    text = path.read_text()
    with tools.log.open("a", errors="surrogateescape") as log:
        log.write(f"{path.name}\n")
    match text.split()[0]:
        case "damaged":
            raise MediaError(path, f"{path.name} is empty; leave it out.")
        case "crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "hang":
            threading.Event().wait()
        case "deadly":
            os.kill(os.getppid(), signal.SIGKILL)
            threading.Event().wait()
        case "slow":
            threading.Event().wait(0.3)
    return sound_of(text)
