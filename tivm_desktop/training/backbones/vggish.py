"""VGGish (Hershey et al. 2017), up to its 128-wide embedding.

Two published sets of weights are read: the authors' TensorFlow checkpoint (`vggish_model.ckpt`, a V1 file, or
any V2 copy of it) and the state dictionary of its PyTorch port (`features.N`, `embeddings.N`). As the authors
define it, the embedding is what the last layer gives before any activation; whitening is not part of it.
"""

from pathlib import Path

import torch
from torch import Tensor, nn

from tivm_desktop.domain.errors import PackError
from tivm_desktop.training.backbones.tf_checkpoint import load_checkpoint
from tivm_desktop.training.backbones.weights import StateDict, read_state_dict

PATCH_FRAMES, BANDS = 96, 64
FEATURE_DIM = 128

_STAGES = ((64,), (128,), (256, 256), (512, 512))
_CONVOLUTIONS = {
    "features.0": "vggish/conv1",
    "features.3": "vggish/conv2",
    "features.6": "vggish/conv3/conv3_1",
    "features.8": "vggish/conv3/conv3_2",
    "features.11": "vggish/conv4/conv4_1",
    "features.13": "vggish/conv4/conv4_2",
}
_DENSE = {
    "embeddings.0": "vggish/fc1/fc1_1",
    "embeddings.2": "vggish/fc1/fc1_2",
    "embeddings.4": "vggish/fc2",
}
_TORCH_SUFFIXES = (".pth", ".pt", ".safetensors")


class Vggish(nn.Module):
    """(N, 96, 64) log-mel patches -> (N, 128) embeddings."""

    def __init__(self) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        channels = 1
        for stage in _STAGES:
            for width in stage:
                layers += [nn.Conv2d(channels, width, 3, padding=1), nn.ReLU()]
                channels = width
            layers.append(nn.MaxPool2d(2))
        self.features = nn.Sequential(*layers)
        flat = channels * (PATCH_FRAMES // 16) * (BANDS // 16)
        self.embeddings = nn.Sequential(
            nn.Linear(flat, 4096), nn.ReLU(), nn.Linear(4096, 4096), nn.ReLU(), nn.Linear(4096, FEATURE_DIM)
        )

    def forward(self, patches: Tensor) -> Tensor:
        """Return the embeddings; the feature map is flattened in TensorFlow's order (time, band, channel)."""
        maps = self.features(patches.unsqueeze(1))
        embeddings: Tensor = self.embeddings(maps.permute(0, 2, 3, 1).flatten(1))
        return embeddings


def load_vggish(path: Path) -> Vggish:
    """Return the network with downloaded weights, in evaluation mode.

    Args:
        path: `.pth`, `.pt` or `.safetensors` for the PyTorch port; anything else is read as a TensorFlow
            checkpoint.

    Raises:
        PackError: the file can't be read or holds the weights of another network.
    """
    published = read_state_dict(path) if path.suffix in _TORCH_SUFFIXES else _from_tensorflow(path)
    network = Vggish()
    wanted = network.state_dict()
    if any(name not in published or published[name].shape != tensor.shape for name, tensor in wanted.items()):
        raise PackError(path, f"{path} does not hold VGGish; download vggish_model.ckpt or its PyTorch port.")
    network.load_state_dict({name: published[name] for name in wanted})
    return network.eval()


def _from_tensorflow(path: Path) -> StateDict:
    variables = load_checkpoint(path)
    state: StateDict = {}
    for ours, theirs in {**_CONVOLUTIONS, **_DENSE}.items():
        if f"{theirs}/weights" not in variables or f"{theirs}/biases" not in variables:
            raise PackError(
                path, f"{path} is a checkpoint without {theirs}; download vggish_model.ckpt again."
            )
        kernel = variables[f"{theirs}/weights"]
        axes = (3, 2, 0, 1) if ours in _CONVOLUTIONS else (1, 0)
        if kernel.ndim != len(axes):
            raise PackError(path, f"{path} does not hold VGGish; download vggish_model.ckpt again.")
        state[f"{ours}.weight"] = torch.from_numpy(kernel.transpose(axes).copy())
        state[f"{ours}.bias"] = torch.from_numpy(variables[f"{theirs}/biases"].copy())
    return state
