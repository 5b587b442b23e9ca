"""Analysing a reference library, to make a pack's calibration of it."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from tivm_desktop.domain.analysis import TrackAnalysis, VideoAnalysis
from tivm_desktop.domain.calibration import Calibration
from tivm_desktop.domain.priors import usual_quantiles
from tivm_desktop.domain.reference import reference_statistics
from tivm_desktop.encoders.pack import Pack
from tivm_desktop.library.profile import Profile
from tivm_desktop.matching.analyse import AnalysedTrack, ToolMaker, analyse_track, analyse_video
from tivm_desktop.matching.recall import Memory
from tivm_desktop.matching.workers import AnalysisPool, Done, Failed

T = TypeVar("T")


def calibrate(
    pack: Pack,
    profile: Profile,
    tracks: Sequence[Path],
    videos: Sequence[Path],
    source: str,
    progress: Callable[[int, int], None],
    skipped: Callable[[str], None],
) -> Calibration:
    """Analyse tracks and videos, or recall them, and return the reference statistics they give.

    Args:
        pack: whose encoders are used.
        profile: where analyses are kept.
        tracks: music files; those that can be analysed become the reference library.
        videos: video files.
        source: where they come from, in words.
        progress: called with the number of files done and of all files.
        skipped: called with the sentence about each file that can't be analysed.

    Raises:
        FileError: the profile can't be written.
        ValueError: no track, or no video, could be analysed.
    """
    profile.create()
    memory = Memory(profile, pack)
    pool = AnalysisPool(ToolMaker(pack.folder, "cpu", profile.database), 2, profile.worker_log_file)
    total = len(tracks) + len(videos)
    try:
        known = {path: memory.track(path) for path in tracks}
        fresh = [path for path, found in known.items() if not isinstance(found, AnalysedTrack)]
        seen = {path: memory.video(path) for path in videos}
        unseen = [path for path, found in seen.items() if found is None]
        done = total - len(fresh) - len(unseen)
        for path, track in _analysed(pool, analyse_track, fresh, skipped):
            known[path] = track
            memory.keep_track(path, track)
            progress(done := done + 1, total)
        for path, video in _analysed(pool, analyse_video, unseen, skipped):
            seen[path] = video
            memory.keep_video(path, video)
            progress(done := done + 1, total)
    finally:
        pool.close()
        memory.close()
    found_tracks: list[TrackAnalysis] = [
        found.analysis for found in known.values() if isinstance(found, AnalysedTrack)
    ]
    found_videos: list[VideoAnalysis] = [found for found in seen.values() if found is not None]
    if not found_tracks or not found_videos:
        raise ValueError("a calibration needs at least one track and one video that can be analysed")
    return reference_statistics(found_videos, found_tracks, pack.music.tags, source, usual_quantiles())


def _analysed(
    pool: AnalysisPool, function: Callable[..., T], paths: Sequence[Path], skipped: Callable[[str], None]
) -> Iterator[tuple[Path, T]]:
    """Yield what `function` finds out about each file, in order."""
    jobs = [(path, pool.submit(function, path, subject=path)) for path in paths]
    for path, job in jobs:
        while (outcome := job.wait(0.2)) is None:
            pass
        if isinstance(outcome, Done):
            yield path, outcome.result
        elif isinstance(outcome, Failed):
            skipped(outcome.sentence)
