"""What a tower learns from the training items before the first step: the scale of its columns."""

import numpy as np
import torch
from numpy.typing import NDArray

from tivm_desktop.training.archives.archive import PairedArchive, Side
from tivm_desktop.training.learning.timeline import Timeline, timeline
from tivm_desktop.training.learning.windows import windows_of
from tivm_desktop.training.model.config import RunConfig
from tivm_desktop.training.model.tower import Tower


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
