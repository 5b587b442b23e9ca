"""Which device is taken."""

import pytest
import torch

from tivm_desktop.domain.errors import ProviderError
from tivm_desktop.training.learning.devices import device_name, device_of


def test_the_cpu_is_taken_where_it_is_asked_for() -> None:
    assert device_of("cpu") == torch.device("cpu")
    assert device_name(torch.device("cpu")) == "CPU"


def test_auto_takes_the_cpu_where_there_is_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    assert device_of("auto") == torch.device("cpu")


def test_processes_take_the_cuda_devices_in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 2)
    assert [device_of("auto", rank).index for rank in range(3)] == [0, 1, 0]


def test_cuda_that_is_not_there_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    with pytest.raises(ProviderError, match="torch finds no CUDA device here; use --device cpu"):
        device_of("cuda")
