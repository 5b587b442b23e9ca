"""Where torch computes."""

import torch

from tivm_desktop.domain.errors import ProviderError


def device_of(name: str, local_rank: int = 0) -> torch.device:
    """Return the device called `auto`, `cpu` or `cuda`; `auto` takes CUDA where torch finds it.

    Args:
        name: what was asked for.
        local_rank: which of this machine's CUDA devices, counted round.

    Raises:
        ProviderError: CUDA was asked for and torch finds none.
    """
    found = torch.cuda.is_available()
    if name == "cuda" and not found:
        raise ProviderError("torch finds no CUDA device here; use --device cpu, or install torch for CUDA.")
    if name == "cpu" or not found:
        return torch.device("cpu")
    return torch.device("cuda", local_rank % torch.cuda.device_count())


def use_threads(count: int) -> None:
    """Let torch compute on `count` threads of the CPU, at least one, in this process."""
    torch.set_num_threads(max(count, 1))


def device_name(device: torch.device) -> str:
    """Return how a device is called in words: `CPU`, or the graphics card's name."""
    return torch.cuda.get_device_name(device) if device.type == "cuda" else "CPU"
