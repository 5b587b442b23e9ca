"""Analyses a library in the background, in the order in which it is of use."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tivm_desktop.domain.indexing import IndexPace, IndexProgress
from tivm_desktop.matching.analyse import AnalysedTrack
from tivm_desktop.matching.index_queue import Wanted
from tivm_desktop.matching.jobs import Failed
from tivm_desktop.matching.workers import AnalysisPool

__all__ = ["Indexer", "Wanted"]


class Indexer:
    """Has everything that is wanted analysed by the pool's indexing lane.

    Every method returns at once and may be called from any thread. The callbacks are called on one thread, the
    indexer's own, one after the other, and may take as long as storing takes.
    """

    def __init__(
        self,
        pool: AnalysisPool,
        take: Callable[[Path, AnalysedTrack], None],
        failed: Callable[[Path, Failed], None],
        *,
        changed: Callable[[IndexProgress], None] = lambda progress: None,
        pace: IndexPace | None = None,
    ) -> None:
        """Begin with nothing wanted.

        Args:
            pool: does the work; not closed by the indexer.
            take: called with each result; to store it in one transaction.
            failed: called with each file that can't be analysed and its reason; to store it where
                `Failed.lasting`.
            changed: hears how far it is, a few times a second at most.
            pace: what it may take.
        """

    @property
    def progress(self) -> IndexProgress:
        """How far it is. Any thread; never blocks."""
        return IndexProgress()

    def want(self, items: Sequence[Wanted]) -> None:
        """Have these analysed too; what is wanted already stays where it stands.

        A file that failed before is tried again: this is how "try again" works, too.
        """

    def forget(self, paths: Sequence[Path]) -> None:
        """Analyse these no more; one that is at work is given up. For files that are gone."""

    def prefer(self, paths: Sequence[Path]) -> None:
        """Take these first, in this order; replaces the ones preferred before. For rows in view."""

    def rank(self, relevance: Mapping[Path, float]) -> None:
        """Take the more relevant (larger number) first within the same depth, in place of the newest.

        What has no number comes after those that have one, newest first; an empty mapping is newest first.
        """

    def pause(self) -> None:
        """Begin no more analyses; the ones at work go on."""

    def resume(self) -> None:
        """Go on."""

    def set_pace(self, pace: IndexPace) -> None:
        """Work by this pace from now on."""

    def cancel(self) -> None:
        """Give up everything that is wanted, what is at work included."""

    def close(self) -> None:
        """Cancel, take what is done already, and end the thread, within a few seconds."""
