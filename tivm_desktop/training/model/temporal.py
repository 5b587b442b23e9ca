"""Temporal encoders: (B, T, H) rows and their (B, T) mask to (B, T, H) rows.

What a row becomes depends on other rows and on how far away they are, never on the length of the sequence or
on where in it the row lies.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional

from tivm_desktop.training.model.config import TowerConfig
from tivm_desktop.training.model.dropout import Dropout
from tivm_desktop.training.model.lstm import BidirectionalLstm

_LONGEST_WAVE = 1000.0


class Unordered(nn.Module):
    """No temporal encoder: the rows as they are."""

    def forward(self, rows: Tensor, mask: Tensor) -> Tensor:  # noqa: ARG002
        """Return the rows."""
        return rows


class Transformer(nn.Module):
    """Pre-norm transformer layers with rotary positions (Su et al. 2021, arXiv 2104.09864).

    Turning queries and keys by their time makes attention a function of time differences only.
    """

    def __init__(self, config: TowerConfig) -> None:
        super().__init__()
        self.layers = nn.ModuleList(TransformerLayer(config) for _ in range(config.encoder_layers))
        self.norm = nn.LayerNorm(config.hidden)
        half = config.hidden // config.heads // 2
        rates = _LONGEST_WAVE ** (-torch.arange(half, dtype=torch.float32) / half)
        self.rates: Tensor
        self.register_buffer("rates", rates, persistent=False)

    def forward(self, rows: Tensor, mask: Tensor) -> Tensor:
        """Return the encoded rows."""
        angles = torch.arange(rows.shape[1], device=rows.device, dtype=rows.dtype).unsqueeze(1) * self.rates
        turn = (angles.cos(), angles.sin())
        for layer in self.layers:
            rows = layer(rows, mask, turn)
        result: Tensor = self.norm(rows)
        return result


class TransformerLayer(nn.Module):
    """Attention over time, then two linear layers, each added to its input."""

    def __init__(self, config: TowerConfig) -> None:
        super().__init__()
        hidden, inner = config.hidden, config.hidden * config.feed_forward
        self.heads = config.heads
        self.attention_norm = nn.LayerNorm(hidden)
        self.to_attention = nn.Linear(hidden, 3 * hidden)
        self.from_attention = nn.Linear(hidden, hidden)
        self.feed_forward = nn.Sequential(
            nn.LayerNorm(hidden),
            nn.Linear(hidden, inner),
            nn.GELU(),
            Dropout(config.dropout),
            nn.Linear(inner, hidden),
        )
        self.dropout = Dropout(config.dropout)

    def forward(self, rows: Tensor, mask: Tensor, turn: tuple[Tensor, Tensor]) -> Tensor:
        """Return the rows after this layer. `turn` holds cosines and sines, each (T, size of a head / 2)."""
        batch, length, hidden = rows.shape
        parts = self.to_attention(self.attention_norm(rows)).view(
            batch, length, 3, self.heads, hidden // self.heads
        )
        query, key, value = parts.permute(2, 0, 3, 1, 4).unbind(0)
        attended = functional.scaled_dot_product_attention(
            _turned(query, turn),
            _turned(key, turn),
            value,
            attn_mask=mask[:, None, None, :],
        )
        rows = rows + self.dropout(
            self.from_attention(attended.transpose(1, 2).reshape(batch, length, hidden))
        )
        result: Tensor = rows + self.dropout(self.feed_forward(rows))
        return result


def _turned(rows: Tensor, turn: tuple[Tensor, Tensor]) -> Tensor:
    """Return (B, heads, T, size) rows turned in the planes of their first and second halves."""
    cosine, sine = turn
    first, second = rows.chunk(2, dim=-1)
    return torch.cat([first * cosine - second * sine, second * cosine + first * sine], dim=-1)


def temporal_encoder(config: TowerConfig) -> nn.Module:
    """Return the temporal encoder the config names."""
    if config.encoder == "lstm":
        return BidirectionalLstm(config.hidden, config.encoder_layers, config.dropout)
    return Transformer(config) if config.encoder == "transformer" else Unordered()
