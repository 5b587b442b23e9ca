"""musicnn (Pons and Serra 2019, "musicnn: pre-trained convolutional neural networks for music tagging").

Log-mel frames in; 200 penultimate features and the probabilities of 50 tags out. The PyPI package `musicnn`
(ISC) holds weights as TensorFlow checkpoints, trained on the Million Song Dataset (`MSD_musicnn`, tags of
Last.fm) and on MagnaTagATune (`MTT_musicnn`). This module is the published network, layer by layer;
`musicnn_condensed` is the same function at a fraction of the cost.

The published network sees patches of 187 frames (3 s), padded with zeros in time. Here the convolutions run
once over a stretch of any length, and the published global pooling runs over windows of it; one window over
all of a patch is the published network. `docs/adr/0011-musicnn-one-pass-per-track.md` has the figures.
"""

from importlib.resources import as_file, files

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from tivm_desktop.training.backbones.tf_checkpoint import Variables, load_checkpoint

MEL_BANDS = 96
PATCH_FRAMES = 187
FEATURE_DIM = 200
TAG_COUNT = 50
WEIGHTS_PACKAGE = "musicnn"
MSD_WEIGHTS, MTT_WEIGHTS = "MSD_musicnn", "MTT_musicnn"

TIMBRAL_FILTERS, TEMPORAL_FILTERS, MIDDLE_FILTERS = 204, 51, 64
_FRONT_KERNELS = (
    # filters, frames, bands
    (TIMBRAL_FILTERS, 7, 38),
    (TIMBRAL_FILTERS, 7, 67),
    (TEMPORAL_FILTERS, 128, 1),
    (TEMPORAL_FILTERS, 64, 1),
    (TEMPORAL_FILTERS, 32, 1),
)
_BATCH_NORM_EPS = 1e-3


