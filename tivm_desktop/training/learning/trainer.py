"""Training two towers, from an archive to a run."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from tivm_desktop.domain.errors import RunError
from tivm_desktop.training.archives.archive import PairedArchive
from tivm_desktop.training.learning.fitting import data_identity, fitted
from tivm_desktop.training.learning.loop import TrainingLoop
from tivm_desktop.training.learning.record import CHECKPOINT_FILE, RunRecord
from tivm_desktop.training.learning.run import Run, is_finished, read_weights, run_with
from tivm_desktop.training.learning.team import Team
from tivm_desktop.training.model.config import RunConfig

EpochListener = Callable[[dict[str, Any]], None]
"""Called after each epoch with the line of `metrics.jsonl` that it gave."""

ALONE = Team(torch.device("cpu"))


def train(
    config: RunConfig,
    archive: PairedArchive,
    out: Path,
    *,
    train_items: NDArray[np.int64],
    validation_items: NDArray[np.int64],
    team: Team = ALONE,
    progress: EpochListener | None = None,
) -> Run:
    """Train, or go on training, or return the run that is in the folder already.

    The weights kept are those of the best validation; without validation items, the last ones. The same call
    after a kill at any moment gives the same weights, on the CPU with the same number of threads bit for bit.

    Args:
        config: of the run.
        archive: with at least the config's columns.
        out: the run's folder, made where it is missing.
        train_items: (n,) indices into the archive.
        validation_items: (m,) indices, none of them trained on; fewer than two validate nothing.
        team: the device, and the processes that train together. All call this with the same arguments.
        progress: hears of each epoch, in the leading process.

    Raises:
        RunError: the folder holds another run or can't be written to, or the archive does not fit the config.
    """
    seen = fitted(archive, config, out)
    if len(train_items) < 2 * team.size:
        raise RunError(
            out, f"{len(train_items)} items are too few to train {out} on; add items to the archive."
        )
    data = data_identity(seen, train_items, validation_items)
    record = RunRecord(out, config, data) if team.leads else None
    weights = team.told(read_weights(out) if record is not None and is_finished(out) else None)
    if weights is not None:
        return run_with(out, config, weights, team.device)
    with torch.random.fork_rng([team.device] if team.device.type == "cuda" else []):
        loop = TrainingLoop(config, seen, train_items, validation_items, team)
        _go_on(loop, record, out)
        while not loop.over:
            metrics = loop.epoch()
            if record is not None:
                record.epoch_done(metrics, loop.checkpoint())
                if progress is not None:
                    progress(metrics)
    towers = loop.finished()
    if record is not None:
        record.finish(towers.state_dict(), loop.figures(record.metrics()))
    return Run(out, config, towers, team.device)


def _go_on(loop: TrainingLoop, record: RunRecord | None, out: Path) -> None:
    content = loop.team.told(record.checkpoint() if record is not None else None)
    if content is not None:
        try:
            loop.resume(content)
        except ValueError as error:
            path = out / CHECKPOINT_FILE
            raise RunError(path, f"{path} is damaged; delete {out} and train again.") from error
    if record is not None:
        record.forget_after(loop.standing.epoch)
