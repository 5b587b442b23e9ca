"""One process of several that take one step's loss and gradient, as torchrun starts them: `together.py OUT`.

The leading process writes losses and gradients of every kind of loss to OUT, a safetensors file.
"""

import sys

import torch
from safetensors.torch import save_file
from torch import Tensor

from tests.training.learning.making import still_loop
from tivm_desktop.training.learning.batches import batches
from tivm_desktop.training.learning.seeds import generator
from tivm_desktop.training.learning.team import Team, team

LOSSES = ("infonce", "triplet", "vmnet")


def losses_and_gradients(together: Team) -> dict[str, Tensor]:
    """The loss and all gradients of one batch of 12, by loss and parameter."""
    found: dict[str, Tensor] = {}
    for kind in LOSSES:
        loop = still_loop(together, loss=kind, batch=12)
        lengths = loop.lengths
        [batch] = batches(loop.config, lengths, 0, together.size)
        loss = loop.loss(batch, generator("augmentation", 0))
        loss.backward()  # type: ignore[no-untyped-call]
        found |= {f"{kind}/{name}": one for name, one in loop.gradients().items()}
        found[f"{kind}/loss"] = loss.detach()
    return found


if __name__ == "__main__":
    torch.set_num_threads(1)
    with team("cpu") as together:
        results = losses_and_gradients(together)
        if together.leads:
            save_file(results, sys.argv[1])
