"""torchvision, imported even where its compiled operators don't match the installed torch.

With a CPU build of torch beside torchvision's default wheel, `import torchvision` fails because the operator
`nms` was never registered. Models and weights' metadata need none of the operators, so declaring the two
names is enough.
"""

import importlib
from functools import cache
from types import ModuleType
from typing import Any

import torch

_declared: list[Any] = []


@cache
def torchvision_models() -> ModuleType:
    """Return `torchvision.models`.

    Raises:
        ModuleNotFoundError: torchvision is not installed.
        RuntimeError: it can't be imported for another reason than the missing operators.
    """
    try:
        return importlib.import_module("torchvision.models")
    except RuntimeError as error:
        if "torchvision::nms" not in str(error):
            raise
    library: Any = torch.library.Library("torchvision", "DEF")  # type: ignore[no-untyped-call]
    library.define("nms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
    library.define("qnms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
    _declared.append(library)
    return importlib.import_module("torchvision.models")
