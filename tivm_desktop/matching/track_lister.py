"""What a query leaves of a library, in its order: for a video the rows of the list, else what was found."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.finding import Column, Order, Query
from tivm_desktop.domain.found_track import FoundTrack
from tivm_desktop.domain.ranking import RankableVideo
from tivm_desktop.domain.track_facts import UNKNOWN
from tivm_desktop.library.catalogue import CatalogueTrack
from tivm_desktop.matching.music_library import MusicLibrary
from tivm_desktop.matching.placing import Listed
from tivm_desktop.matching.ranker import Ranker
from tivm_desktop.matching.shortlist import EXACTLY, LIST_LENGTH


class TrackLister:
    """Lists a library; remembers the fits of all its tracks for one video. One thread."""

    def __init__(self, library: MusicLibrary, ranker: Ranker) -> None:
        """Make it for a library, whose rows the ranker can read."""
        self._library = library
        self._ranker = ranker
        self._computed_for: tuple[RankableVideo, int] | None = None
        self._scores = self._fits = np.zeros(0, np.float32)

    def found(self, query: Query, order: Order) -> tuple[tuple[FoundTrack, ...], int]:
        """Return the first tracks that a query leaves, and how many there are."""
        catalogue = self._library.catalogue
        if catalogue is None:
            return (), 0
        rows = catalogue.find(query, order)
        found = catalogue.tracks(rows[:LIST_LENGTH].tolist())
        return tuple(map(_found, found)), len(rows)

    def ranked(self, video: RankableVideo, query: Query, order: Order) -> tuple[list[Listed], int]:
        """Return the first tracks that a query leaves and that can be ranked for a video, and how many are.

        In the order of their fit those at the head are compared to the last digit; equal ones stand in order
        of their paths.
        """
        catalogue = self._library.catalogue
        if catalogue is None:
            return [], 0
        audio_ids = catalogue.audio_ids
        self._compute(video, audio_ids)
        rows = catalogue.find(query, order, self._scores)
        rows = rows[~np.isnan(self._scores[rows])]
        top = rows[:LIST_LENGTH]
        best_first = order.by is Column.FIT and order.descending
        ranks = np.arange(1, len(top) + 1) if best_first else _ranks(self._scores[rows])[: len(top)]
        rank_of = dict(zip(top.tolist(), ranks.tolist(), strict=True))
        tracks = [track for track in catalogue.tracks(list(rank_of)) if track.facts is not None]
        vectors = self._library.vectors.rows([track.audio_id for track in tracks])
        listed = [
            Listed(
                track.audio_id,
                track.path,
                track.tags,
                track.facts or UNKNOWN,
                track.marks,
                vector,
                fit=float(self._fits[track.row]),
                rank=rank_of[track.row],
            )
            for track, vector in zip(tracks, vectors, strict=True)
            if vector is not None
        ]
        total = len(listed) + len(rows) - len(top)
        return (self._in_exact_order(video, listed) if best_first else listed), total

    def _compute(self, video: RankableVideo, audio_ids: Sequence[str]) -> None:
        version = self._library.version
        known = self._computed_for
        if known is not None and known[0] is video and known[1] == version:
            return
        self._scores, self._fits = self._library.vectors.spread(
            audio_ids, lambda rows: self._ranker.fits(video, rows)
        )
        self._computed_for = video, version

    def _in_exact_order(self, video: RankableVideo, listed: list[Listed]) -> list[Listed]:
        if not listed:
            return []
        fits = self._ranker.exact_fits(video, np.stack([one.vector for one in listed[:EXACTLY]]))
        head = list(zip(fits.tolist(), listed[:EXACTLY], strict=True))
        head.sort(key=lambda pair: (-pair[0], str(pair[1].path)))
        return [
            *(one.at(rank, fit) for rank, (fit, one) in enumerate(head, 1)),
            *listed[EXACTLY:],
        ]


def _ranks(scores: FloatArray) -> NDArray[np.intp]:
    """Which place each score has, 1 the highest."""
    ranks = np.empty(len(scores), np.intp)
    ranks[np.argsort(-scores, kind="stable")] = np.arange(1, len(scores) + 1)
    return ranks


def _found(track: CatalogueTrack) -> FoundTrack:
    tags = track.tags
    return FoundTrack(
        path=track.path,
        title=tags.title,
        artist=tags.artist,
        album=tags.album,
        facts=track.facts or UNKNOWN,
        marks=track.marks,
    )
