"""Several processes are one: same loss, same gradient, one run."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from tests.training.learning.making import ALONE
from tests.training.learning.together import LOSSES, losses_and_gradients
from tests.training.making import make_archive
from tivm_desktop.training.archives.archive import write_archive
from tivm_desktop.training.learning.run import load_run
from tivm_desktop.training.learning.team import team

ROOT = Path(__file__).resolve().parents[3]
COMMAND = ("-c", "from tivm_desktop.entry import command_line; command_line()")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def run_together(size: int, *arguments: str) -> list[str]:
    """Run python in `size` processes as torchrun would; return what each wrote to stderr."""
    common = {"MASTER_ADDR": "127.0.0.1", "MASTER_PORT": str(free_port()), "WORLD_SIZE": str(size)}
    processes = [
        subprocess.Popen(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=os.environ | common | {"RANK": str(rank), "LOCAL_RANK": str(rank), "OMP_NUM_THREADS": "1"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        for rank in range(size)
    ]
    try:
        said = [process.communicate(timeout=120)[1] for process in processes]
    finally:
        for process in processes:
            process.kill()
            process.communicate()
    assert [process.returncode for process in processes] == [0] * size, said
    return said


@pytest.mark.slow
def test_two_processes_get_the_loss_and_the_gradient_of_one(tmp_path: Path) -> None:
    run_together(2, "-m", "tests.training.learning.together", str(tmp_path / "found"))
    alone, found = losses_and_gradients(ALONE), load_file(tmp_path / "found")
    assert set(found) == set(alone)
    assert {name.split("/")[0] for name in alone} == set(LOSSES)
    for name, expected in alone.items():
        torch.testing.assert_close(found[name], expected, atol=1e-5, rtol=1e-5, msg=name)
    assert all(float(alone[f"{kind}/video.head.2.weight"].abs().max()) > 1e-4 for kind in LOSSES)


@pytest.mark.slow
def test_two_processes_make_one_run_and_only_the_first_talks(tmp_path: Path) -> None:
    write_archive(make_archive(24), tmp_path / "pairs.npz")
    (tmp_path / "config.json").write_text('{"tower": {"hidden": 8, "heads": 2, "embedding": 8}}')
    arguments = ["--data", "pairs.npz", "--config", "config.json", "--epochs", "5", "--out", "run"]
    placed = [str(tmp_path / one) if (tmp_path / one).exists() or one == "run" else one for one in arguments]
    said = run_together(2, *COMMAND, "train", *placed, "--device", "cpu")
    assert "tivm: training on 18 items, validated on 6, on CPU" in said[0]
    assert "tivm" not in said[1]
    assert load_run(tmp_path / "run").config.epochs == 5


def test_a_process_alone_is_a_team_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WORLD_SIZE", raising=False)
    with team("cpu") as together:
        assert together.leads
        assert together.size == 1
        assert together.told("this") == "this"
