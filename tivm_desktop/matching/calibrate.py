"""Analysing a reference library, to make a pack's calibration of it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from tivm_desktop.domain.analysis import VideoAnalysis
from tivm_desktop.domain.calibration import Calibration
from tivm_desktop.domain.priors import usual_quantiles
from tivm_desktop.domain.reference import reference_statistics
from tivm_desktop.encoders.pack import Pack
from tivm_desktop.library.profile import Profile
from tivm_desktop.matching.analyse import AnalysedTrack
from tivm_desktop.matching.collect import collect


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
        FileError: the profile's folders or its database can't be made.
        ValueError: no track, or no video, could be analysed.
    """
    known = collect(pack, profile, tracks, videos, provider="cpu", progress=progress, warn=skipped)
    for found in (*known.tracks.values(), *known.videos.values()):
        if isinstance(found, str):
            skipped(found)
    found_tracks = [found.analysis for found in known.tracks.values() if isinstance(found, AnalysedTrack)]
    found_videos = [found for found in known.videos.values() if isinstance(found, VideoAnalysis)]
    if not found_tracks or not found_videos:
        raise ValueError("a calibration needs at least one track and one video that can be analysed")
    return reference_statistics(found_videos, found_tracks, pack.music.tags, source, usual_quantiles())
