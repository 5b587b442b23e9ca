"""What a tower learns from the training items before the first step: the scale of its columns."""

import numpy as np
import torch
from numpy.typing import NDArray

from tivm_desktop.training.archives.archive import PairedArchive, Side
from tivm_desktop.training.baselines.canonical import CanonicalPair, weighted
from tivm_desktop.training.learning.timeline import Timeline, timeline
from tivm_desktop.training.learning.windows import windows_of
from tivm_desktop.training.model.config import RunConfig
from tivm_desktop.training.model.tower import Tower
from tivm_desktop.training.model.two_towers import TwoTowers


def prepared(
    tower: Tower,
    archive: PairedArchive,
    side: Side,
    items: NDArray[np.int64],
    config: RunConfig,
    device: torch.device,
) -> Timeline:
    """Set a tower's standardisation from the training items and return these, standardised."""
    raw = timeline(archive, side, items, device)
    tower.set_standardisation(raw.rows)
    standardised = Timeline(tower.standardise(raw.rows), raw.first, raw.lengths)
    if tower.skip is not None:
        parts = [tower.statistics(rows, mask) for rows, mask, _ in windows_of(standardised, config)]
        tower.set_statistics_standardisation(torch.cat(parts))
    return standardised


def start_from_cca(towers: TwoTowers, video: Timeline, music: Timeline, config: RunConfig) -> None:
    """Start both statistics paths from canonical directions of the training items; without paths do nothing.

    A direction is scaled by its canonical correlation, so that the cosine counts most what is shared most.

    Args:
        towers: whose standardisations are set.
        video: standardised, of the training items.
        music: likewise, in the same order.
        config: whose `ridges` and `components` hold.
    """
    if towers.video.skip is None or towers.music.skip is None:
        return
    pair = CanonicalPair(_described(towers.video, video, config), _described(towers.music, music, config))
    left, right, correlation = pair.directions(*config.ridges)
    count = min(config.components, config.video.embedding)
    for tower, axes, directions in ((towers.video, pair.video, left), (towers.music, pair.music, right)):
        projection = axes.axes @ weighted(directions, correlation, count, 1.0)
        weight = torch.zeros(config.video.embedding, len(projection), dtype=torch.float64)
        weight[: projection.shape[1]] = torch.from_numpy(projection.T)
        bias = -weight @ torch.from_numpy(axes.mean)
        tower.load_statistics_projection(weight.float(), bias.float())


def _described(tower: Tower, items: Timeline, config: RunConfig) -> NDArray[np.float64]:
    """Return (S, (2 + P) * D) standardised statistics, the mean over each item's windows."""
    parts = [
        tower.scaled_statistics(rows, mask).view(len(rows) // count, count, -1).mean(1)
        for rows, mask, count in windows_of(items, config)
    ]
    return np.asarray(torch.cat(parts).double().cpu().numpy())
