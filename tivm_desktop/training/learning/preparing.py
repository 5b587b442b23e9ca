"""What towers learn from the training items before the first step: scales, and canonical directions."""

from collections.abc import Callable, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from tivm_desktop.training.archives.archive import PairedArchive, Side
from tivm_desktop.training.baselines.canonical import CanonicalPair, CcaSettings, weighted
from tivm_desktop.training.baselines.choosing import choose
from tivm_desktop.training.learning.timeline import Timeline, timeline
from tivm_desktop.training.model.config import RunConfig
from tivm_desktop.training.model.tower import Tower
from tivm_desktop.training.model.two_towers import TwoTowers

_ITEMS_AT_ONCE = 32
_LEAST_RIDGE = 1e-3


def prepared(
    tower: Tower,
    archive: PairedArchive,
    side: Side,
    items: NDArray[np.int64],
    device: torch.device,
) -> Timeline:
    """Set a tower's standardisation from the training items and return these, standardised."""
    raw = timeline(archive, side, items, device)
    tower.set_standardisation(raw.rows)
    standardised = Timeline(tower.standardise(raw.rows), raw.first, raw.lengths)
    if tower.skip is not None:
        tower.set_statistics_standardisation(_of_whole_items(tower.statistics, standardised))
    return standardised


def described(tower: Tower, items: Timeline) -> Tensor | None:
    """Return the (n, S) scaled statistics of standardised items; None where the tower takes none."""
    return None if tower.skip is None else _of_whole_items(tower.scaled_statistics, items)


def start_from_cca(
    towers: TwoTowers,
    described_items: tuple[Tensor | None, Tensor | None],
    groups: Sequence[str],
    config: RunConfig,
) -> None:
    """Start both statistics paths from canonical directions of the training items; without paths do nothing.

    A direction is scaled by its canonical correlation, so that the cosine counts most what is shared most.

    Args:
        towers: whose standardisations are set.
        described_items: both sides' scaled statistics of the training items, in the same order.
        groups: of the training items, which no fold splits.
        config: whose `ridges`, `components` and `power` hold.
    """
    video, music = described_items
    if video is None or music is None:
        return
    seen, heard = video.double().cpu().numpy(), music.double().cpu().numpy()
    settings = CcaSettings(*config.ridges, config.components, config.power)
    if min(config.ridges) == 0 and len(set(groups)) > 1:
        settings = choose(seen, heard, groups, config.seed)
    pair = CanonicalPair(seen, heard)
    left, right, correlation = pair.directions(
        max(settings.video_ridge, _LEAST_RIDGE), max(settings.music_ridge, _LEAST_RIDGE)
    )
    count = min(settings.components, config.video.embedding)
    for tower, axes, directions in ((towers.video, pair.video, left), (towers.music, pair.music, right)):
        projection = axes.axes @ weighted(directions, correlation, count, settings.power)
        weight = torch.zeros(config.video.embedding, len(projection), dtype=torch.float64)
        weight[: projection.shape[1]] = torch.from_numpy(projection.T)
        bias = -weight @ torch.from_numpy(axes.mean)
        tower.load_statistics_projection(weight.float(), bias.float())


@torch.no_grad()
def _of_whole_items(describe: Callable[[Tensor, Tensor], Tensor], items: Timeline) -> Tensor:
    order = items.lengths.argsort()
    parts = []
    for places in torch.split(order, _ITEMS_AT_ONCE):
        longest = int(items.lengths[places].max())
        parts.append(describe(*items.crops(places, torch.zeros_like(places), longest)))
    return torch.cat(parts)[order.argsort()]
