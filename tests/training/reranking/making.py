"""Small re-rankers, and archives whose sides move together while their levels say nothing."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.evaluation.ranks import normalised, ranks
from tivm_desktop.training.archives.archive import PairedArchive
from tivm_desktop.training.reranking.config import RerankerConfig

VIDEO_WIDTHS = {"picture": 6, "motion": 1}
MUSIC_WIDTHS = {"sound": 5, "loudness": 1}


def small_reranker(**changes: Any) -> RerankerConfig:  # noqa: ANN401
    """A config of small sizes and short scales, for items of about a minute."""
    sizes: dict[str, Any] = {
        "candidates": 5,
        "scales_s": (1.0, 2.0),
        "components": 4,
        "hidden": 8,
        "embedding": 4,
        "crop_s": 24.0,
        "edge_s": 4.0,
        "shortest_s": 6.0,
        "fewest": 10,
        "epochs": 15,
        "lr": 1e-2,
    }
    return RerankerConfig(**(sizes | changes))


def moving_archive(
    items: int = 40, *, seed: int = 0, rows: int = 40, groups: Sequence[str] | None = None
) -> PairedArchive:
    """`items` of `rows` rows whose sides are two views of one course of noise; their means say nothing."""
    views = np.random.default_rng(seed)
    hidden = 3
    rng = np.random.default_rng([seed, 1])
    courses = rng.normal(size=(items * rows, hidden))

    def column(width: int) -> FloatArray:
        exact = courses @ views.normal(size=(hidden, width))
        level = np.repeat(rng.normal(size=(items, width)), rows, axis=0)
        return np.asarray(level + exact + 0.3 * rng.normal(size=exact.shape), np.float32)

    songs = tuple(f"item{index:03d}" for index in range(items))
    return PairedArchive(
        path=None,
        songs=songs,
        splits=("train",) * items,
        groups=tuple(groups or songs),
        offsets=np.arange(items + 1, dtype=np.int64) * rows,
        rate_hz=1.0,
        video={name: column(width) for name, width in VIDEO_WIDTHS.items()},
        music={name: column(width) for name, width in MUSIC_WIDTHS.items()},
    )


def with_rows(archive: PairedArchive, item: int, places: slice, order: NDArray[np.int64]) -> PairedArchive:
    """The archive with the rows at `places` of an item, counted from its first, in another order."""
    begin, end = archive.offsets[item : item + 2]

    def changed(values: FloatArray) -> FloatArray:
        result = values.copy()
        part = result[begin:end]
        part[places] = part[places][order]
        return result

    return replace(
        archive,
        video={name: changed(values) for name, values in archive.video.items()},
        music={name: changed(values) for name, values in archive.music.items()},
    )


def auc(similarity: NDArray[np.float64]) -> float:
    """Mean normalised rank of the diagonal of a square of similarities; chance is 0.5."""
    return float(normalised(ranks(similarity), np.full(len(similarity), len(similarity))).mean())


class TowersStub:
    """A scorer that gives what it is told, for the items asked for."""

    name = "towers"

    def __init__(self, table: NDArray[np.float64]) -> None:
        self._table = table

    def similarity(
        self, archive: PairedArchive, video_items: NDArray[np.int64], music_items: NDArray[np.int64]
    ) -> NDArray[np.float64]:
        """Return the part of the table."""
        del archive
        return np.asarray(self._table[np.ix_(video_items, music_items)])
