"""The analyses of a folder's finished videos, for `tivm archive --videos`."""

import os
from collections import deque
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from tivm_desktop.domain.analysis import TrackAnalysis, VideoAnalysis
from tivm_desktop.domain.errors import FileError
from tivm_desktop.encoders.pack import Pack
from tivm_desktop.encoders.sessions import ProviderChoice
from tivm_desktop.library.known import FileStamp
from tivm_desktop.library.profile import Profile
from tivm_desktop.library.scan import natural_key
from tivm_desktop.matching.analyse_file import AnalysedFile, analyse_file
from tivm_desktop.matching.analysed import AnalysedTrack
from tivm_desktop.matching.coarse import rows_are_spread
from tivm_desktop.matching.jobs import AnalysisJob, Done, Failed
from tivm_desktop.matching.recall import Memory, stamp_of
from tivm_desktop.matching.tools import ToolMaker
from tivm_desktop.matching.workers import AnalysisPool

VIDEO_EXTENSIONS: Final = frozenset(
    f".{name}"
    for name in (
        *("3gp", "avi", "flv", "m2ts", "m4v", "mkv", "mov", "mp4", "mpeg", "mpg", "mts", "mxf", "ogv", "ts"),
        *("webm", "wmv"),
    )
)
_WAKE_S: Final = 0.2


@dataclass(frozen=True, slots=True, eq=False)
class Analysed:
    """A video whose picture and sound are both known."""

    path: Path
    picture: VideoAnalysis
    sound: TrackAnalysis


@dataclass(frozen=True, slots=True)
class Refused:
    """A video that can't be used, and why in one sentence."""

    path: Path
    reason: str


def find_videos(folder: Path) -> list[Path]:
    """Return the videos in a folder and below, told by extension, without hidden ones, in a person's order.

    Raises:
        FileError: there is no such folder, it can't be read, or it has no video.
    """
    if not folder.is_dir():
        raise FileError(folder, f"{folder} is not a folder; give the folder that holds the videos.")
    try:
        found = [
            path
            for path in folder.rglob("*")
            if path.suffix.lower() in VIDEO_EXTENSIONS
            and not any(part.startswith(".") for part in path.relative_to(folder).parts)
            and path.is_file()
        ]
    except OSError as error:
        raise FileError(
            folder, f"{folder} can't be read ({error.strerror}); check its permissions."
        ) from error
    if not found:
        raise FileError(folder, f"{folder} holds no video; give a folder with finished videos.")
    return sorted(found, key=lambda path: [natural_key(part) for part in path.relative_to(folder).parts])


def analyse_videos(
    paths: Sequence[Path],
    pack: Pack,
    provider: ProviderChoice,
    profile: Profile,
    progress: Callable[[Path, float], None],
) -> Generator[Analysed | Refused, None, None]:
    """Yield the analyses of videos in their order; what the profile knows already is not analysed again.

    Each file is analysed in a worker process, so that one that crashes costs itself only, and is kept in the
    profile at once, so that an interrupted run goes on where it was. A few results wait in memory at most.

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
    try:
        ahead: deque[Analysed | _AtWork] = deque()
        remaining = iter(paths)
        while True:
            while len(ahead) < 2 * workers and (path := next(remaining, None)) is not None:
                ahead.append(_recalled(memory, path) or _submit(pool, path, progress))
            if not ahead:
                return
            first = ahead.popleft()
            yield first if isinstance(first, Analysed) else _outcome(memory, first)
    finally:
        pool.close()
        memory.close()


class _AtWork(NamedTuple):
    """A video that is being analysed."""

    path: Path
    stamp: FileStamp | None
    """What the file was before that."""
    job: AnalysisJob[AnalysedFile]


def _submit(pool: AnalysisPool, path: Path, progress: Callable[[Path, float], None]) -> _AtWork:
    def show(done_s: float, total_s: float) -> None:
        progress(path, min(done_s / total_s, 1.0) if total_s else 0.0)

    stamp = stamp_of(path)
    return _AtWork(path, stamp, pool.submit(analyse_file, path, subject=path, progress=show))


def _recalled(memory: Memory, path: Path) -> Analysed | None:
    picture, track = memory.video(path, stamp_of(path)), memory.track(path)
    if picture is None or not isinstance(track, AnalysedTrack) or rows_are_spread(track.analysis):
        return None
    return Analysed(path, picture, track.analysis)


def _outcome(memory: Memory, at_work: _AtWork) -> Analysed | Refused:
    path, stamp, job = at_work
    while (outcome := job.wait(_WAKE_S)) is None:
        pass
    if isinstance(outcome, Failed):
        return Refused(path, outcome.sentence)
    if not isinstance(outcome, Done):
        return Refused(path, f"The analysis of {path.name} was given up; run the command again.")
    found = outcome.result
    if found.picture is None or found.sound is None:
        lacking = "picture" if found.picture is None else "sound"
        return Refused(path, f"{path.name} has no {lacking}; give videos that have both.")
    memory.keep_video(path, stamp, found.picture)
    memory.keep_track(path, stamp, found.sound)
    return Analysed(path, found.picture, found.sound.analysis)
