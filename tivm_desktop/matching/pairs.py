"""Judging a pack by pairs of files: everything is analysed and scored as the program does it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.errors import TivmError
from tivm_desktop.domain.evaluation.pairs import PairReport, pair_report
from tivm_desktop.domain.ranking import RankableTrack, RankableVideo
from tivm_desktop.encoders.pack import Pack
from tivm_desktop.encoders.sessions import ProviderChoice
from tivm_desktop.library.profile import Profile
from tivm_desktop.matching.collect import Collected, Counter, collect
from tivm_desktop.matching.pair_manifest import Pair
from tivm_desktop.matching.ranker import FitBy, Ranker


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A pair that is not judged, and why."""

    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class JudgedPairs:
    """What came of the pairs.

    Attributes:
        report: of the pairs whose two files could be analysed.
        skipped: the other pairs.
        provider: execution provider that the encoders ran on.
        fit_by: what fits were computed from.
    """

    report: PairReport
    skipped: tuple[LeftOut, ...]
    provider: str
    fit_by: FitBy


def judge_pairs(
    pairs: Sequence[Pair],
    pack: Pack,
    profile: Profile,
    provider: ProviderChoice,
    *,
    analysed: Counter,
    ranked: Counter,
    warn: Callable[[str], None],
) -> JudgedPairs:
    """Analyse or recall the pairs' files, and rank the music of all of them for every video.

    Pairs with the same sound compete at equal fit, and so share their mean rank.

    Args:
        pairs: what belongs together, each id once.
        pack: what is judged.
        profile: where analyses are kept.
        provider: execution provider asked for.
        analysed: called with the number of files analysed and of all files.
        ranked: called with the number of videos ranked for and of all videos.
        warn: called with sentences about the library, if something is wrong with it.

    Raises:
        FileError: the profile's folders or its database can't be made.
        TivmError: pack or provider can't be used.
    """
    ranker = Ranker(pack)
    found = collect(
        pack,
        profile,
        [pair.music for pair in pairs],
        [pair.video for pair in pairs],
        provider=provider,
        progress=analysed,
        warn=warn,
    )
    described = _Described(ranker, found)
    kept: list[Pair] = []
    skipped: list[LeftOut] = []
    for pair in pairs:
        reason = described.add(pair)
        if reason:
            skipped.append(LeftOut(pair.id, reason))
        else:
            kept.append(pair)
    sounds = np.asarray(described.sounds, np.intp)
    fits = _fits(ranker, described.videos, described.tracks, ranked)[:, sounds]
    report = pair_report(fits, [pair.id for pair in kept], [pair.group for pair in kept])
    return JudgedPairs(report, tuple(skipped), found.provider, ranker.fit_by)


class _Described:
    """Described for ranking: a video for each pair that can be ranked, a track for each sound."""

    def __init__(self, ranker: Ranker, found: Collected) -> None:
        self._ranker, self._found = ranker, found
        self._places: dict[str, int] = {}
        self.videos: list[RankableVideo] = []
        self.tracks: list[RankableTrack] = []
        self.sounds: list[int] = []
        """For each video the place of its own track."""

    def add(self, pair: Pair) -> str:
        """Describe a pair; return why it can't be ranked, or nothing."""
        video, music = self._found.videos[pair.video], self._found.tracks[pair.music]
        if isinstance(video, str) or isinstance(music, str):
            return " ".join(dict.fromkeys(one for one in (video, music) if isinstance(one, str)))
        try:
            picture = self._ranker.video(video)
            if music.audio_id not in self._places:
                self.tracks.append(self._ranker.track(pair.music, music))
                self._places[music.audio_id] = len(self._places)
        except TivmError as error:
            return str(error)
        self.videos.append(picture)
        self.sounds.append(self._places[music.audio_id])
        return ""


def _fits(
    ranker: Ranker, videos: Sequence[RankableVideo], tracks: Sequence[RankableTrack], ranked: Counter
) -> NDArray[np.float64]:
    """Return the fit of every track for every video: `(videos, tracks)`."""
    fits = np.empty((len(videos), len(tracks)))
    for row, video in enumerate(videos):
        fits[row] = [ranker.fit_under(video, track) for track in tracks]
        ranked(row + 1, len(videos))
    return fits
