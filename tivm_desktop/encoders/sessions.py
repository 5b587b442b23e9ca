"""The one place where ONNX Runtime sessions are made, and where it is verified where they run."""

import contextlib
import io
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.errors import PackError, ProviderError
from tivm_desktop.encoders.cuda_driver import driver_is_there
from tivm_desktop.encoders.cuda_parts import NO_DRIVER, first_missing
from tivm_desktop.encoders.installed import no_cuda_because
from tivm_desktop.encoders.runtime_folder import gpu_support, in_use, runtime

ProviderChoice = Literal["auto", "cpu", "cuda"]

_log = logging.getLogger(__name__)
_CUDA, _CPU = "CUDAExecutionProvider", "CPUExecutionProvider"
_NAMES = {_CUDA: "CUDA", _CPU: "CPU"}
_ERRORS_ONLY, _FATAL_ONLY = 3, 4


Tensors = Mapping[str, NDArray[np.float32] | NDArray[np.uint8] | NDArray[np.int64]]
"""What goes into a graph, by the name of the input."""


@dataclass(frozen=True, slots=True)
class Session:
    """A model ready to run on a provider that was verified."""

    model: Path
    provider: str
    """"CUDA" or "CPU": where it really runs."""
    runtime: Any
    """An `onnxruntime.InferenceSession`."""

    def run(self, outputs: Sequence[str], inputs: Tensors) -> list[FloatArray]:
        """Return the named outputs for the named inputs.

        Raises:
            PackError: the runtime fails at it.
        """
        try:
            results: list[FloatArray] = self.runtime.run(list(outputs), dict(inputs))
        except Exception as error:
            _log.info("running %s failed", self.model, exc_info=True)
            raise PackError(
                self.model,
                f"{self.model} fails in ONNX Runtime ({_first_line(error)}); "
                "try again or choose another pack.",
            ) from error
        return results

    def shaped(self, shapes: Mapping[str, tuple[int, ...]], inputs: Tensors) -> list[FloatArray]:
        """Return the outputs named in `shapes`, finite and of these shapes.

        What a model says of its outputs binds nobody: the runtime gives whatever its graph comes to.

        Raises:
            PackError: the runtime fails at it, or something else comes out.
        """
        results = self.run(list(shapes), inputs)
        for (name, shape), found in zip(shapes.items(), results, strict=True):
            if found.shape != shape or found.dtype != np.float32 or not np.isfinite(found).all():
                raise PackError(
                    self.model,
                    f"{self.model} gives no {name} of this file that can be used ({list(shape)} finite "
                    "float32 numbers are wanted); choose another pack.",
                )
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
    if provider == "auto" and _CUDA in runtime().get_available_providers():
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
    listed = runtime().get_available_providers()
    return tuple(_NAMES[name] for name in (_CUDA, _CPU) if name in listed)


def missing_for_cuda() -> str | None:
    """Return what keeps CUDA from being listed and what to do about it, or None where it is listed."""
    if _CUDA in runtime().get_available_providers():
        return None
    support = gpu_support()
    if support.problem:
        return support.problem
    if support.state == "complete" and not in_use():
        return "GPU support came after the program had begun: start it again"
    why, remedy = no_cuda_because()
    return f"{why}: {remedy}"


def _cuda_session(model: Path, threads: int | None) -> Session:
    missing = missing_for_cuda()
    if missing is not None:
        raise ProviderError(f"CUDA was asked for, but {missing}, or choose the provider cpu.")
    if not driver_is_there():
        raise ProviderError(f"CUDA was asked for, but {NO_DRIVER}, or choose the provider cpu.")
    _preload_cuda_libraries()
    runtime().set_default_logger_severity(_FATAL_ONLY)
    session = _make(model, [_CUDA, _CPU], threads)
    if _CUDA not in session.get_providers():
        part = first_missing()
        why = "its reason is in the log only" if part is None else f"{part.says}: {part.remedy}"
        raise ProviderError(
            f"CUDA was asked for, but its session fell back to the processor ({why}); see to that "
            "(`tivm doctor` names every piece), or choose the provider cpu."
        )
    return Session(model, _NAMES[_CUDA], session)


def _preload_cuda_libraries() -> None:
    """Load CUDA and cuDNN from installed wheels; what the runtime prints meanwhile goes to the log."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        runtime().preload_dlls()
    if said.getvalue():
        _log.info("%s", said.getvalue().strip())


def _make(model: Path, providers: list[str], threads: int | None) -> Any:  # noqa: ANN401 - a session has no type
    ort = runtime()
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
        session = ort.InferenceSession(content, options, providers=providers)
    except OSError as error:
        raise PackError(
            model, f"{model} can't be read ({error.strerror or error}); get the pack again."
        ) from error
    except Exception as error:
        _log.info("loading %s failed", model, exc_info=True)
        raise PackError(
            model,
            f"{model} can't be loaded by ONNX Runtime {ort.__version__} ({_first_line(error)}); "
            "get the pack again.",
        ) from error
    session.disable_fallback()
    return session


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:200]
