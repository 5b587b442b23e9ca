"""A fitted re-ranker: towers find the candidates, courses order them."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.training.archives.archive import PairedArchive, Side
from tivm_desktop.training.counting import CountProgress, no_count
from tivm_desktop.training.evaluation.judging import Scorer
from tivm_desktop.training.model.config import RunConfig
from tivm_desktop.training.reranking.aligned import aligned_similarity
from tivm_desktop.training.reranking.config import RerankerConfig
from tivm_desktop.training.reranking.courses import CourseMaker, fit_course_maker
from tivm_desktop.training.reranking.fitting import fit_row_networks
from tivm_desktop.training.reranking.rows import RowNetwork

_SAMPLE = 100


class TooShortError(ValueError):
    """Too few items are long enough for a re-ranker to learn from."""


@dataclass(frozen=True, slots=True, eq=False)
class Reranker:
    """Compares courses at the archive's own placement: row t of both sides is the same second."""

    config: RerankerConfig
    rate_hz: float
    makers: dict[Side, CourseMaker]
    networks: dict[Side, RowNetwork]
    spreads: tuple[float, float]
    """Deviations of the towers' and of the courses' similarity among training pairs of different items."""

    @torch.no_grad()
    def courses(self, side: Side, archive: PairedArchive, items: NDArray[np.int64]) -> list[FloatArray]:
        """Return what is compared of the items, each (T, E), from second `edge_s` on."""
        maker, network = self.makers[side], self.networks[side]
        insides = _insides(archive, side, items, self.config)
        return [
            network(torch.from_numpy(maker.course(rows)).unsqueeze(0))[0].numpy()
            if len(rows)
            else np.zeros((0, self.config.embedding), np.float32)
            for rows in insides
        ]

    def aligned(
        self, archive: PairedArchive, video_items: NDArray[np.int64], music_items: NDArray[np.int64]
    ) -> NDArray[np.float64]:
        """Return the correlation of the courses of every video with every track, (Q, P)."""
        shortest = max(round(self.config.shortest_s * self.rate_hz), 1)
        video = self.courses("video", archive, video_items)
        return aligned_similarity(video, self.courses("music", archive, music_items), shortest)

    def combined(self, towers: NDArray[np.float64], aligned: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the similarity of every query (row) with the candidates in a new order, (Q, P).

        Candidates get the weighted sum of both similarities, each in its own deviations; the others stay
        below them in the towers' order.
        """
        first = towers / self.spreads[0]
        result = first + self.config.weight * aligned / self.spreads[1]
        if towers.shape[1] > self.config.candidates:
            last = np.sort(first, axis=1)[:, -self.config.candidates, None]
            below = np.where(first >= last, result, np.inf).min(axis=1, keepdims=True)
            result = np.where(first >= last, result, below - (last - first))
        return np.asarray(result)


def fit_reranker(
    config: RerankerConfig,
    run: RunConfig,
    towers: Scorer,
    archive: PairedArchive,
    train_items: NDArray[np.int64],
    progress: CountProgress = no_count,
) -> Reranker:
    """Return a re-ranker for towers, trained on the items they were trained on.

    Items that are too short to have anything to compare between their ends are left out.

    Args:
        config: of the re-ranker.
        run: the towers' config, whose columns are taken.
        towers: whose similarity is to be refined.
        archive: with these columns only, in their order.
        train_items: (n,) indices.
        progress: hears of (epochs done, epochs).

    Raises:
        TooShortError: fewer than `config.fewest` items are long enough.
    """
    least = round((2 * config.edge_s + config.shortest_s) * archive.rate_hz)
    items, train_items = len(train_items), train_items[archive.lengths[train_items] >= least]
    if len(train_items) < config.fewest:
        raise TooShortError(
            f"{len(train_items)} of {items} items are longer than "
            f"{2 * config.edge_s + config.shortest_s:g} s, and it takes {config.fewest}"
        )
    both: tuple[Side, Side] = ("video", "music")
    sides = {side: list(_insides(archive, side, train_items, config)) for side in both}
    columns = {"video": run.video.columns, "music": run.music.columns}
    makers = {
        side: fit_course_maker(items, columns[side], config, archive.rate_hz) for side, items in sides.items()
    }
    courses = {side: [makers[side].course(item) for item in items] for side, items in sides.items()}
    groups = [archive.groups[item] for item in train_items]
    video, music = fit_row_networks(
        courses["video"], courses["music"], groups, config, archive.rate_hz, progress
    )
    unscaled = Reranker(config, archive.rate_hz, makers, {"video": video, "music": music}, (1.0, 1.0))
    sample = train_items[:: max(len(train_items) // _SAMPLE, 1)]
    spreads = (
        _spread(towers.similarity(archive, sample, sample)),
        _spread(unscaled.aligned(archive, sample, sample)),
    )
    return Reranker(config, archive.rate_hz, makers, unscaled.networks, spreads)


def _insides(
    archive: PairedArchive, side: Side, items: NDArray[np.int64], config: RerankerConfig
) -> Iterator[FloatArray]:
    """Yield the rows of items between their edges; nothing beyond is seen, not even by a wide average."""
    edge = round(config.edge_s * archive.rate_hz)
    for item in items:
        rows = archive.rows(side, int(item))
        yield rows[edge : max(len(rows) - edge, edge)]


def _spread(similarity: NDArray[np.float64]) -> float:
    return float(similarity[~np.eye(len(similarity), dtype=bool)].std()) or 1.0
