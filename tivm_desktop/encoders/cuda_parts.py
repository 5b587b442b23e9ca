"""What it takes to compute on an NVIDIA card, piece by piece: is it there, and if not, what to do."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tivm_desktop.encoders.cuda_driver import LIBRARY, Driver, ask_driver, closed_devices
from tivm_desktop.encoders.cuda_libraries import cuda_libraries
from tivm_desktop.encoders.installed import is_installed_program, no_cuda_because
from tivm_desktop.encoders.runtime_folder import gpu_support, in_use, runtime

_CUDA = "CUDAExecutionProvider"
_DEFAULT_MAJOR = 12
_OLDEST = {12: ((12, 0), "525"), 13: ((13, 0), "580")}
"""Of each CUDA that the runtime may be built on: what the driver has to speak, and which is the first to."""
NO_DRIVER = f"{LIBRARY} is not found: install NVIDIA's driver, 525 or newer, for your system"


@dataclass(frozen=True, slots=True)
class Part:
    """One piece."""

    name: str
    there: bool
    says: str
    """What was found, or what is wrong."""
    remedy: str = ""
    """What to do, where it is not there; empty if another piece has to be seen to first."""


def cuda_parts() -> Iterator[Part]:
    """Yield all pieces, in the order in which they are to be seen to.

    Loads the libraries and wakes the card: for a process that ends soon, or uses them anyhow.
    """
    driver, major = ask_driver(), _cuda_major()
    yield from _driver_parts(driver, major)
    yield _permission(driver)
    yield _support()
    yield _runtime()
    yield from _libraries(major)


def first_missing() -> Part | None:
    """Return the first piece that is not there and has a remedy; None if all are there."""
    return next((part for part in cuda_parts() if not part.there and part.remedy), None)


def _driver_parts(driver: Driver | None, major: int) -> Iterator[Part]:
    needed, since = _OLDEST[major]
    if driver is None:
        yield Part("driver", False, *NO_DRIVER.split(": "))
        yield Part("card", False, "not known without the driver")
        return
    spoken = "an unknown CUDA" if driver.cuda is None else "CUDA {}.{}".format(*driver.cuda)
    says = f"{driver.version or LIBRARY}, speaks {spoken}"
    if driver.cuda is not None and driver.cuda < needed:
        yield Part("driver", False, says, f"install a newer one, {since} or later")
    else:
        yield Part("driver", True, says)
    if driver.cards:
        cards = (
            f"{card.name} ({card.memory_mib} MiB, compute capability {'{}.{}'.format(*card.capability)})"
            for card in driver.cards
        )
        yield Part("card", True, "; ".join(cards))
    else:
        yield Part(
            "card", False, driver.problem, "check with nvidia-smi; after an update of the driver, restart"
        )


def _permission(driver: Driver | None) -> Part:
    closed = closed_devices()
    if closed:
        names = ", ".join(str(path) for path in closed)
        return Part(
            "permission",
            False,
            f"{names} may not be opened",
            f"join the group {_groups(closed)}, and log in anew",
        )
    return Part(
        "permission", True, "nothing to open" if driver is None else "the card's devices may be opened"
    )


def _groups(paths: tuple[Path, ...]) -> str:
    found = set()
    for path in paths:
        try:
            found.add(path.group())
        except (OSError, KeyError, NotImplementedError):
            continue
    return " or ".join(sorted(found)) or "that owns them"


def _support() -> Part:
    support = gpu_support()
    if support.state == "complete":
        used = "used" if in_use() else "complete"
        return Part("GPU support", True, f"{used}, {support.size_bytes / 1e9:.1f} GB in {support.folder}")
    if support.state == "absent" and is_installed_program():
        return Part("GPU support", False, *no_cuda_because())
    if support.state == "absent":
        return Part(
            "GPU support", True, "not installed; not needed where onnxruntime-gpu is in the environment"
        )
    said, _, remedy = support.problem.rpartition(": ")
    return Part("GPU support", False, said, remedy)


def _runtime() -> Part:
    ort = runtime()
    origin = re.sub(r"[/\\]__init__\.pyc?$", "", str(ort.__file__))
    kind = "with CUDA" if _CUDA in ort.get_available_providers() else "without CUDA"
    says = f"onnxruntime {ort.__version__} {kind}, {origin}"
    if _CUDA in ort.get_available_providers():
        return Part("runtime", True, says)
    if gpu_support().state != "absent":
        return Part("runtime", False, f"{says}, the program's own")
    why, remedy = no_cuda_because()
    return Part("runtime", False, f"{says}; {why}", remedy)


def _libraries(major: int) -> Iterator[Part]:
    for library in cuda_libraries(major):
        if library.place:
            yield Part(library.name, True, " ".join(filter(None, (library.version, library.place))))
        else:
            yield Part(
                library.name,
                False,
                library.problem,
                "GPU support has it (`tivm gpu install`)",
            )


def _cuda_major() -> int:
    """Return the major version of the CUDA that the runtime is built on, or would be."""
    built = re.match(r"\d+", str(getattr(runtime(), "cuda_version", "")))
    major = int(built[0]) if built else _DEFAULT_MAJOR
    return major if major in _OLDEST else _DEFAULT_MAJOR
