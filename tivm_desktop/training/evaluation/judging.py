"""Asking a scorer for the music of every video and for the video of every music."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.arrays import Float64Array, IntArray
from tivm_desktop.domain.evaluation.figures import Ranking, join
from tivm_desktop.domain.evaluation.ranks import ranks
from tivm_desktop.training.archives.archive import PairedArchive

Direction = Literal["video_to_music", "music_to_video"]
DIRECTIONS: tuple[Direction, Direction] = ("video_to_music", "music_to_video")


class Scorer(Protocol):
    """What can say how close videos and music of an archive are: a run, a baseline, a re-ranker."""

    @property
    def name(self) -> str:
        """A short name for tables."""
        ...

    def similarity(
        self, archive: PairedArchive, video_items: IntArray, music_items: IntArray
    ) -> Float64Array:
        """Return `(Q, P)`, one row per item of `video_items`, one column per item of `music_items`.

        The higher, the closer. Rows may be scaled freely against each other only if columns are not compared.
        """
        ...


@runtime_checkable
class TwoWayScorer(Protocol):
    """A scorer that answers queries from the two sides differently, as one that orders only the best anew."""

    def both_ways(
        self, archive: PairedArchive, video_items: IntArray, music_items: IntArray
    ) -> tuple[Float64Array, Float64Array]:
        """Return `(Q, P)`, a row per video, and `(P, Q)`, a row per track; compare within rows only."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class TwoWayRanking:
    """Ranks in both directions."""

    video_to_music: Ranking
    music_to_video: Ranking

    def of(self, direction: Direction) -> Ranking:
        """Return the ranks in one direction."""
        return self.video_to_music if direction == "video_to_music" else self.music_to_video


def judge(scorer: Scorer, archive: PairedArchive, items: IntArray, fold: int = 0) -> TwoWayRanking:
    """Rank the items' music for each of their videos, and the other way around.

    The pool is the items themselves.

    Raises:
        ValueError: there are fewer than two items, or the scorer gives numbers that are not finite.
    """
    _check_pool(items)
    if isinstance(scorer, TwoWayScorer):
        there, back = scorer.both_ways(archive, items, items)
        return TwoWayRanking(_ranking(there, items, fold), _ranking(back, items, fold))
    return judge_similarity(scorer.similarity(archive, items, items), items, fold)


def judge_similarity(
    similarity: NDArray[np.floating],
    items: IntArray,
    fold: int = 0,
    back: NDArray[np.floating] | None = None,
) -> TwoWayRanking:
    """Return the ranks in a square of similarities, rows the videos and columns the music of the same items.

    Args:
        similarity: `(Q, Q)`.
        items: `(Q,)`, the archive's items.
        fold: that they are the pool of.
        back: `(Q, Q)`, rows the music, where tracks as queries are answered differently.

    Raises:
        ValueError: there are fewer than two items, or a number that is not finite.
    """
    _check_pool(items)
    turned = similarity.T if back is None else back
    return TwoWayRanking(_ranking(similarity, items, fold), _ranking(turned, items, fold))


def _ranking(similarity: NDArray[np.floating], items: IntArray, fold: int) -> Ranking:
    folds, pools = np.full(len(items), fold), np.full(len(items), len(items))
    return Ranking(items, folds, pools, ranks(similarity))


def _check_pool(items: IntArray) -> None:
    if len(items) < 2:
        raise ValueError("a pool of fewer than two items ranks nothing")


def join_two_way(outcomes: Sequence[TwoWayRanking]) -> TwoWayRanking:
    """Return the outcomes of several folds as one."""
    return TwoWayRanking(
        join([outcome.video_to_music for outcome in outcomes]),
        join([outcome.music_to_video for outcome in outcomes]),
    )
