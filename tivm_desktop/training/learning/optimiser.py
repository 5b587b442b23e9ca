"""AdamW, its learning rate over time, and weights averaged over steps."""

import math

import torch
from torch import nn

from tivm_desktop.training.model.config import RunConfig


def adamw(module: nn.Module, config: RunConfig) -> torch.optim.AdamW:
    """Return the optimiser; matrices decay, while norms, biases, gates and the temperature don't."""
    learned = [parameter for parameter in module.parameters() if parameter.requires_grad]
    return torch.optim.AdamW(
        [
            {"params": [one for one in learned if one.ndim > 1], "weight_decay": config.weight_decay},
            {"params": [one for one in learned if one.ndim <= 1], "weight_decay": 0.0},
        ],
        lr=config.lr,
    )


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
