"""A run that was killed goes on to the very same weights."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from tests.training.learning.making import small_config
from tests.training.making import make_archive
from tivm_desktop.domain.errors import RunError
from tivm_desktop.training.learning.run import Run, load_run
from tivm_desktop.training.learning.trainer import EpochListener, train
from tivm_desktop.whole_file import ABANDONED_S

ROOT = Path(__file__).resolve().parents[3]
EPOCHS = 7


def train_small(out: Path, progress: EpochListener | None = None) -> Run:
    """Train with everything that has a state: averaged weights, dropout, augmentation, a best validation."""
    archive = make_archive(24, seed=1)
    config = small_config(
        archive, epochs=EPOCHS, ema=0.8, noise=0.2, lr=0.01, tower={"encoder": "transformer"}
    )
    items = np.arange(24)
    return train(config, archive, out, train_items=items[:16], validation_items=items[16:], progress=progress)


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


def same_results(one: Path, other: Path) -> bool:
    def lines(folder: Path) -> list[dict[str, Any]]:
        metrics = [json.loads(line) for line in (folder / "metrics.jsonl").read_text().splitlines()]
        return [{key: value for key, value in one.items() if key != "seconds"} for one in metrics]

    model = [(folder / "model.safetensors").read_bytes() for folder in (one, other)]
    return lines(one) == lines(other) and model[0] == model[1]


def test_kill_9_and_the_same_command_again_give_the_same_weights(tmp_path: Path) -> None:
    killed = subprocess.run(
        [sys.executable, "-m", "tests.training.learning.killed", str(tmp_path / "killed"), "3"],
        cwd=ROOT,
        env=os.environ | {"OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    with pytest.raises(
        RunError, match="is not finished; give the command that began it again and it goes on"
    ):
        load_run(tmp_path / "killed")
    told: list[dict[str, Any]] = []
    train_small(tmp_path / "killed", told.append)
    assert [one["epoch"] for one in told] == [4, 5, 6, 7]
    train_small(tmp_path / "whole")
    assert same_results(tmp_path / "killed", tmp_path / "whole")


@pytest.mark.parametrize("epoch", range(1, EPOCHS + 1))
def test_an_interruption_after_any_epoch_changes_nothing(epoch: int, tmp_path: Path) -> None:
    def interrupt(metrics: dict[str, Any]) -> None:
        if metrics["epoch"] == epoch:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        train_small(tmp_path / "broken", interrupt)
    train_small(tmp_path / "broken")
    train_small(tmp_path / "whole")
    assert same_results(tmp_path / "broken", tmp_path / "whole")


def test_what_a_kill_leaves_half_written_is_forgotten(tmp_path: Path) -> None:
    def interrupt(metrics: dict[str, Any]) -> None:
        if metrics["epoch"] == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        train_small(tmp_path / "broken", interrupt)
    with (tmp_path / "broken" / "metrics.jsonl").open("a") as file:
        file.write('{"epoch": 4, "loss": 1.0, "seconds": 1.0}\n{"epoch": 5, "lo')
    part = tmp_path / "broken" / ".tivm-0a1b.part"
    part.write_bytes(b"half")
    long_ago_s = time.time() - 2 * ABANDONED_S
    os.utime(part, (long_ago_s, long_ago_s))
    train_small(tmp_path / "broken")
    train_small(tmp_path / "whole")
    assert same_results(tmp_path / "broken", tmp_path / "whole")
    assert not list((tmp_path / "broken").glob(".*"))


def test_a_damaged_checkpoint_is_told(tmp_path: Path) -> None:
    def interrupt(metrics: dict[str, Any]) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        train_small(tmp_path / "run", interrupt)
    checkpoint = tmp_path / "run" / "checkpoint.safetensors"
    checkpoint.write_bytes(checkpoint.read_bytes()[:-100])
    with pytest.raises(RunError, match=r"checkpoint\.safetensors is damaged; delete .* and train again"):
        train_small(tmp_path / "run")
