"""Whole items by windows of one length, so that an embedding does not tell how long its item is."""

from collections.abc import Iterator

import torch
from torch import Tensor
from torch.nn import functional

from tivm_desktop.training.learning.timeline import Timeline
from tivm_desktop.training.model.config import RunConfig
from tivm_desktop.training.model.tower import Tower

_ITEMS_AT_ONCE = 64


def window_starts(lengths: Tensor, window: int, count: int) -> Tensor:
    """Return (n, count) first rows of windows spread evenly from an item's beginning to its end."""
    if count == 1:
        return ((lengths - window).clamp(min=0) // 2).unsqueeze(1)
    places = torch.arange(count, device=lengths.device) / (count - 1)
    return ((lengths - window).clamp(min=0).unsqueeze(1) * places).round().long()


def windows_of(items: Timeline, config: RunConfig) -> Iterator[tuple[Tensor, Tensor, int]]:
    """Yield the windows of a few items at a time.

    Yields:
        (b * W, T, D) rows, item after item, their (b * W, T) mask, and W: the config's `windows`, or 1 where
        no item is longer than one window.
    """
    places = torch.arange(len(items.lengths), device=items.rows.device)
    for chunk in torch.split(places, _ITEMS_AT_ONCE):
        lengths = items.lengths[chunk]
        longest = int(lengths.max())
        window = min(round(config.window_s * config.rate_hz) or longest, longest)
        count = config.windows if window < longest else 1
        starts = window_starts(lengths, window, count).flatten()
        yield *items.crops(chunk.repeat_interleave(count), starts, window), count


@torch.no_grad()
def embed_items(tower: Tower, items: Timeline, config: RunConfig, *, standardised: bool) -> Tensor:
    """Return (S, E) unit embeddings: the direction of the mean of the windows' embeddings.

    Args:
        tower: of the side; dropout is off while it is used.
        items: S sequences.
        config: whose `window_s` and `windows` hold.
        standardised: whether the rows are standardised already.
    """
    training = tower.training
    tower.eval()
    embed = tower.embed if standardised else tower.forward
    parts = [
        embed(rows, mask).view(len(rows) // count, count, -1).mean(1)
        for rows, mask, count in windows_of(items, config)
    ]
    tower.train(training)
    return functional.normalize(torch.cat(parts), dim=-1)
