"""Which ONNX Runtime is installed in the environment, and how to get the one with CUDA."""

import sys
from importlib.metadata import PackageNotFoundError, version

RUNTIME_DISTRIBUTIONS = ("onnxruntime", "onnxruntime-gpu")


def installed_runtimes() -> dict[str, str]:
    """Return versions of the installed ONNX Runtime distributions by name; none in an installed program."""
    found = {}
    for name in RUNTIME_DISTRIBUTIONS:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def is_installed_program() -> bool:
    """Whether this is a program of its own rather than a package in a Python environment."""
    return bool(getattr(sys, "frozen", False))


def no_cuda_because() -> tuple[str, str]:
    """Return why the environment's ONNX Runtime lists no CUDA, and what to do about it."""
    installed = installed_runtimes()
    if len(installed) > 1:
        return (
            "both onnxruntime and onnxruntime-gpu are installed and shadow each other",
            "uninstall both, then install onnxruntime-gpu alone",
        )
    if "onnxruntime-gpu" in installed:
        return "onnxruntime-gpu is installed but lists no CUDA", "reinstall it"
    if is_installed_program():
        return "GPU support is not installed", "install it (`tivm gpu install`, or Settings, Computing)"
    return (
        "onnxruntime-gpu is not installed",
        "get GPU support (`tivm gpu install`), or put it in the place of onnxruntime (docs/cuda.md)",
    )
