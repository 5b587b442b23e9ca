"""NVIDIA's driver, asked directly: is it there, which CUDA does it speak, which cards does it see."""

import ctypes
import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

LIBRARY = "nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1"
_VERSION_FILE = Path("/proc/driver/nvidia/version")
_DEVICES = Path("/dev")
_NO_DEVICE = 100
_MAJOR, _MINOR = 75, 76
_MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Card:
    """A card that the driver sees."""

    name: str
    memory_mib: int
    capability: tuple[int, int]
    """Its compute capability: which code it can run."""


@dataclass(frozen=True, slots=True)
class Driver:
    """What the driver says of itself."""

    library: str
    version: str = ""
    """Of the driver, "535.183.01" say, where the system tells it."""
    cuda: tuple[int, int] | None = None
    """The newest CUDA that it speaks; None where it does not say."""
    cards: tuple[Card, ...] = ()
    problem: str = ""
    """What the driver says is wrong, where it sees no card."""


def driver_is_there() -> bool:
    """Whether NVIDIA's driver can be loaded: all that is asked before GPU support is offered."""
    return _load() is not None


def ask_driver() -> Driver | None:
    """Return what NVIDIA's driver says; None where there is none.

    The first call takes up to a second: it wakes the card.
    """
    cuda = _load()
    if cuda is None:
        return None
    version = _version()
    number = ctypes.c_int()
    spoken = None
    if cuda.cuDriverGetVersion(ctypes.byref(number)) == 0 and number.value:
        spoken = (number.value // 1000, number.value % 1000 // 10)
    status = cuda.cuInit(0)
    if status:
        return Driver(LIBRARY, version, spoken, problem=_error(cuda, status))
    count = ctypes.c_int()
    status = cuda.cuDeviceGetCount(ctypes.byref(count))
    if status or not count.value:
        return Driver(LIBRARY, version, spoken, problem=_error(cuda, status or _NO_DEVICE))
    return Driver(LIBRARY, version, spoken, tuple(_card(cuda, number) for number in range(count.value)))


def closed_devices(folder: Path = _DEVICES) -> tuple[Path, ...]:
    """Return the card's device files that this user may not open; on Linux only."""
    if not sys.platform.startswith("linux"):
        return ()
    wanted = [
        path for path in sorted(folder.glob("nvidia*")) if re.fullmatch(r"nvidia(\d+|ctl|-uvm)", path.name)
    ]
    return tuple(path for path in wanted if not os.access(path, os.R_OK | os.W_OK))


def _load() -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL(LIBRARY)
    except OSError:
        return None


def _card(cuda: ctypes.CDLL, number: int) -> Card:
    device, memory = ctypes.c_int(), ctypes.c_size_t()
    name = ctypes.create_string_buffer(100)
    major, minor = ctypes.c_int(), ctypes.c_int()
    cuda.cuDeviceGet(ctypes.byref(device), number)
    cuda.cuDeviceGetName(name, len(name), device)
    cuda.cuDeviceTotalMem_v2(ctypes.byref(memory), device)
    cuda.cuDeviceGetAttribute(ctypes.byref(major), _MAJOR, device)
    cuda.cuDeviceGetAttribute(ctypes.byref(minor), _MINOR, device)
    said = name.value.decode("utf-8", "replace")
    return Card(said, memory.value // _MIB, (major.value, minor.value))


def _error(cuda: ctypes.CDLL, status: int) -> str:
    words = ctypes.c_char_p()
    cuda.cuGetErrorString(status, ctypes.byref(words))
    return f"{(words.value or b'unknown error').decode('utf-8', 'replace')} (CUDA error {status})"


def _version() -> str:
    try:
        said = re.search(r"\b\d+\.\d+(\.\d+)?\b", _VERSION_FILE.read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return ""
    return said[0] if said else ""
