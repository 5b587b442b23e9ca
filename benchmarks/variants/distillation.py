"""Several runs distilled into one: a pair of towers learns the mean of their similarities."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from tivm_desktop.domain.arrays import Float64Array, IntArray
from tivm_desktop.training.archives.archive import PairedArchive
from tivm_desktop.training.evaluation.judging import Scorer
from tivm_desktop.training.learning.fitting import fitted
from tivm_desktop.training.learning.loop import TrainingLoop
from tivm_desktop.training.learning.run import Run
from tivm_desktop.training.learning.team import Team
from tivm_desktop.training.model.config import RunConfig

_ALONE = Team(torch.device("cpu"))


def mean_similarity(
    scorers: Sequence[Scorer], archive: PairedArchive, video_items: IntArray, music_items: IntArray
) -> Float64Array:
    """Return the mean of several scorers' similarities, `(Q, P)`."""
    said = [one.similarity(archive, video_items, music_items) for one in scorers]
    return np.asarray(np.mean(said, axis=0), np.float64)


def distillation(similarity: Tensor, taught: Tensor) -> Tensor:
    """Return how far a batch's similarities are from the teachers'.

    I. Croitoru et al., "TeachText: CrossModal Generalized Distillation for Text-Video Retrieval", ICCV 2021
    (arXiv 2104.08271): the Huber loss between the similarity matrices of a batch, summed over each row's
    candidates, averaged over rows.

    Args:
        similarity: (B, B) cosines, video by music.
        taught: (B, B), the mean of the teachers' for the same items.
    """
    return functional.smooth_l1_loss(similarity, taught, reduction="sum") / len(similarity)


class DistillationLoop(TrainingLoop):
    """A run's loop whose loss has the distance from teachers beside the config's own loss."""

    def __init__(
        self,
        config: RunConfig,
        archive: PairedArchive,
        train_items: IntArray,
        taught: NDArray[np.floating],
        weight: float,
    ) -> None:
        """Make a config's towers. `taught` is (n, n), the teachers' similarities of the training items."""
        super().__init__(config, archive, train_items, np.zeros(0, dtype=np.int64), _ALONE)
        self._taught, self._weight = torch.from_numpy(np.asarray(taught, np.float32)), weight

    def objective(
        self,
        items: Tensor,
        video: Tensor,
        music: Tensor,
        log_temperature: Tensor,
        features: tuple[Tensor, Tensor],
    ) -> Tensor:
        """Return the loss of the (B, E) embeddings of (B,) training items."""
        own = super().objective(items, video, music, log_temperature, features)
        return own + self._weight * distillation(video @ music.T, self._taught[items][:, items])


def distilled(
    config: RunConfig,
    archive: PairedArchive,
    train_items: IntArray,
    teachers: Sequence[Scorer],
    folder: Path,
    weight: float = 1.0,
) -> Run:
    """Train one pair of towers to rank as several do together, all epochs.

    Args:
        config: of the run.
        archive: with at least the config's columns.
        train_items: `(n,)`, what the teachers were trained on.
        teachers: whose mean similarity is learned.
        folder: that the run is named by; nothing is written.
        weight: of the distance from the teachers beside the config's own loss.

    Raises:
        RunError: the archive does not fit the config.
    """
    seen = fitted(archive, config, folder)
    taught = mean_similarity(teachers, archive, train_items, train_items)
    with torch.random.fork_rng([]):
        loop = DistillationLoop(config, seen, train_items, taught, weight)
        while not loop.over:
            loop.epoch()
    return Run(folder, config, loop.finished())
