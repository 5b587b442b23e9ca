"""Video and music in one space."""

import math

import torch
from torch import Tensor, nn

from tivm_desktop.training.model.config import RunConfig
from tivm_desktop.training.model.tower import Tower


class TwoTowers(nn.Module):
    """The towers of both sides and the temperature of their loss."""

    def __init__(self, config: RunConfig) -> None:
        super().__init__()
        self.video = Tower(config.video, config.rate_hz)
        self.music = Tower(config.music, config.rate_hz)
        self.log_temperature = nn.Parameter(torch.tensor(math.log(config.temperature)))
        self.log_temperature.requires_grad_(config.loss == "infonce")

    def forward(
        self,
        video: Tensor,
        video_mask: Tensor,
        music: Tensor,
        music_mask: Tensor,
        described: tuple[Tensor | None, Tensor | None] = (None, None),
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Return both sides' unit embeddings, (B, E), and the temperature's logarithm.

        Args:
            video: (B, T, Dv) rows, standardised already.
            video_mask: (B, T), True where a row counts.
            music: (B, T', Dm) rows, standardised already.
            music_mask: (B, T').
            described: both sides' scaled statistics in place of those of the rows; see `Tower.embed`.
        """
        return (
            self.video.embed(video, video_mask, described[0]),
            self.music.embed(music, music_mask, described[1]),
            self.log_temperature,
        )
