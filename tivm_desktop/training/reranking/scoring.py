"""Towers and their re-ranker as one scorer."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.training.archives.archive import PairedArchive
from tivm_desktop.training.counting import CountProgress, no_count
from tivm_desktop.training.learning.fitting import fitted
from tivm_desktop.training.learning.run import Run
from tivm_desktop.training.reranking.config import RerankerConfig
from tivm_desktop.training.reranking.reranker import Reranker, fit_reranker
from tivm_desktop.training.reranking.saved import has_reranker, load_reranker, save_reranker


@dataclass(frozen=True, slots=True, eq=False)
class RerankedRun:
    """A run whose best candidates are ordered anew by their courses."""

    run: Run
    reranker: Reranker

    @property
    def name(self) -> str:
        """The run's name, and that its candidates are ordered anew."""
        return f"{self.run.name}+reranker"

    def similarity(
        self, archive: PairedArchive, video_items: NDArray[np.int64], music_items: NDArray[np.int64]
    ) -> NDArray[np.float64]:
        """Return (Q, P) for videos as queries; compare within rows only."""
        return self.both_ways(archive, video_items, music_items)[0]

    def both_ways(
        self, archive: PairedArchive, video_items: NDArray[np.int64], music_items: NDArray[np.int64]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return (Q, P) for videos as queries and (P, Q) for tracks as queries.

        Raises:
            RunError: the archive lacks a column of the run, or has another rate.
        """
        seen = fitted(archive, self.run.config, self.run.folder)
        towers = self.run.similarity(seen, video_items, music_items)
        aligned = self.reranker.aligned(seen, video_items, music_items)
        return self.reranker.combined(towers, aligned), self.reranker.combined(towers.T, aligned.T)


def with_reranker(
    run: Run,
    config: RerankerConfig,
    archive: PairedArchive,
    train_items: NDArray[np.int64],
    progress: CountProgress = no_count,
) -> RerankedRun:
    """Return a run with the re-ranker that lies in its folder, or with one that is trained and put there.

    Args:
        run: finished.
        config: of the re-ranker, where it is to be trained.
        archive: the run was trained on.
        train_items: (n,) the run was trained on.
        progress: hears of (epochs done, epochs).

    Raises:
        TooShortError: too few items are long enough.
        RunError: a re-ranker in the folder is damaged, or the folder can't be written to.
    """
    if has_reranker(run.folder):
        return RerankedRun(run, load_reranker(run.folder, run.config))
    seen = fitted(archive, run.config, run.folder)
    reranker = fit_reranker(config, run.config, run, seen, train_items, progress)
    save_reranker(reranker, run.folder)
    return RerankedRun(run, reranker)
