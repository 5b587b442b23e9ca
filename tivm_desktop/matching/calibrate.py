"""Analysing a reference library, and pairs, to make a pack's calibration of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tivm_desktop.domain.analysis import VideoAnalysis
from tivm_desktop.domain.calibration import Calibration
from tivm_desktop.domain.priors import usual_quantiles
from tivm_desktop.domain.reference import Pair, reference_statistics, with_correspondence, with_references
from tivm_desktop.encoders.pack import Pack
from tivm_desktop.library.profile import Profile
from tivm_desktop.matching.analysed import AnalysedTrack
from tivm_desktop.matching.collect import Collected, collect
from tivm_desktop.matching.embedding import Embedder
from tivm_desktop.matching.pair_manifest import Pair as PairOfFiles


@dataclass(frozen=True, slots=True)
class Reference:
    """The files that a calibration is made of, and where they come from in words."""

    tracks: Sequence[Path]
    """Music files; those that can be analysed become the reference library."""
    videos: Sequence[Path]
    """Video files; those that can be analysed become the bank."""
    source: str
    pairs: Sequence[PairOfFiles] = ()
    """Videos with the music that people chose for them; a correspondence is learnt from them."""
    pairs_source: str = ""


def calibrate(
    pack: Pack,
    profile: Profile,
    reference: Reference,
    progress: Callable[[int, int], None],
    skipped: Callable[[str], None],
) -> Calibration:
    """Analyse the files of a reference, or recall them, and return the calibration they give.

    Args:
        pack: whose encoders and towers are used.
        profile: where analyses are kept.
        reference: what it is made of.
        progress: called with the number of files done and of all files.
        skipped: called with the sentence about each file that can't be analysed.

    Raises:
        FileError: the profile's folders or its database can't be made.
        PackError: the pack's towers can't be used.
        ValueError: no track, or no video, could be analysed, or there are pairs, but fewer than three.
    """
    known = collect(
        pack,
        profile,
        [*reference.tracks, *(pair.music for pair in reference.pairs)],
        [*reference.videos, *(pair.video for pair in reference.pairs)],
        provider="cpu",
        progress=progress,
        warn=skipped,
    )
    for found in (*known.tracks.values(), *known.videos.values()):
        if isinstance(found, str):
            skipped(found)
    tracks = [
        found.analysis for path in reference.tracks if isinstance(found := known.tracks[path], AnalysedTrack)
    ]
    videos = [seen for path in reference.videos if isinstance(seen := known.videos[path], VideoAnalysis)]
    if not tracks or not videos:
        raise ValueError("a calibration needs at least one track and one video that can be analysed")
    tags = pack.music.tags
    made = reference_statistics(videos, tracks, tags, reference.source, usual_quantiles())
    if reference.pairs:
        made = with_correspondence(made, _pairs(reference.pairs, known), tags, reference.pairs_source)
    embedder = Embedder(pack, made)
    return with_references(
        made,
        [(video, embedder.video(video)) for video in videos],
        [(track, embedder.track(track)) for track in tracks],
        tags,
        "" if pack.towers is None else pack.towers.digest,
    )


def _pairs(pairs: Sequence[PairOfFiles], known: Collected) -> list[Pair]:
    """Return those of the pairs of which both files could be analysed."""
    found = []
    for pair in pairs:
        video, track = known.videos[pair.video], known.tracks[pair.music]
        if isinstance(video, VideoAnalysis) and isinstance(track, AnalysedTrack):
            found.append(Pair(video, track.analysis, pair.group))
    return found
