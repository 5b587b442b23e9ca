"""Small towers and sequences for the tests of the model."""

from typing import Any

import torch
from torch import Tensor

from tivm_desktop.training.model.config import ColumnConfig, TowerConfig
from tivm_desktop.training.model.tower import Tower

COLUMNS = (ColumnConfig("picture", 5), ColumnConfig("cuts", 2, "log1p"))
WIDTH = 7


def tower_config(**changes: object) -> TowerConfig:
    """A tower config of small sizes."""
    sizes: dict[str, Any] = {"columns": COLUMNS, "hidden": 16, "heads": 2, "embedding": 8, "stride_s": 1}
    return TowerConfig(**(sizes | changes))


def made_tower(**changes: object) -> Tower:
    """A tower with seeded weights and settled standardisation, ready to embed."""
    torch.manual_seed(1)
    tower = Tower(tower_config(**changes))
    rows = sequences(30, 40, seed=2)
    mask = torch.ones(30, 40, dtype=torch.bool)
    tower.set_standardisation(rows.flatten(0, 1))
    if tower.skip is not None:
        tower.set_statistics_standardisation(tower.statistics(tower.standardise(rows), mask))
    return tower.eval()


def sequences(count: int, length: int, *, seed: int = 0, width: int = WIDTH) -> Tensor:
    """Raw rows, (count, length, width): each sequence about its own level."""
    draw = torch.Generator().manual_seed(seed)
    level = torch.randn(count, 1, width, generator=draw)
    return 3 + level + torch.randn(count, length, width, generator=draw)
