"""Lists of files: what is known of them is recalled, the rest is analysed in worker processes."""

import queue
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from tivm_desktop.domain.analysis import VideoAnalysis
from tivm_desktop.domain.errors import TivmError
from tivm_desktop.encoders.pack import Pack
from tivm_desktop.encoders.sessions import ProviderChoice
from tivm_desktop.library.known import FileStamp
from tivm_desktop.library.profile import Profile
from tivm_desktop.matching.analyse_track import analyse_track
from tivm_desktop.matching.analyse_video import analyse_video
from tivm_desktop.matching.analysed import AnalysedTrack
from tivm_desktop.matching.jobs import Done, Failed, Outcome
from tivm_desktop.matching.provider_trial import try_provider
from tivm_desktop.matching.recall import Memory, stamp_of
from tivm_desktop.matching.tolerant import TolerantMemory
from tivm_desktop.matching.tools import ToolMaker
from tivm_desktop.matching.workers import AnalysisPool

_WAKE_S = 0.2
_WORKERS = 2

Counter: TypeAlias = Callable[[int, int], None]
"""Called with how many of a number of things are done, and with that number."""


@dataclass(slots=True)
class Collected:
    """What is known of each file: its analysis, or the sentence that says why there is none."""

    provider: str
    """The execution provider that the encoders run on."""
    tracks: dict[Path, AnalysedTrack | str] = field(default_factory=dict)
    videos: dict[Path, VideoAnalysis | str] = field(default_factory=dict)


def collect(
    pack: Pack,
    profile: Profile,
    tracks: Sequence[Path],
    videos: Sequence[Path],
    *,
    provider: ProviderChoice,
    progress: Counter,
    warn: Callable[[str], None],
) -> Collected:
    """Recall or analyse tracks and videos; a file that is named twice is looked at once.

    Each analysis is kept as soon as it is there, so that an interruption costs only the files at work.

    Args:
        pack: whose encoders are used.
        profile: where analyses are kept.
        tracks: files whose sound is wanted.
        videos: files whose picture is wanted.
        provider: execution provider asked for.
        progress: called with the number of files done and of all files.
        warn: called with sentences about the library, if something is wrong with it.

    Raises:
        FileError: the profile's folders or its database can't be made.
        TivmError: the provider asked for is not to be had, or the pack can't be used.
    """
    profile.create()
    memory = TolerantMemory(Memory(profile, pack), warn)
    pool = AnalysisPool(ToolMaker(pack.folder, provider, profile.database), _WORKERS, profile.worker_log_file)
    collecting = _Collecting(memory, pool)
    try:
        memory.greet()
        found = Collected(_active_provider(pool, pack))
        collecting.begin(found, list(dict.fromkeys(tracks)), list(dict.fromkeys(videos)))
        collecting.finish(progress)
    finally:
        pool.close()
        collecting.keep_rest()
        memory.close()
    return found


def _active_provider(pool: AnalysisPool, pack: Pack) -> str:
    """Return what the encoders really run on."""
    job = pool.submit(try_provider, subject=pack.folder)
    while (outcome := job.wait(_WAKE_S)) is None:
        pass
    if isinstance(outcome, Failed):
        raise TivmError(outcome.sentence)
    return outcome.result.provider if isinstance(outcome, Done) else ""


class _Collecting:
    """Files on their way through the pool; outcomes are taken in on the calling thread."""

    def __init__(self, memory: TolerantMemory, pool: AnalysisPool) -> None:
        self._memory, self._pool = memory, pool
        self._ended: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._total = self._waiting = 0

    def begin(self, found: Collected, tracks: Sequence[Path], videos: Sequence[Path]) -> None:
        """Recall what is known and have the rest analysed."""
        self._total = len(tracks) + len(videos)
        for path in tracks:
            stamp = stamp_of(path)
            known = self._memory.track(path)
            if known is not None:
                found.tracks[path] = known
            else:
                self._waiting += 1
                self._pool.submit(
                    analyse_track, path, subject=path, done=self._track_taker(found, path, stamp)
                )
        for path in videos:
            stamp = stamp_of(path)
            seen = self._memory.video(path, stamp)
            if seen is not None:
                found.videos[path] = seen
            else:
                self._waiting += 1
                self._pool.submit(
                    analyse_video, path, subject=path, done=self._video_taker(found, path, stamp)
                )

    def finish(self, progress: Counter) -> None:
        """Take in outcomes until there is one for every file."""
        progress(self._total - self._waiting, self._total)
        while self._waiting:
            try:
                self._ended.get(timeout=_WAKE_S)()
            except queue.Empty:
                continue
            self._waiting -= 1
            progress(self._total - self._waiting, self._total)

    def keep_rest(self) -> None:
        """Take in what ended meanwhile; for when nobody waits for the others any more."""
        while not self._ended.empty():
            self._ended.get()()

    def _track_taker(
        self, found: Collected, path: Path, stamp: FileStamp | None
    ) -> Callable[[Outcome[AnalysedTrack]], None]:
        def take(outcome: Outcome[AnalysedTrack]) -> None:
            if isinstance(outcome, Done):
                found.tracks[path] = outcome.result
                self._memory.keep_track(path, stamp, outcome.result)
            elif isinstance(outcome, Failed):
                found.tracks[path] = outcome.sentence
                self._memory.keep_failure(path, stamp, outcome)

        return lambda outcome: self._ended.put(lambda: take(outcome))

    def _video_taker(
        self, found: Collected, path: Path, stamp: FileStamp | None
    ) -> Callable[[Outcome[VideoAnalysis]], None]:
        def take(outcome: Outcome[VideoAnalysis]) -> None:
            if isinstance(outcome, Done):
                found.videos[path] = outcome.result
                self._memory.keep_video(path, stamp, outcome.result)
            elif isinstance(outcome, Failed):
                found.videos[path] = outcome.sentence

        return lambda outcome: self._ended.put(lambda: take(outcome))
