"""musicnn without the filters that never move: the same function for a fraction of the arithmetic.

Most filters of the published front end died in training: weight decay took their weights to 1e-9 and less,
so each gives one constant whatever it hears. For which filters that holds is not measured but proved: with
every log-mel value between 0 and 10 (a full-scale square wave reaches 7.2), interval arithmetic bounds what
a filter can give after ReLU and batch norm, and where the bounds are closer than 1e-6, the filter is
replaced by its constant. Of 561 filters, 64 remain with the weights of the Million Song Dataset and 321 with
MagnaTagATune's. The constants go where they were used: into the biases of the dense layer, and into one
constant channel for the first middle layer, as that one pads with zeros in time.

ReLU and batch norm are monotone per channel, so they run after the maximum over the mel bands instead of
before; a channel whose batch norm scale is negative wants the minimum there, and gets it from a negated
filter.
"""

from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional

from tivm_desktop.training.backbones.musicnn import (
    FEATURE_DIM,
    MEL_BANDS,
    MIDDLE_FILTERS,
    TAG_COUNT,
    Affine,
    Musicnn,
    PooledConv,
    TimeConv,
    bias_of,
    pool,
)

HIGHEST_LOG_MEL = 10.0
LARGEST_MOVEMENT = 1e-6


class _LivePooledConv(nn.Module):
    """The moving filters of a `PooledConv`, with ReLU and batch norm behind the maximum."""

    def __init__(self, published: PooledConv, moving: Tensor) -> None:
        super().__init__()
        count = int(moving.sum())
        frames, bands = cast("tuple[int, int]", published.conv.kernel_size)
        self.conv = nn.Conv2d(1, count, (frames, bands))
        self.norm = Affine(count)
        self.norm.scale.copy_(published.norm.scale[moving])
        self.norm.shift.copy_(published.norm.shift[moving])
        self.register_buffer("sign", torch.where(self.norm.scale < 0, -1.0, 1.0))
        self.sign: Tensor
        self.conv.weight.copy_(published.conv.weight[moving] * self.sign.view(-1, 1, 1, 1))
        bias_of(self.conv).copy_(bias_of(published.conv)[moving] * self.sign)
        self.padding = published.padding

    def forward(self, x: Tensor) -> Tensor:
        """(1, 1, F, bands) -> (1, filters, F)."""
        bands_left = MEL_BANDS - self.conv.kernel_size[1] + 1
        highest = functional.max_pool2d(self.conv(functional.pad(x, (0, 0, *self.padding))), (1, bands_left))
        activated: Tensor = self.norm(functional.relu(highest.squeeze(3) * self.sign.view(1, -1, 1)), axis=1)
        return activated


class CondensedMusicnn(nn.Module):
    """The function of `Musicnn`, without its constant filters; same inputs and outputs."""

    def __init__(self, published: Musicnn) -> None:
        super().__init__()
        with torch.no_grad():
            self._condense(published)
        self.eval()

    def _condense(self, published: Musicnn) -> None:
        self.input_norm = published.input_norm
        low, high = (
            float(self.input_norm(torch.tensor([value]), axis=0)) for value in (0.0, HIGHEST_LOG_MEL)
        )
        bounds = [filter_bounds(layer, low, high) for layer in _front_of(published)]
        lowest, highest = (torch.cat(side) for side in zip(*bounds, strict=True))
        moving = highest - lowest > LARGEST_MOVEMENT
        parts = torch.split(moving, [len(side[0]) for side in bounds])
        self.front = nn.ModuleList(
            [_LivePooledConv(layer, part) for layer, part in zip(_front_of(published), parts, strict=True)]
        )
        constants = ((lowest + highest) / 2)[~moving]
        self.middle = nn.ModuleList(
            [_first_middle(published, moving, constants), *list(published.middle)[1:]]
        )
        self._condense_head(published, moving, constants)

    def _condense_head(self, published: Musicnn, moving: Tensor, constants: Tensor) -> None:
        """Fold batch norm and pooled constants (their maximum and mean are alike) into the dense layer."""
        scale, shift = published.pool_norm.scale.double(), published.pool_norm.shift.double()
        weight, bias = published.dense.weight.double(), published.dense.bias.double()
        bias = bias + weight @ shift
        weight = weight * scale
        kept = torch.cat([moving, torch.ones(3 * MIDDLE_FILTERS, dtype=torch.bool)]).repeat_interleave(2)
        self.dense = nn.Linear(int(kept.sum()), FEATURE_DIM)
        self.dense.weight.copy_(weight[:, kept])
        self.dense.bias.copy_(bias + weight[:, ~kept] @ constants.repeat_interleave(2))
        self.dense_norm = published.dense_norm
        self.output = nn.Linear(FEATURE_DIM, TAG_COUNT)
        self.output.load_state_dict(published.output.state_dict())

    def forward(self, mel: Tensor, windows: Tensor) -> tuple[Tensor, Tensor]:
        """Encode a stretch; see `Musicnn.forward`."""
        x = self.input_norm(mel.view(1, 1, -1, MEL_BANDS), axis=1)
        front = torch.cat([layer(x) for layer in self.front], dim=1)
        maps = [front]
        latest = torch.cat([front, torch.ones_like(front[:, :1])], dim=1)
        for layer in self.middle:
            new = layer(latest)
            latest = new if len(maps) == 1 else new + latest
            maps.append(latest)
        flat = pool(torch.cat(maps, dim=1)[0].T[windows])
        features = self.dense_norm(functional.relu(self.dense(flat)), axis=1)
        return features, torch.sigmoid(self.output(features))


def filter_bounds(layer: PooledConv, low: float, high: float) -> tuple[Tensor, Tensor]:
    """Return the lowest and highest value (filters,) each filter can give, inputs between `low` and `high`.

    The sum of what every weight can contribute bounds the convolution; the rest of the layer is monotone.
    """
    weight = layer.conv.weight.double().flatten(1)
    bias = bias_of(layer.conv).double()
    ends = torch.stack([weight * low, weight * high])
    lowest, highest = (bias + ends.amin(0).sum(1)).relu(), (bias + ends.amax(0).sum(1)).relu()
    scale, shift = layer.norm.scale.double(), layer.norm.shift.double()
    sides = torch.stack([lowest * scale + shift, highest * scale + shift])
    return sides.amin(0), sides.amax(0)


def _front_of(published: Musicnn) -> list[PooledConv]:
    return [layer for layer in published.front if isinstance(layer, PooledConv)]


def _first_middle(published: Musicnn, moving: Tensor, constants: Tensor) -> TimeConv:
    """Return the first middle layer over the moving channels and a channel of ones for the rest."""
    old = next(layer for layer in published.middle if isinstance(layer, TimeConv))
    new = TimeConv(int(moving.sum()) + 1, MIDDLE_FILTERS)
    new.norm = old.norm
    weight = old.conv.weight.double()
    rest = torch.einsum("ock,c->ok", weight[:, ~moving], constants)
    new.conv.weight.copy_(torch.cat([weight[:, moving], rest.unsqueeze(1)], dim=1))
    bias_of(new.conv).copy_(bias_of(old.conv))
    return new
