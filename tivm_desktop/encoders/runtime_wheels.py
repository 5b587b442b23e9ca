"""Which wheels GPU support is made of: the lock that comes with the program, and the names of wheels."""

import re
import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from tivm_desktop.bundle import bundled
from tivm_desktop.domain.errors import RuntimeFolderError

PYTHON = f"cp{sys.version_info.major}{sys.version_info.minor}"
"""What compiled modules have to be made for."""

_LOCK = "cuda.txt"
_ENTRY = re.compile(r"^([\w.-]+)==(\S+)(.*?)(?=^[\w.-]+==|\Z)", re.M | re.S)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_WHEEL = re.compile(
    r"(?P<name>\w+)-(?P<version>[\w.+!]+)-(?P<python>\w+(?:\.\w+)*)-(?P<abi>\w+)-(?P<system>[\w.]+)\.whl",
    re.ASCII,
)
_SYSTEMS = {"linux": "manylinux", "win32": "win"}
_DIGITS = 16

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LockedWheel:
    """One package of the lock."""

    name: str
    version: str
    hashes: frozenset[str]
    """sha256 of each of its files, for whichever system."""


@dataclass(frozen=True, slots=True)
class RuntimeLock:
    """All packages of GPU support."""

    digest: str
    """Names this state of the lock."""
    wheels: tuple[LockedWheel, ...]

    def package_of(self, file_name: str) -> LockedWheel | None:
        """Return the package that a wheel is of, going by its name; None if it is not for here."""
        parts = _WHEEL.fullmatch(file_name)
        if parts is None or not _fits(parts["python"], parts["abi"], parts["system"]):
            return None
        name = _plain(parts["name"])
        return next((w for w in self.wheels if (_plain(w.name), w.version) == (name, parts["version"])), None)

    def one_of_each(self, offered: Mapping[str, T], source: str) -> dict[str, T]:
        """Return what is offered for each package, by file name.

        Raises:
            RuntimeFolderError: one is lacking.
        """
        found: dict[str, str] = {}
        for file_name in offered:
            package = self.package_of(file_name)
            if package is not None:
                found.setdefault(package.name, file_name)
        lacking = [f"{wheel.name} {wheel.version}" for wheel in self.wheels if wheel.name not in found]
        if lacking:
            raise RuntimeFolderError(
                f"{source} lacks {_listed(lacking)} for {system_name()} and {PYTHON}: put "
                "the wheels there that docs/cuda.md names, and try again."
            )
        return {file_name: offered[file_name] for file_name in found.values()}


@cache
def runtime_lock() -> RuntimeLock:
    """Return the lock that came with the program.

    Raises:
        FileNotFoundError: the installation is damaged.
    """
    return read_lock((bundled("requirements") / _LOCK).read_bytes())


def read_lock(content: bytes) -> RuntimeLock:
    """Return what a lock in pip's format says."""
    import hashlib  # not needed by a start without GPU support

    text = content.decode("utf-8").replace("\r\n", "\n")
    wheels = tuple(
        LockedWheel(entry[1], entry[2], frozenset(_HASH.findall(entry[3]))) for entry in _ENTRY.finditer(text)
    )
    return RuntimeLock(hashlib.sha256(text.encode()).hexdigest()[:_DIGITS], wheels)


def system_name() -> str:
    """Return what compiled files are made for here, "linux-x86_64" say."""
    machine = _machine()
    return f"{_system()}-{'x86_64' if machine == 'amd64' else machine}"


def _machine() -> str:
    import platform

    return platform.machine().lower()


def _system() -> str:
    return {"win32": "windows", "darwin": "macos"}.get(sys.platform, sys.platform)


def _fits(python: str, abi: str, systems: str) -> bool:
    """Whether a wheel with these tags is for this interpreter on this system."""
    if not (abi == PYTHON and PYTHON in python.split(".")) and not (
        "py3" in python.split(".") and abi == "none"
    ):
        return False
    prefix = _SYSTEMS.get(sys.platform)
    machine = _machine()
    return prefix is not None and any(
        tag.startswith(prefix) and tag.endswith(f"_{machine}") for tag in systems.split(".")
    )


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _listed(words: Collection[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
