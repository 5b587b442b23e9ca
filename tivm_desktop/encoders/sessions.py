"""The one place where ONNX Runtime sessions are made, and where it is verified where they run."""

import contextlib
import ctypes
import io
import logging
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Literal

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from tivm_desktop.domain.errors import PackError, ProviderError

ProviderChoice = Literal["auto", "cpu", "cuda"]

RUNTIME_DISTRIBUTIONS = ("onnxruntime", "onnxruntime-gpu")

_log = logging.getLogger(__name__)
_CUDA, _CPU = "CUDAExecutionProvider", "CPUExecutionProvider"
_NAMES = {_CUDA: "CUDA", _CPU: "CPU"}
_ERRORS_ONLY, _FATAL_ONLY = 3, 4


@dataclass(frozen=True, slots=True)
class Session:
    """A model ready to run on a provider that was verified."""

    model: Path
    provider: str
    """"CUDA" or "CPU": where it really runs."""
    runtime: ort.InferenceSession

    def run(self, outputs: Sequence[str], inputs: Mapping[str, NDArray[Any]]) -> list[NDArray[np.float32]]:
        """Return the named outputs for the named inputs."""
        results: list[NDArray[np.float32]] = self.runtime.run(list(outputs), dict(inputs))
        return results

    @property
    def output_names(self) -> tuple[str, ...]:
        """Names of all outputs of the model."""
        return tuple(port.name for port in self.runtime.get_outputs())


def create_session(model: Path, provider: ProviderChoice = "auto", threads: int | None = None) -> Session:
    """Load a model and verify where it runs.

    Args:
        model: an ONNX file without external data.
        provider: "cuda" must get CUDA, "cpu" the processor; "auto" takes CUDA where it works.
        threads: processor threads within one run; None leaves it to the runtime.

    Raises:
        ProviderError: CUDA was asked for and is not to be had; the sentence says what is missing.
        PackError: the file is missing or is no model that the runtime can load.
    """
    if provider == "cuda":
        return _cuda_session(model, threads)
    if provider == "auto" and _CUDA in ort.get_available_providers():
        try:
            return _cuda_session(model, threads)
        except ProviderError as error:
            _log.info("%s", error)
    return Session(model, _NAMES[_CPU], _make(model, [_CPU], threads))


def available_providers() -> tuple[str, ...]:
    """Return the providers that the installed runtime was built with, best first, by the names shown to
    users.

    Being listed is no promise that a session can be made: `create_session` finds out.
    """
    return tuple(_NAMES[name] for name in (_CUDA, _CPU) if name in ort.get_available_providers())


def active_provider(session: Session) -> str:
    """Return "CUDA" or "CPU": where the session really runs."""
    return session.provider


def missing_for_cuda() -> str | None:
    """Return what keeps CUDA from being listed and what to do about it, or None where it is listed."""
    if _CUDA in ort.get_available_providers():
        return None
    installed = installed_runtimes()
    if len(installed) > 1:
        return (
            "both onnxruntime and onnxruntime-gpu are installed and shadow each other: uninstall both, "
            "then install onnxruntime-gpu alone"
        )
    if "onnxruntime-gpu" in installed:
        return "onnxruntime-gpu is installed but lists no CUDA: reinstall it"
    return "onnxruntime-gpu is not installed: put it in the place of onnxruntime (docs/cuda.md)"


def installed_runtimes() -> dict[str, str]:
    """Return versions of the installed ONNX Runtime distributions by name."""
    found = {}
    for name in RUNTIME_DISTRIBUTIONS:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def _cuda_session(model: Path, threads: int | None) -> Session:
    missing = missing_for_cuda()
    if missing is not None:
        raise ProviderError(f"CUDA was asked for, but {missing}, or choose the provider cpu.")
    _preload_cuda_libraries()
    ort.set_default_logger_severity(_FATAL_ONLY)
    runtime = _make(model, [_CUDA, _CPU], threads)
    if _CUDA not in runtime.get_providers():
        raise ProviderError(
            f"CUDA was asked for, but its session fell back to the processor as {_not_loadable()} can't be "
            "loaded: install what is missing (docs/cuda.md), or choose the provider cpu."
        )
    return Session(model, _NAMES[_CUDA], runtime)


def _not_loadable() -> str:
    try:
        ctypes.CDLL("nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1")
    except OSError:
        return "NVIDIA's driver"
    return "the CUDA and cuDNN libraries"


def _preload_cuda_libraries() -> None:
    """Load CUDA and cuDNN from installed wheels; what the runtime prints meanwhile goes to the log."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        ort.preload_dlls()
    if said.getvalue():
        _log.info("%s", said.getvalue().strip())


def _make(model: Path, providers: list[str], threads: int | None) -> ort.InferenceSession:
    options = ort.SessionOptions()
    options.execution_mode = ort.ExecutionMode.ORT_SEQUENTIAL
    options.inter_op_num_threads = 1
    if threads is not None:
        options.intra_op_num_threads = threads
    options.use_deterministic_compute = True
    options.log_severity_level = _ERRORS_ONLY
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    ort.disable_telemetry_events()
    try:
        content = model.read_bytes()
        runtime = ort.InferenceSession(content, options, providers=providers)
    except OSError as error:
        raise PackError(model, f"{model} can't be read ({error.strerror}); get the pack again.") from error
    except Exception as error:
        _log.info("loading %s failed", model, exc_info=True)
        raise PackError(
            model,
            f"{model} can't be loaded by ONNX Runtime {ort.__version__} ({_first_line(error)}); "
            "get the pack again.",
        ) from error
    runtime.disable_fallback()
    return runtime


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:200]
