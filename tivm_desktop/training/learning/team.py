"""The processes that train one model together, as `torchrun` starts them."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

import torch
import torch.distributed as dist
from torch import Tensor

from tivm_desktop.training.learning.devices import device_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Team:
    """This process among those that train together, and the device it computes on."""

    device: torch.device
    rank: int = 0
    size: int = 1

    @property
    def leads(self) -> bool:
        """Whether this process writes files and talks."""
        return self.rank == 0

    def told(self, value: T) -> T:
        """Return what the leading process passed, in every process."""
        if self.size == 1:
            return value
        box = [value]
        dist.broadcast_object_list(box, src=0, device=self.device)
        return box[0]

    def gathered(self, rows: Tensor) -> Tensor:
        """Return all processes' (b, ...) rows one after the other, (size * b, ...), with their gradients."""
        if self.size == 1:
            return rows
        everyone: Tensor = _Gather.apply(rows, self.rank, self.size)  # type: ignore[no-untyped-call]
        return everyone


class _Gather(torch.autograd.Function):
    """all_gather whose backward pass sums what all processes derive for one process's rows.

    Every process takes the whole batch's loss of what it gathered, so this sum is the number of processes
    times the gradient; DistributedDataParallel's mean over processes takes that factor out again.
    """

    @staticmethod
    def forward(context: Any, rows: Tensor, rank: int, size: int) -> Tensor:  # noqa: ANN401
        context.share = slice(rank * len(rows), (rank + 1) * len(rows))
        parts = [torch.empty_like(rows) for _ in range(size)]
        dist.all_gather(parts, rows.contiguous())
        return torch.cat(parts)

    @staticmethod
    def backward(context: Any, *gradients: Tensor) -> tuple[Tensor, None, None]:  # noqa: ANN401
        whole = gradients[0].contiguous()
        dist.all_reduce(whole)
        return whole[context.share], None, None


@contextmanager
def team(device: str) -> Iterator[Team]:
    """Join the processes `torchrun` started, if it did; else be alone.

    Args:
        device: `auto`, `cpu` or `cuda`; several processes talk by gloo on the CPU and by NCCL on CUDA.

    Raises:
        ProviderError: CUDA was asked for and torch finds none.
    """
    size = int(os.environ.get("WORLD_SIZE", "1"))
    place = device_of(device, int(os.environ.get("LOCAL_RANK", "0")))
    if size == 1:
        yield Team(place)
        return
    if place.type == "cuda":
        torch.cuda.set_device(place)
    dist.init_process_group("nccl" if place.type == "cuda" else "gloo")
    try:
        yield Team(place, dist.get_rank(), size)
        # Whoever leaves while others still talk can abort in gloo's threads.
        dist.barrier()
    finally:
        dist.destroy_process_group()
