"""What a command says whose packages are not there."""

import sys

import pytest

from tivm_desktop.commands.training_parts import TrainingParts
from tivm_desktop.domain.errors import TivmError


def sentence() -> str:
    """What is said when torch is lacking."""
    with pytest.raises(TivmError) as caught, TrainingParts("Training"):
        raise ModuleNotFoundError("No module named 'torch'", name="torch")
    return str(caught.value)


def test_a_checkout_is_told_what_to_install() -> None:
    assert sentence() == "Training needs torch, which is not installed; install tivm-desktop[train]."


def test_an_installed_program_is_told_where_to_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert sentence() == (
        "Training needs torch, which the installed program does not carry; use a Python environment with"
        " tivm-desktop[train]."
    )
