"""A training that kills itself: `python killed.py OUT EPOCH`."""

import os
import signal
import sys
from pathlib import Path
from typing import Any

import torch

from tests.training.learning.test_resume import train_small


def kill_after(epoch: int, metrics: dict[str, Any]) -> None:
    """End this process as `kill -9` does, once an epoch is done."""
    if metrics["epoch"] == epoch:
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    torch.set_num_threads(1)
    train_small(Path(sys.argv[1]), lambda metrics: kill_after(int(sys.argv[2]), metrics))
