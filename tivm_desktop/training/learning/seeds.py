"""Every draw in training is seeded by what it is for, so that a resumed run draws the same."""

from typing import Literal

import numpy as np
import torch

Purpose = Literal["weights", "batches", "augmentation", "dropout"]
_NUMBERS: dict[Purpose, int] = {"weights": 0, "batches": 1, "augmentation": 2, "dropout": 3}


def seed_of(purpose: Purpose, seed: int, epoch: int = 0, rank: int = 0) -> int:
    """Return a seed for one purpose in one epoch of one process of a run."""
    words = np.random.SeedSequence([seed, _NUMBERS[purpose], epoch, rank]).generate_state(1, np.uint64)
    return int(words[0] >> np.uint64(1))


def generator(
    purpose: Purpose, seed: int, epoch: int = 0, rank: int = 0, device: torch.device | str = "cpu"
) -> torch.Generator:
    """Return a generator seeded by `seed_of`."""
    return torch.Generator(device).manual_seed(seed_of(purpose, seed, epoch, rank))
