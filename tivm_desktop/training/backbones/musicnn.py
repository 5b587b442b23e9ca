"""musicnn (Pons and Serra 2019, "musicnn: pre-trained convolutional neural networks for music audio tagging").

Log-mel frames in, per second 200 penultimate features and the probabilities of 50 Last.fm tags of the Million
Song Dataset out. Weights: the TensorFlow checkpoint `MSD_musicnn` inside the PyPI package `musicnn` (ISC).

The published network sees patches of 187 frames (3 s) and pads each with zeros in time. Here the convolutions
run once over a whole stretch of the track, and the published global pooling runs over windows of that
stretch, so that one row a second costs no more than one patch every three seconds; a window that is the whole
stretch is the published network exactly. `docs/adr/0011-musicnn-in-one-pass.md` has the figures.
"""

from importlib.resources import as_file, files

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from tivm_desktop.training.backbones.tf_checkpoint import Variables, load_checkpoint

MEL_BANDS = 96
PATCH_FRAMES = 187
FEATURE_DIM = 200
WEIGHTS_PACKAGE = "musicnn"
WEIGHTS_FOLDER = "MSD_musicnn"
TAGS = (
    "rock", "pop", "alternative", "indie", "electronic", "female vocalists", "dance", "00s", "alternative rock",
    "jazz", "beautiful", "metal", "chillout", "male vocalists", "classic rock", "soul", "indie rock", "mellow",
    "electronica", "80s", "folk", "90s", "chill", "instrumental", "punk", "oldies", "blues", "hard rock", "ambient",
    "acoustic", "experimental", "female vocalist", "guitar", "hip-hop", "70s", "party", "country", "easy listening",
    "sexy", "catchy", "funk", "electro", "heavy metal", "progressive rock", "60s", "rnb", "indie pop", "sad", "house",
    "happy",
)  # fmt: skip
"""The 50 tags in the order of the network's outputs (`musicnn.configuration.MSD_LABELS`, in lower case)."""

_BATCH_NORM_EPS = 1e-3
_TIMBRAL_KERNELS = (38, 67)
_TEMPORAL_KERNELS = (128, 64, 32)
_TIMBRAL_FILTERS, _TEMPORAL_FILTERS, _DENSE_FILTERS = 204, 51, 64


