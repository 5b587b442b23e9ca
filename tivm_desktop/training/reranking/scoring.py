"""Towers and their re-ranker as one scorer."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.training.archives.archive import PairedArchive
from tivm_desktop.training.learning.fitting import fitted
from tivm_desktop.training.learning.run import Run
from tivm_desktop.training.reranking.reranker import Reranker


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
