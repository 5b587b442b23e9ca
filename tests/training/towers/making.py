"""Runs that nobody trained: towers with seeded weights that know the scale of an archive."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save

from tests.training.making import make_archive
from tivm_desktop.training.archives.archive import PairedArchive, Side
from tivm_desktop.training.learning.defaults import config_for
from tivm_desktop.training.learning.run import CONFIG_FILE, DATA_FILE, FIGURES_FILE, MODEL_FILE, Run
from tivm_desktop.training.model.tower import Tower
from tivm_desktop.training.model.two_towers import TwoTowers

COLUMNS: dict[str, dict[str, int]] = {
    "video": {"motion": 1, "scene_offset": 1},
    "music": {"loudness": 1, "note_density": 1},
}
SMALL = {"hidden": 8, "heads": 2, "embedding": 3, "percentiles": [10, 50, 90]}
PLAIN = {"encoder": "mean", "pooling": "mean", "statistics_skip": False}
"""Changes for towers that torch turns into a file in a third of the time, where they are not the matter."""


def paired(
    items: int = 8,
    video: Mapping[str, int] = COLUMNS["video"],
    music: Mapping[str, int] = COLUMNS["music"],
) -> PairedArchive:
    """An archive with columns that files give, or others."""
    return make_archive(items, shortest=6, longest=25, video=video, music=music)


def untrained(folder: Path, archive: PairedArchive, **changes: Any) -> Run:  # noqa: ANN401 - JSON
    """A run for all columns of an archive, in a folder as training leaves it."""
    settings = {"window_s": 10.0, "windows": 3, **changes, "tower": SMALL | changes.pop("tower", {})}
    config = config_for(archive, changes=settings)
    torch.manual_seed(0)
    towers = TwoTowers(config).eval()
    with torch.no_grad():
        for parameter in towers.parameters():
            parameter.add_(0.3 * torch.randn(parameter.shape))
    scale(towers.video, archive, "video")
    scale(towers.music, archive, "music")
    folder.mkdir(parents=True)
    (folder / CONFIG_FILE).write_text(json.dumps(config.to_json()))
    (folder / MODEL_FILE).write_bytes(save(towers.state_dict()))
    (folder / DATA_FILE).write_text(json.dumps({"archive": "made_up.npz", "digest": "0"}))
    (folder / FIGURES_FILE).write_text(json.dumps({"epochs": 3, "validation_auc": 0.75, "parameters": {}}))
    return Run(folder, config, towers)


@torch.no_grad()
def scale(tower: Tower, archive: PairedArchive, side: Side) -> None:
    """Set a tower's standardisations from an archive's items."""
    items = [torch.from_numpy(archive.rows(side, item)) for item in range(len(archive))]
    tower.set_standardisation(torch.cat(items))
    if tower.skip is not None:
        described = [
            tower.statistics(tower.standardise(rows).unsqueeze(0), torch.ones(1, len(rows), dtype=torch.bool))
            for rows in items
        ]
        tower.set_statistics_standardisation(torch.cat(described))