class _Affine(nn.Module):
    """Batch norm in evaluation mode: `x * scale + shift` along the given axis."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.register_buffer("scale", torch.ones(channels))
        self.register_buffer("shift", torch.zeros(channels))
        self.scale: Tensor
        self.shift: Tensor

    def fill(self, variables: Variables, name: str) -> None:
        gamma, beta = variables[f"{name}/gamma"], variables[f"{name}/beta"]
        mean, variance = variables[f"{name}/moving_mean"], variables[f"{name}/moving_variance"]
        scale = gamma.astype(np.float64) / np.sqrt(variance.astype(np.float64) + _BATCH_NORM_EPS)
        self.scale.copy_(torch.from_numpy(scale))
        self.shift.copy_(torch.from_numpy(beta - mean * scale))

    def forward(self, x: Tensor, axis: int) -> Tensor:
        shape = [1] * x.dim()
        shape[axis] = -1
        return x * self.scale.view(shape) + self.shift.view(shape)


class _PooledConv(nn.Module):
    """Convolution, ReLU, batch norm and the maximum over all mel bands.

    ReLU and batch norm are monotone per channel, so they run after the maximum, on one value in place of up to
    96. Channels with a negative batch norm scale want the minimum: their filters are negated, which turns it
    into a maximum, and turned back afterwards.
    """

    def __init__(self, filters: int, frames: int, bands: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(1, filters, (frames, bands))
        self.norm = _Affine(filters)
        self.register_buffer("sign", torch.ones(filters))
        self.sign: Tensor
        self.context = ((frames - 1) // 2, frames // 2)

    def fill(self, variables: Variables, conv: str, norm: str) -> None:
        self.norm.fill(variables, norm)
        self.sign.copy_(torch.where(self.norm.scale < 0, -1.0, 1.0))
        _fill_conv(self.conv, variables, conv)
        self.conv.weight.mul_(self.sign.view(-1, 1, 1, 1))
        _bias(self.conv).mul_(self.sign)

    def forward(self, x: Tensor) -> Tensor:
        """(1, 1, F, bands) -> (1, filters, F)."""
        before, after = self.context
        peak = self.conv(functional.pad(x, (0, 0, before, after))).amax(dim=3)
        return self.norm(functional.relu(peak * self.sign.view(1, -1, 1)), axis=1)


class _TimeConv(nn.Module):
    """Convolution over 7 frames and all channels, ReLU, batch norm: (1, C, F) -> (1, filters, F)."""

    def __init__(self, channels: int, filters: int) -> None:
        super().__init__()
        self.conv = nn.Conv1d(channels, filters, 7, padding=3)
        self.norm = _Affine(filters)

    def fill(self, variables: Variables, conv: str, norm: str) -> None:
        self.norm.fill(variables, norm)
        kernel = variables[f"{conv}/kernel"][:, :, 0, :]
        self.conv.weight.copy_(torch.from_numpy(kernel.transpose(2, 1, 0).copy()))
        _bias(self.conv).copy_(torch.from_numpy(variables[f"{conv}/bias"]))

    def forward(self, x: Tensor) -> Tensor:
        return self.norm(functional.relu(self.conv(x)), axis=1)


class Musicnn(nn.Module):
    """Log-mel frames of a stretch of music -> penultimate features and tag probabilities per window."""

    def __init__(self) -> None:
        super().__init__()
        self.input_norm = _Affine(1)
        timbral = [_PooledConv(_TIMBRAL_FILTERS, 7, bands) for bands in _TIMBRAL_KERNELS]
        temporal = [_PooledConv(_TEMPORAL_FILTERS, frames, 1) for frames in _TEMPORAL_KERNELS]
        self.front = nn.ModuleList([*timbral, *temporal])
        channels = 2 * _TIMBRAL_FILTERS + 3 * _TEMPORAL_FILTERS
        self.middle = nn.ModuleList(
            [
                _TimeConv(channels, _DENSE_FILTERS),
                *(_TimeConv(_DENSE_FILTERS, _DENSE_FILTERS) for _ in range(2)),
            ]
        )
        pooled = 2 * (channels + 3 * _DENSE_FILTERS)
        self.pool_norm = _Affine(pooled)
        self.dense = nn.Linear(pooled, FEATURE_DIM)
        self.dense_norm = _Affine(FEATURE_DIM)
        self.output = nn.Linear(FEATURE_DIM, len(TAGS))

    def fill(self, variables: Variables) -> None:
        """Take over the variables of a published musicnn checkpoint."""
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
        frames = self.frames(mel)
        flat = self.pool_norm(_pooled(frames[windows]), axis=1)
        features = self.dense_norm(functional.relu(self.dense(flat)), axis=1)
        return features, torch.sigmoid(self.output(features))

    def frames(self, mel: Tensor) -> Tensor:
        """(F, 96) -> (F, 753), the feature map before the global pooling."""
        x = self.input_norm(mel.view(1, 1, -1, MEL_BANDS), axis=1)
        front = torch.cat([layer(x) for layer in self.front], dim=1)
        maps = [front]
        for layer in self.middle:
            new = layer(maps[-1])
            maps.append(new if len(maps) == 1 else new + maps[-1])
        return torch.cat(maps, dim=1)[0].T


def _pooled(patches: Tensor) -> Tensor:
    """(R, W, C) -> (R, 2C): maximum and mean over W, interleaved per channel as TensorFlow flattened them."""
    both = torch.stack([patches.amax(dim=1), patches.mean(dim=1)], dim=2)
    return both.flatten(1)


def _bias(layer: nn.Conv1d | nn.Conv2d) -> Tensor:
    if layer.bias is None:
        raise TypeError("this convolution has no bias")
    return layer.bias


def _fill_conv(layer: nn.Conv2d, variables: Variables, name: str) -> None:
    kernel = variables[f"{name}/kernel"]
    layer.weight.copy_(torch.from_numpy(kernel.transpose(3, 2, 0, 1).copy()))
    _bias(layer).copy_(torch.from_numpy(variables[f"{name}/bias"]))


def load_musicnn() -> Musicnn:
    """Return the network with the weights that the installed package `musicnn` holds, in evaluation mode.

    Raises:
        ModuleNotFoundError: the package `musicnn` is not installed.
        PackError: its checkpoint is damaged.
    """
    with as_file(files(WEIGHTS_PACKAGE).joinpath(WEIGHTS_FOLDER)) as folder:
        variables = load_checkpoint(folder)
    network = Musicnn()
    network.fill(variables)
    return network.eval()
