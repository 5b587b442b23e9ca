"""Which runtime the environment has, and what is said where it has none with CUDA."""

import sys
from importlib.metadata import PackageNotFoundError

import onnxruntime
import pytest

from tivm_desktop.encoders import installed
from tivm_desktop.encoders.installed import installed_runtimes, is_installed_program, no_cuda_because


def test_the_environments_runtime_is_told_with_its_version() -> None:
    found = installed_runtimes()

    assert onnxruntime.__version__ in found.values()
    assert set(found) <= {"onnxruntime", "onnxruntime-gpu"}


def test_an_installed_program_has_no_distributions_and_is_told_to_install_support(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def lacking(name: str) -> str:
        raise PackageNotFoundError(name)

    assert not is_installed_program()
    monkeypatch.setattr(installed, "version", lacking)
    monkeypatch.setattr(sys, "frozen", True, raising=False)

    assert is_installed_program()
    assert installed_runtimes() == {}
    why, remedy = no_cuda_because()
    assert why == "GPU support is not installed"
    assert "tivm gpu install" in remedy
