"""What is done to a crop so that no network learns it by heart."""

import torch
from torch import Tensor

from tivm_desktop.training.model.config import RunConfig


def augmented(rows: Tensor, mask: Tensor, config: RunConfig, draw: torch.Generator) -> tuple[Tensor, Tensor]:
    """Return crops with noise, features left out and a stretch of time hidden.

    Args:
        rows: (B, T, D) standardised rows.
        mask: (B, T), the rows that count first, padding after them.
        config: whose `noise`, `feature_dropout` and `time_mask` hold.
        draw: generator on the rows' device.

    Returns:
        New rows and the new mask; at least one row of each item still counts.
    """
    batch, length, width = rows.shape
    if config.noise:
        noise = torch.randn(rows.shape, generator=draw, device=rows.device)
        rows = torch.add(rows, noise, alpha=config.noise)
    if config.feature_dropout:
        kept = torch.rand((batch, 1, width), generator=draw, device=rows.device) >= config.feature_dropout
        rows = rows * kept
    if config.time_mask:
        share, place = torch.rand((2, batch, 1), generator=draw, device=rows.device)
        count = mask.sum(1, keepdim=True)
        hidden = (share * config.time_mask * count).floor()
        begin = (place * (count - hidden + 1)).floor()
        time = torch.arange(length, device=rows.device)
        mask = mask & ~((time >= begin) & (time < begin + hidden))
    return rows, mask
