"""AdamW, its learning rate over time, and weights averaged over steps."""

import math
import re

import torch
from torch import nn

from tivm_desktop.training.model.config import RunConfig

_STATISTICS = re.compile(r"skip\.(narrow|project)\.")


def adamw(module: nn.Module, config: RunConfig) -> torch.optim.AdamW:
    """Return the optimiser.

    Matrices decay, while norms, biases, gates and the temperature don't. Each group's `share` says which
    part of the learning rate is its own.
    """
    learned = [(name, one) for name, one in module.named_parameters() if one.requires_grad]
    groups = []
    for is_matrix in (True, False):
        for of_statistics in (True, False):
            chosen = [
                one
                for name, one in learned
                if (one.ndim > 1) == is_matrix and (_STATISTICS.search(name) is not None) == of_statistics
            ]
            decay, share = (
                config.weight_decay if is_matrix else 0.0,
                config.statistics_lr if of_statistics else 1.0,
            )
            groups.append({"params": chosen, "weight_decay": decay, "share": share})
    return torch.optim.AdamW([group for group in groups if group["params"]], lr=config.lr)


def learning_rate(config: RunConfig, step: int, steps: int) -> float:
    """Return the rate of step `step` of `steps`: a straight rise, then half a cosine down to zero."""
    rise = round(config.warmup * steps)
    if step < rise:
        return config.lr * (step + 1) / rise
    return config.lr * (1 + math.cos(math.pi * (step - rise) / max(steps - rise, 1))) / 2


@torch.no_grad()
def average_into(averaged: nn.Module, module: nn.Module, decay: float, step: int) -> None:
    """Move averaged weights towards the module's; the decay is smaller in the first steps."""
    kept = min(decay, (1 + step) / (10 + step))
    for old, new in zip(averaged.parameters(), module.parameters(), strict=True):
        old.lerp_(new, 1 - kept)
