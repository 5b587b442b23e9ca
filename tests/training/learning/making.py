"""Small runs for the tests of learning."""

from typing import Any

import numpy as np
import torch

from tests.training.making import make_archive
from tivm_desktop.training.archives.archive import PairedArchive
from tivm_desktop.training.learning.defaults import config_for
from tivm_desktop.training.learning.loop import TrainingLoop
from tivm_desktop.training.learning.team import Team
from tivm_desktop.training.model.config import RunConfig

SMALL: dict[str, Any] = {
    "tower": {"hidden": 8, "heads": 2, "embedding": 6, "percentiles": [10.0, 50.0, 90.0]},
    "epochs": 4,
    "batch": 8,
    "crops_s": [6.0, 10.0],
    "components": 4,
    "validate_every": 2,
    "window_s": 10.0,
    "windows": 3,
}
STILL: dict[str, Any] = {"noise": 0.0, "time_mask": 0.0, "feature_dropout": 0.0}
NO_DROPOUT: dict[str, Any] = {"dropout": 0.0, "input_dropout": 0.0, "statistics_dropout": 0.0}


def small_config(archive: PairedArchive, **changes: Any) -> RunConfig:  # noqa: ANN401
    """A config of small sizes; `tower` adds to both towers."""
    tower = SMALL["tower"] | changes.pop("tower", {})
    return config_for(archive, changes=SMALL | changes | {"tower": tower})


def still_loop(team: Team, **changes: Any) -> TrainingLoop:  # noqa: ANN401
    """A loop without any chance in its loss, whatever process it is in."""
    archive = make_archive(12, groups=[f"artist{item // 2}" for item in range(12)])
    config = small_config(archive, tower=NO_DROPOUT | changes.pop("tower", {}), **(STILL | changes))
    return TrainingLoop(config, archive, np.arange(12), np.arange(0), team)


ALONE = Team(torch.device("cpu"))
