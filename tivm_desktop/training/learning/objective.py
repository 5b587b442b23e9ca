"""The loss a config names, of one batch."""

import torch
from torch import Tensor

from tivm_desktop.training.model import losses
from tivm_desktop.training.model.config import RunConfig


def objective(
    config: RunConfig,
    video: Tensor,
    music: Tensor,
    log_temperature: Tensor,
    groups: Tensor,
    features: tuple[Tensor, Tensor],
) -> Tensor:
    """Return the loss of B pairs.

    Args:
        config: whose `loss` and its settings hold.
        video: (B, E) unit rows.
        music: (B, E) unit rows, row i belonging to video i.
        log_temperature: of InfoNCE.
        groups: (B,) int64; items of one group are not each other's negatives.
        features: (B, Dv) and (B, Dm), what the towers were given, one row an item, for VM-NET's structure.
    """
    own = torch.eye(len(groups), dtype=torch.bool, device=groups.device)
    ignore = (groups.unsqueeze(1) == groups.unsqueeze(0)) & ~own
    if config.loss == "infonce":
        return losses.info_nce(video @ music.T, log_temperature, ignore)
    if config.loss == "triplet":
        semi_hard = config.negatives == "semi-hard"
        return losses.triplet(video @ music.T, ignore, config.margin, semi_hard=semi_hard)
    return losses.vmnet(video, music, *features, ignore, config.margin, config.structure)