class Affine(nn.Module):
    """Batch norm in evaluation mode: `x * scale + shift` along the given axis."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.register_buffer("scale", torch.ones(channels))
        self.register_buffer("shift", torch.zeros(channels))
        self.scale: Tensor
        self.shift: Tensor

    def fill(self, variables: Variables, name: str) -> None:
        """Take over the published statistics of a batch norm."""
        gamma, beta = variables[f"{name}/gamma"], variables[f"{name}/beta"]
        mean, variance = variables[f"{name}/moving_mean"], variables[f"{name}/moving_variance"]
        scale = gamma.astype(np.float64) / np.sqrt(variance.astype(np.float64) + _BATCH_NORM_EPS)
        self.scale.copy_(torch.from_numpy(scale))
        self.shift.copy_(torch.from_numpy(beta - mean * scale))

    def forward(self, x: Tensor, axis: int) -> Tensor:
        """Return the scaled and shifted tensor."""
        shape = [1] * x.dim()
        shape[axis] = -1
        return x * self.scale.view(shape) + self.shift.view(shape)


class PooledConv(nn.Module):
    """Convolution, ReLU, batch norm, maximum over all mel bands; padded with zeros in time."""

    def __init__(self, filters: int, frames: int, bands: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(1, filters, (frames, bands))
        self.norm = Affine(filters)
        self.padding = ((frames - 1) // 2, frames // 2)

    def fill(self, variables: Variables, conv: str, norm: str) -> None:
        """Take over a published convolution and its batch norm."""
        self.norm.fill(variables, norm)
        self.conv.weight.copy_(torch.from_numpy(variables[f"{conv}/kernel"].transpose(3, 2, 0, 1).copy()))
        bias_of(self.conv).copy_(torch.from_numpy(variables[f"{conv}/bias"]))

    def forward(self, x: Tensor) -> Tensor:
        """(1, 1, F, bands) -> (1, filters, F)."""
        x = functional.pad(x, (0, 0, *self.padding))
        activated: Tensor = self.norm(functional.relu(self.conv(x)), axis=1)
        return activated.amax(dim=3)


class TimeConv(nn.Module):
    """Convolution over 7 frames and all channels, ReLU, batch norm: (1, C, F) -> (1, filters, F)."""

    def __init__(self, channels: int, filters: int) -> None:
        super().__init__()
        self.conv = nn.Conv1d(channels, filters, 7, padding=3)
        self.norm = Affine(filters)

    def fill(self, variables: Variables, conv: str, norm: str) -> None:
        """Take over a published convolution and its batch norm."""
        self.norm.fill(variables, norm)
        kernel = variables[f"{conv}/kernel"][:, :, 0, :]
        self.conv.weight.copy_(torch.from_numpy(kernel.transpose(2, 1, 0).copy()))
        bias_of(self.conv).copy_(torch.from_numpy(variables[f"{conv}/bias"]))

    def forward(self, x: Tensor) -> Tensor:
        """Return the new feature map."""
        activated: Tensor = self.norm(functional.relu(self.conv(x)), axis=1)
        return activated


class Musicnn(nn.Module):
    """Log-mel frames of a stretch of music -> penultimate features and tag probabilities per window."""

    def __init__(self) -> None:
        super().__init__()
        self.input_norm = Affine(1)
        self.front = nn.ModuleList([PooledConv(*kernel) for kernel in _FRONT_KERNELS])
        channels = 2 * TIMBRAL_FILTERS + 3 * TEMPORAL_FILTERS
        self.middle = nn.ModuleList(
            [TimeConv(inputs, MIDDLE_FILTERS) for inputs in (channels, MIDDLE_FILTERS, MIDDLE_FILTERS)]
        )
        pooled = 2 * (channels + 3 * MIDDLE_FILTERS)
        self.pool_norm = Affine(pooled)
        self.dense = nn.Linear(pooled, FEATURE_DIM)
        self.dense_norm = Affine(FEATURE_DIM)
        self.output = nn.Linear(FEATURE_DIM, TAG_COUNT)

    def fill(self, variables: Variables) -> None:
        """Take over the variables of a published checkpoint."""
        with torch.no_grad():
            self.input_norm.fill(variables, "batch_normalization")
            for number, layer in enumerate([*self.front, *self.middle]):
                suffix = f"_{number}" if number else ""
                layer.fill(variables, f"conv2d{suffix}", f"batch_normalization_{number + 1}")
            self.pool_norm.fill(variables, "batch_normalization_9")
            self.dense_norm.fill(variables, "batch_normalization_10")
            for linear, name in ((self.dense, "dense"), (self.output, "dense_1")):
                linear.weight.copy_(torch.from_numpy(variables[f"{name}/kernel"].T.copy()))
                linear.bias.copy_(torch.from_numpy(variables[f"{name}/bias"]))

    def forward(self, mel: Tensor, windows: Tensor) -> tuple[Tensor, Tensor]:
        """Encode a stretch.

        Args:
            mel: (F, 96) float32, `log10(1 + 10000 * power)`, one row per 256 samples at 16 kHz.
            windows: (R, W) int64, the frames that are pooled into each output row.

        Returns:
            Penultimate features (R, 200) and tag probabilities (R, 50).
        """
        x = self.input_norm(mel.view(1, 1, -1, MEL_BANDS), axis=1)
        maps = [torch.cat([layer(x) for layer in self.front], dim=1)]
        for layer in self.middle:
            new = layer(maps[-1])
            maps.append(new if len(maps) == 1 else new + maps[-1])
        flat = self.pool_norm(pool(torch.cat(maps, dim=1)[0].T[windows]), axis=1)
        features = self.dense_norm(functional.relu(self.dense(flat)), axis=1)
        return features, torch.sigmoid(self.output(features))


def pool(patches: Tensor) -> Tensor:
    """(R, W, C) -> (R, 2C): maximum and mean over W, interleaved per channel as TensorFlow flattened them."""
    return torch.stack([patches.amax(dim=1), patches.mean(dim=1)], dim=2).flatten(1)


def bias_of(layer: nn.Conv1d | nn.Conv2d) -> Tensor:
    """Return the bias of a convolution that has one."""
    if layer.bias is None:
        raise TypeError("this convolution has no bias")
    return layer.bias


def load_musicnn(weights: str = MSD_WEIGHTS) -> Musicnn:
    """Return the network with weights that the installed package `musicnn` holds, in evaluation mode.

    Args:
        weights: `MSD_WEIGHTS` or `MTT_WEIGHTS`, the checkpoint's folder inside the package.

    Raises:
        ModuleNotFoundError: the package `musicnn` is not installed.
        PackError: its checkpoint is damaged.
    """
    with as_file(files(WEIGHTS_PACKAGE).joinpath(weights)) as folder:
        variables = load_checkpoint(folder)
    network = Musicnn()
    network.fill(variables)
    return network.eval()
