"""The libraries that ONNX Runtime needs for an NVIDIA card: found where, in which version."""

import ctypes
import importlib.util
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tivm_desktop.encoders.runtime_folder import gpu_support

_MAPS = Path("/proc/self/maps")


@dataclass(frozen=True, slots=True)
class Library:
    """One of the libraries."""

    name: str
    """As the runtime asks for it, "libcudnn.so.9" say."""
    place: str = ""
    """Its file, or its name where only the system knows that; empty if it can't be loaded."""
    version: str = ""
    problem: str = ""
    """Why it can't be used, where it can't."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    folder: str
    linux: str
    windows: str
    version: Callable[[ctypes.CDLL], str]


def cuda_libraries(cuda_major: int) -> tuple[Library, ...]:
    """Load each library as the runtime would and say where it came from.

    They stay loaded: to be called in a process that ends soon, or that uses them anyhow.

    Args:
        cuda_major: of the CUDA that the runtime is built on, 12 or 13.
    """
    places = _places()
    return tuple(_library(wanted, cuda_major, places) for wanted in _WANTED)


def _library(wanted: _Wanted, cuda_major: int, places: list[Path]) -> Library:
    windows = sys.platform == "win32"
    cufft = cuda_major - 1
    name = (wanted.windows if windows else wanted.linux).format(cuda=cuda_major, cufft=cufft)
    inner = Path(wanted.folder) / ("bin" if windows else "lib") / name
    found = next((place / inner for place in places if (place / inner).is_file()), None)
    try:
        loaded = ctypes.CDLL(name if found is None else str(found))
    except OSError as error:
        why = f"{found} can't be loaded, {' '.join(str(error).split())[:200]}" if found else "not found"
        return Library(name, problem=why)
    try:
        version = wanted.version(loaded)
    except AttributeError:
        version = ""
    return Library(name, str(found or _origin(name)), version)


def _places() -> list[Path]:
    """Return the folders `nvidia` of GPU support and of the environment that `onnxruntime` is in."""
    support = gpu_support()
    places = [support.folder / "nvidia"] if support.state == "complete" and support.folder else []
    found = importlib.util.find_spec("onnxruntime")
    if found is not None and found.origin is not None:
        places.append(Path(found.origin).parents[1] / "nvidia")
    return places


def _origin(name: str) -> str:
    """Return the file of a library that the system found; on Linux only, elsewhere its name."""
    try:
        lines = _MAPS.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return name
    files = (Path(line[line.index("/") :]) for line in lines if "/" in line)
    return next((str(file) for file in files if file.name.startswith(name)), name)


def _by_number(function: str, thousands: int, hundreds: int) -> Callable[[ctypes.CDLL], str]:
    """Make what asks for a version that is one number, such as 12090 for 12.9."""

    def ask(library: ctypes.CDLL) -> str:
        number = ctypes.c_int()
        getattr(library, function)(ctypes.byref(number))
        rest = number.value % thousands
        return f"{number.value // thousands}.{rest // hundreds}.{rest % hundreds}"

    return ask


def _returned(function: str, thousands: int, hundreds: int) -> Callable[[ctypes.CDLL], str]:
    """Make what asks for a version that a function returns."""

    def ask(library: ctypes.CDLL) -> str:
        get = getattr(library, function)
        get.restype = ctypes.c_size_t
        number = int(get())
        rest = number % thousands
        return f"{number // thousands}.{rest // hundreds}.{rest % hundreds}"

    return ask


def _by_property(function: str) -> Callable[[ctypes.CDLL], str]:
    """Make what asks for major, minor and patch one after the other."""

    def ask(library: ctypes.CDLL) -> str:
        numbers = []
        for which in range(3):
            number = ctypes.c_int()
            getattr(library, function)(which, ctypes.byref(number))
            numbers.append(str(number.value))
        return ".".join(numbers)

    return ask


def _nvrtc(library: ctypes.CDLL) -> str:
    major, minor = ctypes.c_int(), ctypes.c_int()
    library.nvrtcVersion(ctypes.byref(major), ctypes.byref(minor))
    return f"{major.value}.{minor.value}"


# In an order in which each finds what it needs itself.
_WANTED = (
    _Wanted(
        "cuda_runtime",
        "libcudart.so.{cuda}",
        "cudart64_{cuda}.dll",
        _by_number("cudaRuntimeGetVersion", 1000, 10),
    ),
    _Wanted("cublas", "libcublasLt.so.{cuda}", "cublasLt64_{cuda}.dll", _by_property("cublasLtGetProperty")),
    _Wanted("cublas", "libcublas.so.{cuda}", "cublas64_{cuda}.dll", _by_property("cublasGetProperty")),
    _Wanted("nvjitlink", "libnvJitLink.so.{cuda}", "nvJitLink_{cuda}0_0.dll", lambda _: ""),
    _Wanted("cufft", "libcufft.so.{cufft}", "cufft64_{cufft}.dll", _by_property("cufftGetProperty")),
    _Wanted("curand", "libcurand.so.10", "curand64_10.dll", _by_property("curandGetProperty")),
    _Wanted("cuda_nvrtc", "libnvrtc.so.{cuda}", "nvrtc64_{cuda}0_0.dll", _nvrtc),
    _Wanted("cudnn", "libcudnn.so.9", "cudnn64_9.dll", _returned("cudnnGetVersion", 10000, 100)),
)
