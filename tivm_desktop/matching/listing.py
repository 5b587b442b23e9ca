"""What a query leaves of a library, in its order: for a video the rows of the list, else what was found."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.analysis import FloatArray
from tivm_desktop.domain.finding import Column, Order, Query
from tivm_desktop.domain.found_track import FoundTrack
from tivm_desktop.domain.ranking import RankableVideo
from tivm_desktop.domain.track_facts import UNKNOWN
from tivm_desktop.library.catalogue import Catalogue
from tivm_desktop.matching.music_library import MusicLibrary
from tivm_desktop.matching.placing import Listed
from tivm_desktop.matching.ranker import Ranker
from tivm_desktop.matching.shortlist import EXACTLY, LIST_LENGTH


class Listing:
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
        found = tuple(_found(catalogue, row) for row in rows[:LIST_LENGTH].tolist())
        return found, len(rows)

    def ranked(self, video: RankableVideo, query: Query, order: Order) -> list[Listed]:
        """Return the first tracks that a query leaves and that can be ranked for a video.

        In the order of their fit those at the head are compared to the last digit; equal ones stand in order
        of their paths.
        """
        catalogue = self._library.catalogue
        if catalogue is None:
            return []
        audio_ids = catalogue.audio_ids
        self._compute(video, audio_ids)
        rows = catalogue.find(query, order, self._scores)
        rows = rows[~np.isnan(self._scores[rows])]
        top = rows[:LIST_LENGTH]
        ranks = _ranks(self._scores[rows])[: len(top)]
        listed = [
            found
            for row, rank in zip(top.tolist(), ranks.tolist(), strict=True)
            if (found := self._listed(catalogue, audio_ids[row], row, rank)) is not None
        ]
        if order.by is Column.FIT and order.descending:
            return self._in_exact_order(video, listed)
        return listed

    def _compute(self, video: RankableVideo, audio_ids: Sequence[str]) -> None:
        version = self._library.version
        known = self._computed_for
        if known is not None and known[0] is video and known[1] == version:
            return
        self._scores, self._fits = self._library.vectors.spread(
            audio_ids, lambda rows: self._ranker.fits(video, rows)
        )
        self._computed_for = video, version

    def _listed(self, catalogue: Catalogue, audio_id: str, row: int, rank: int) -> Listed | None:
        facts = catalogue.facts(row)
        vector = self._library.vectors.row(audio_id)
        if vector is None or facts is None:
            return None
        return Listed(
            audio_id=audio_id,
            path=catalogue.path(row),
            tags=catalogue.tags(row),
            facts=facts,
            marks=catalogue.marks(row),
            vector=vector,
            fit=float(self._fits[row]),
            rank=rank,
        )

    def _in_exact_order(self, video: RankableVideo, listed: list[Listed]) -> list[Listed]:
        head = [(self._ranker.fit(video, one.vector), one) for one in listed[:EXACTLY]]
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


def _found(catalogue: Catalogue, row: int) -> FoundTrack:
    tags = catalogue.tags(row)
    return FoundTrack(
        path=catalogue.path(row),
        title=tags.title,
        artist=tags.artist,
        album=tags.album,
        facts=catalogue.facts(row) or UNKNOWN,
        marks=catalogue.marks(row),
    )
