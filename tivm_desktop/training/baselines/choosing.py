"""Choosing what regularises CCA, inside the training items."""

from collections.abc import Sequence
from itertools import product

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.arrays import Float64Array
from tivm_desktop.domain.evaluation.ranks import normalised, ranks
from tivm_desktop.training.baselines.canonical import CanonicalPair, CcaSettings, unit, weighted
from tivm_desktop.training.evaluation.folds import group_disjoint_folds

GRID = tuple(
    CcaSettings(video_ridge, music_ridge, components, power)
    for video_ridge, music_ridge, components, power in product(
        (0.1, 0.3, 1.0, 3.0, 10.0), (0.03, 0.1, 0.3, 1.0, 3.0), (8, 12, 16), (1.0, 2.0)
    )
)
_INNER_FOLDS = 5


def choose(
    video: Float64Array,
    music: Float64Array,
    groups: Sequence[str],
    seed: int,
    grid: Sequence[CcaSettings] = GRID,
) -> CcaSettings:
    """Return the settings with the best mean normalised rank over inner folds that split no group.

    Args:
        video: `(n, F_video)` scaled statistics of the training items.
        music: `(n, F_music)`, the same items.
        groups: `(n,)`, the items' groups.
        seed: of the inner folds.
        grid: what to choose from.

    Raises:
        ValueError: the training items belong to one group, so that there is nothing to choose with.
    """
    count = min(_INNER_FOLDS, len(set(groups)))
    folds = group_disjoint_folds(groups, count, seed)
    score = np.zeros(len(grid))
    for fold in range(count):
        test = folds == fold
        if np.count_nonzero(test) > 1:
            score += _scores(video, music, test, grid) * np.count_nonzero(test)
    return grid[int(np.argmax(score))]


def _scores(
    video: Float64Array, music: Float64Array, test: NDArray[np.bool_], grid: Sequence[CcaSettings]
) -> Float64Array:
    """Return every setting's mean normalised rank in both directions on one inner fold."""
    pair = CanonicalPair(video[~test], music[~test])
    video_test, music_test = pair.video(video[test]), pair.music(music[test])
    found: dict[CcaSettings, float] = {}
    for ridges in sorted({(each.video_ridge, each.music_ridge) for each in grid}):
        left, right, correlation = pair.directions(*ridges)
        left, right = video_test @ left, music_test @ right
        for settings in grid:
            if (settings.video_ridge, settings.music_ridge) == ridges:
                shape = settings.components, settings.power
                similarity = (
                    unit(weighted(left, correlation, *shape)) @ unit(weighted(right, correlation, *shape)).T
                )
                found[settings] = _mean_rank(similarity)
    return np.array([found[settings] for settings in grid])


def _mean_rank(similarity: Float64Array) -> float:
    pool = np.full(len(similarity), len(similarity))
    both = normalised(ranks(similarity), pool).mean() + normalised(ranks(similarity.T), pool).mean()
    return float(both / 2.0)
