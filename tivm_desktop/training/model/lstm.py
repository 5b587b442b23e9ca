"""LSTMs over time that run both ways, know no padding, and can be exported with any number of rows."""

import torch
from torch import Tensor, nn

from tivm_desktop.training.model.dropout import Dropout

_WEIGHTS = ("weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0")


class BidirectionalLstm(nn.Module):
    """LSTM layers from the front and from the last row that counts, joined and added to their input.

    The second ones get the rows turned round, so that padding never comes before what counts and no packing
    is needed, which ONNX doesn't know.
    """

    def __init__(self, hidden: int, layers: int, dropout: float) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(hidden)
        self.ahead = nn.ModuleList(Lstm(hidden) for _ in range(layers))
        self.behind = nn.ModuleList(Lstm(hidden) for _ in range(layers))
        self.join = nn.Linear(2 * hidden, hidden)
        self.dropout = Dropout(dropout)

    def forward(self, rows: Tensor, mask: Tensor) -> Tensor:
        """Return (B, T, H) encoded rows."""
        turning = _turning(mask).unsqueeze(-1).expand_as(rows)
        ahead = self.norm(rows) * mask.unsqueeze(-1)
        behind = ahead.gather(1, turning)
        for layer in self.ahead:
            ahead = layer(ahead)
        for layer in self.behind:
            behind = layer(behind)
        joined: Tensor = self.join(torch.cat([ahead, behind.gather(1, turning)], dim=-1))
        result: Tensor = rows + self.dropout(joined)
        return result


def _turning(mask: Tensor) -> Tensor:
    """Return (B, T) places that turn each sequence round up to its last row that counts."""
    time = torch.arange(mask.shape[1], device=mask.device)
    last = (time * mask).amax(1, keepdim=True)
    return torch.where(time <= last, last - time, time)


class Lstm(nn.LSTM):
    """One LSTM layer of equal input and output, (B, T, H) to (B, T, H).

    In an ONNX export it is ONNX's own LSTM; tracing torch's would fix the number of rows.
    """

    def __init__(self, hidden: int) -> None:
        super().__init__(hidden, hidden, batch_first=True)

    def forward(self, rows: Tensor) -> Tensor:  # type: ignore[override]
        """Return the layer's output at every row."""
        if not torch.onnx.is_in_onnx_export():
            encoded: Tensor = super().forward(rows)[0]
            return encoded
        batch, length, hidden = rows.shape
        into, across, *biases = (_as_onnx(getattr(self, name)) for name in _WEIGHTS)
        result = torch.onnx.ops.symbolic(
            "LSTM",
            (rows.transpose(0, 1), into.unsqueeze(0), across.unsqueeze(0), torch.cat(biases).unsqueeze(0)),
            attrs={"hidden_size": hidden},
            dtype=rows.dtype,
            shape=(length, 1, batch, hidden),
        )
        return result.squeeze(1).transpose(0, 1)


def _as_onnx(gates: Tensor) -> Tensor:
    """Return torch's gates (input, forget, cell, output) in ONNX's order (input, output, forget, cell)."""
    size = len(gates) // 4
    return torch.cat([gates[:size], gates[3 * size :], gates[size : 3 * size]])
