"""Everything a run needs to go on, as the bytes of one safetensors file.

One file, so that one rename makes it whole: tensors are the weights, the best weights, the averaged weights
and the optimiser's state; what is not a tensor lies as JSON in the file's header.
"""

import json
from dataclasses import asdict, dataclass

import torch
from safetensors import SafetensorError
from safetensors.torch import load, save
from torch import Tensor, nn

_STATE = "state"


@dataclass(slots=True)
class Standing:
    """How far a run is, and how well it did."""

    epoch: int = 0
    """Epochs done."""
    step: int = 0
    """Optimiser steps done."""
    best: float | None = None
    """Highest validation AUC."""
    best_epoch: int = 0
    waited: int = 0
    """Validations since the best."""


def packed(
    standing: Standing,
    modules: dict[str, nn.Module],
    best: dict[str, Tensor],
    optimiser: torch.optim.Optimizer,
) -> bytes:
    """Return a checkpoint of modules by name, the best weights and an optimiser over the first module."""
    tensors = {
        f"{name}/{key}": value
        for name, module in modules.items()
        for key, value in module.state_dict().items()
    }
    tensors |= {f"best/{key}": value for key, value in best.items()}
    for key, parameter in next(iter(modules.values())).named_parameters():
        tensors |= {
            f"optimiser/{key}/{what}": value for what, value in optimiser.state.get(parameter, {}).items()
        }
    tensors = {name: value.detach().cpu().contiguous().clone() for name, value in tensors.items()}
    return save(tensors, {_STATE: json.dumps(asdict(standing))})


def unpacked(
    content: bytes, modules: dict[str, nn.Module], optimiser: torch.optim.Optimizer
) -> tuple[Standing, dict[str, Tensor]]:
    """Put a checkpoint back into modules and optimiser, and return the standing and the best weights.

    Raises:
        ValueError: the checkpoint is damaged or of other modules.
    """
    try:
        tensors = load(content)
        size = int.from_bytes(content[:8], "little")
        standing = Standing(**json.loads(json.loads(content[8 : 8 + size])["__metadata__"][_STATE]))
        for name, module in modules.items():
            module.load_state_dict(_part(tensors, name))
        for key, parameter in next(iter(modules.values())).named_parameters():
            if state := _part(tensors, f"optimiser/{key}"):
                optimiser.state[parameter] = {
                    what: value if what == "step" else value.to(parameter.device)
                    for what, value in state.items()
                }
    except (SafetensorError, RuntimeError, KeyError, TypeError) as error:
        raise ValueError(str(error)) from error
    return standing, _part(tensors, "best")


def _part(tensors: dict[str, Tensor], prefix: str) -> dict[str, Tensor]:
    return {
        name.removeprefix(f"{prefix}/"): value
        for name, value in tensors.items()
        if name.startswith(f"{prefix}/")
    }
