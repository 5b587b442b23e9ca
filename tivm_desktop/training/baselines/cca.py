"""Regularised linear CCA on statistics of whole items: the baseline."""

from dataclasses import dataclass

import numpy as np

from tivm_desktop.domain.arrays import Float64Array, IntArray
from tivm_desktop.training.archives.archive import PairedArchive, Side
from tivm_desktop.training.baselines.canonical import CanonicalPair, CcaSettings, unit, weighted
from tivm_desktop.training.baselines.choosing import choose
from tivm_desktop.training.baselines.scaling import NormalScores, WholeScale, scaling_of
from tivm_desktop.training.baselines.statistics import item_statistics


@dataclass(frozen=True, slots=True, eq=False)
class LinearTower:
    """One side: statistics of the columns, each scaled, then one affine map.

    Attributes:
        side: video or music.
        widths: width of each column, by name, in order.
        scalings: of each column's statistics, in the same order.
        mean: `(F,)`, taken off the scaled statistics.
        weights: `(F, C)`.
    """

    side: Side
    widths: dict[str, int]
    scalings: tuple[NormalScores | WholeScale, ...]
    mean: Float64Array
    weights: Float64Array

    def embed(self, archive: PairedArchive, items: IntArray) -> Float64Array:
        """Return `(n, C)` embeddings of unit length.

        Raises:
            ValueError: the archive lacks a column, or has it at another width.
        """
        widths = {name: column.shape[1] for name, column in archive.columns(self.side).items()}
        for name, width in self.widths.items():
            if widths.get(name) != width:
                raise ValueError(f"the {self.side} column {name} of width {width} is not there")
        statistics = [item_statistics(archive, self.side, name, items) for name in self.widths]
        scaled = [scale(values) for scale, values in zip(self.scalings, statistics, strict=True)]
        return unit((np.concatenate(scaled, axis=1) - self.mean) @ self.weights)


@dataclass(frozen=True, slots=True, eq=False)
class Cca:
    """A fitted CCA; a scorer. Similarity is the cosine of the two embeddings."""

    settings: CcaSettings
    video: LinearTower
    music: LinearTower
    name: str = "cca"

    def similarity(
        self, archive: PairedArchive, video_items: IntArray, music_items: IntArray
    ) -> Float64Array:
        """Return `(Q, P)` cosines, rows the videos, columns the music."""
        video, music = self.video.embed(archive, video_items), self.music.embed(archive, music_items)
        return np.asarray(video @ music.T)


def fit_cca(
    archive: PairedArchive, items: IntArray, seed: int = 0, settings: CcaSettings | None = None
) -> Cca:
    """Fit CCA on all columns of an archive.

    Args:
        archive: where the items are.
        items: `(n,)`, the training items; nothing else is looked at.
        seed: of the inner folds on which the settings are chosen.
        settings: these instead of chosen ones.

    Raises:
        ValueError: the items are fewer than three or belong to one group.
    """
    if len(items) < 3:
        raise ValueError("a linear baseline needs at least three training items")
    video_scalings, video = _scaled(archive, "video", items)
    music_scalings, music = _scaled(archive, "music", items)
    groups = [archive.groups[item] for item in items]
    chosen = choose(video, music, groups, seed) if settings is None else settings
    pair = CanonicalPair(video, music)
    left, right, correlation = pair.directions(chosen.video_ridge, chosen.music_ridge)
    shape = chosen.components, chosen.power
    return Cca(
        chosen,
        LinearTower(
            "video",
            archive.video_widths,
            video_scalings,
            pair.video.mean,
            pair.video.axes @ weighted(left, correlation, *shape),
        ),
        LinearTower(
            "music",
            archive.music_widths,
            music_scalings,
            pair.music.mean,
            pair.music.axes @ weighted(right, correlation, *shape),
        ),
    )


def _scaled(
    archive: PairedArchive, side: Side, items: IntArray
) -> tuple[tuple[NormalScores | WholeScale, ...], Float64Array]:
    """Return each column's scaling and the scaled statistics of the training items, `(n, F)`."""
    scalings, scaled = [], []
    for name, column in archive.columns(side).items():
        values = item_statistics(archive, side, name, items)
        scalings.append(scaling_of(values, column.shape[1]))
        scaled.append(scalings[-1](values))
    return tuple(scalings), np.concatenate(scaled, axis=1)
