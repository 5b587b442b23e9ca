"""ResNet-50 (He et al. 2016) as torchvision defines it, with its scaling and centring inside."""

from pathlib import Path

import torch
from torch import Tensor, nn

from tivm_desktop.domain.errors import PackError
from tivm_desktop.training.backbones.torchvision_shim import torchvision_models
from tivm_desktop.training.backbones.weights import read_state_dict

INPUT_SIZE = 224
FEATURE_DIM = 2048
CLASSES = 1000
_MEAN = (0.485, 0.456, 0.406)
_DEVIATION = (0.229, 0.224, 0.225)


class ResNet50(nn.Module):
    """(N, 224, 224, 3) uint8 RGB -> pooled features (N, 2048) and ImageNet-1k posteriors (N, 1000)."""

    def __init__(self) -> None:
        super().__init__()
        self.network: nn.Module = torchvision_models().resnet50(weights=None)
        self.classifier = nn.Linear(FEATURE_DIM, CLASSES)
        self.network.fc = nn.Identity()
        self.register_buffer("mean", torch.tensor(_MEAN) * 255.0)
        self.register_buffer("deviation", torch.tensor(_DEVIATION) * 255.0)
        self.mean: Tensor
        self.deviation: Tensor

    def forward(self, frames: Tensor) -> tuple[Tensor, Tensor]:
        """Return (features, classes); `frames` is (N, 224, 224, 3) uint8, sRGB."""
        x = ((frames.to(torch.float32) - self.mean) / self.deviation).permute(0, 3, 1, 2)
        features = self.network(x)
        return features, torch.softmax(self.classifier(features), dim=1)


def load_resnet50(path: Path) -> ResNet50:
    """Return the network with downloaded torchvision weights (`.pth` or `.safetensors`), in evaluation mode.

    Raises:
        PackError: the file can't be read or holds the weights of another network.
    """
    published = read_state_dict(path)
    network = ResNet50()
    renamed = {
        f"classifier.{name.removeprefix('fc.')}" if name.startswith("fc.") else f"network.{name}": tensor
        for name, tensor in published.items()
    }
    try:
        network.load_state_dict({"mean": network.mean, "deviation": network.deviation, **renamed})
    except RuntimeError as error:
        raise PackError(
            path, f"{path} does not hold torchvision's ResNet-50; download the file of ResNet50_Weights."
        ) from error
    return network.eval()
