"""The analyses of finished videos, picture and sound of each, in their order: what archives are made of."""

import os
import queue
from collections import deque
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from tivm_desktop.domain.analysis import TrackAnalysis, VideoAnalysis
from tivm_desktop.encoders.pack import Pack
from tivm_desktop.encoders.sessions import ProviderChoice
from tivm_desktop.library.known import FileStamp
from tivm_desktop.library.profile import Profile
from tivm_desktop.matching.analyse_file import AnalysedFile, analyse_file
from tivm_desktop.matching.analysed import AnalysedTrack
from tivm_desktop.matching.coarse import rows_are_spread
from tivm_desktop.matching.jobs import Done, Failed, Outcome
from tivm_desktop.matching.recall import Memory, stamp_of
from tivm_desktop.matching.tools import ToolMaker
from tivm_desktop.matching.workers import AnalysisPool

_WAKE_S: Final = 0.2


@dataclass(frozen=True, slots=True, eq=False)
class FinishedVideo:
    """A video whose picture and sound are both known."""

    path: Path
    picture: VideoAnalysis
    sound: TrackAnalysis


@dataclass(frozen=True, slots=True)
class RefusedVideo:
    """A video that can't be used, and why in one sentence."""

    path: Path
    reason: str


def analyse_videos(
    paths: Sequence[Path],
    pack: Pack,
    provider: ProviderChoice,
    profile: Profile,
    progress: Callable[[Path, float], None],
) -> Generator[FinishedVideo | RefusedVideo, None, None]:
    """Yield the analyses of videos in their order; what the profile knows already is not analysed again.

    Each file is analysed in a worker process, so that one that crashes costs itself only. What is found out
    is kept in the profile while others are waited for, so that an interrupted run goes on where it was. A few
    results wait in memory at most.

    Args:
        paths: the videos.
        pack: whose encoders are used.
        provider: what computes.
        profile: where analyses are kept.
        progress: called with a file and how much of it is done, 0 to 1; on another thread.

    Raises:
        FileError: the profile can't be written.
    """
    profile.create()
    workers = os.cpu_count() or 1
    memory = Memory(profile, pack)
    pool = AnalysisPool(ToolMaker(pack.folder, provider, profile.database), workers, profile.worker_log_file)
    analysing = _Analysing(memory, pool, progress)
    try:
        ahead: deque[_Place] = deque()
        remaining = iter(paths)
        while True:
            while len(ahead) < 2 * workers and (path := next(remaining, None)) is not None:
                ahead.append(analysing.begin(path))
            if not ahead:
                return
            yield analysing.finish(ahead.popleft())
    finally:
        pool.close()
        try:
            analysing.keep_rest()
        finally:
            memory.close()


@dataclass(slots=True)
class _Place:
    """Where the result of a video comes to lie."""

    path: Path
    stamp: FileStamp | None
    """What the file was before it was analysed."""
    found: FinishedVideo | RefusedVideo | None = None


class _Analysing:
    """Videos on their way through the pool; outcomes are taken in on the calling thread."""

    def __init__(self, memory: Memory, pool: AnalysisPool, progress: Callable[[Path, float], None]) -> None:
        self._memory, self._pool, self._progress = memory, pool, progress
        self._ended: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()

    def begin(self, path: Path) -> _Place:
        """Recall a video, or have it analysed."""
        place = _Place(path, stamp_of(path))
        place.found = self._recalled(place)
        if place.found is None:

            def ended(outcome: Outcome[AnalysedFile]) -> None:
                self._ended.put(partial(self._take, place, outcome))

            def show(done_s: float, total_s: float) -> None:
                self._progress(path, min(done_s / total_s, 1.0) if total_s else 0.0)

            self._pool.submit(analyse_file, path, subject=path, progress=show, done=ended)
        return place

    def finish(self, place: _Place) -> FinishedVideo | RefusedVideo:
        """Wait for a result, and keep what comes in of others meanwhile."""
        while place.found is None:
            try:
                self._ended.get(timeout=_WAKE_S)()
            except queue.Empty:
                continue
        return place.found

    def keep_rest(self) -> None:
        """Take in what ended meanwhile; for when nobody waits for the others any more."""
        while not self._ended.empty():
            self._ended.get()()

    def _recalled(self, place: _Place) -> FinishedVideo | None:
        picture, track = self._memory.video(place.path, place.stamp), self._memory.track(place.path)
        if picture is None or not isinstance(track, AnalysedTrack) or rows_are_spread(track.analysis):
            return None
        return FinishedVideo(place.path, picture, track.analysis)

    def _take(self, place: _Place, outcome: Outcome[AnalysedFile]) -> None:
        """Keep a result, and lay it in its place."""
        path = place.path
        if isinstance(outcome, Failed):
            place.found = RefusedVideo(path, outcome.sentence)
            return
        if not isinstance(outcome, Done):
            place.found = RefusedVideo(
                path, f"The analysis of {path.name} was given up; run the command again."
            )
            return
        picture, sound = outcome.result.picture, outcome.result.sound
        if picture is None:
            place.found = RefusedVideo(path, f"{path.name} has no picture; give videos that have both.")
        elif sound is None:
            place.found = RefusedVideo(path, f"{path.name} has no sound; give videos that have both.")
        else:
            self._memory.keep_video(path, place.stamp, picture)
            self._memory.keep_track(path, place.stamp, sound)
            place.found = FinishedVideo(path, picture, sound.analysis)
