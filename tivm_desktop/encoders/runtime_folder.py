"""GPU support: an ONNX Runtime with CUDA in the user's data, used instead of the program's own."""

import importlib
import json
import os
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import RLock
from types import MappingProxyType
from typing import Any, Literal

from tivm_desktop.encoders.runtime_wheels import PYTHON, RuntimeLock, runtime_lock, system_name

State = Literal["absent", "complete", "outdated", "broken"]

MARK = "complete.json"
"""Written last: the folder's files and their sizes, and what they are for."""
GET_ANEW = "remove it and install it again (`tivm gpu remove`, `tivm gpu install`, or Settings, Computing)"
_NAME = re.compile(r"[0-9a-f]{16}")
_MODULES = "onnxruntime"
NO_TELEMETRY = "ORT_DISABLE_TELEMETRY"
"""Where this is not set before ONNX Runtime is loaded, it numbers the computer and tells its maker of the
start, even if it is told to stop afterwards."""


@dataclass(frozen=True, slots=True)
class GpuSupport:
    """What there is of GPU support."""

    state: State
    """"complete" is the only one that is used; "outdated" is that of another version of the program."""
    folder: Path | None = None
    problem: str = ""
    """What is wrong and what to do about it, a sentence without its full stop; empty where nothing is."""
    size_bytes: int = 0
    """What it takes on the drive; where it is absent, what a download that broke off has left."""
    versions: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Its packages, where it is complete."""


class _Chosen:
    """Where this process looks, and what it found: one for the process, as its modules are (ADR 0128)."""

    root: Path | None = None
    found: GpuSupport | None = None
    lock = RLock()
    """Held while the runtime is loaded: whoever asks for it meanwhile gets a whole one."""


def choose(root: Path | None) -> None:
    """Have this process, and the workers it will start, look for GPU support below `root`.

    Nothing is looked at before `onnxruntime` is first needed. To be called before that.
    """
    _Chosen.root, _Chosen.found = root, None


def chosen_root() -> Path | None:
    """Return where this process looks; None where nothing was chosen."""
    return _Chosen.root


def gpu_support() -> GpuSupport:
    """Return what this process found, looking if it has not yet."""
    with _Chosen.lock:
        if _Chosen.found is None:
            _Chosen.found = GpuSupport("absent") if _Chosen.root is None else look_at(_Chosen.root)
        return _Chosen.found


def runtime() -> Any:  # noqa: ANN401 - the module has no types
    """Return the module `onnxruntime`: that of GPU support where it is in order, else the program's own."""
    with _Chosen.lock:
        if _MODULES not in sys.modules:
            os.environ[NO_TELEMETRY] = "1"
            support = gpu_support()
            if support.state == "complete" and support.folder is not None:
                _use(support, support.folder)
        import onnxruntime

        return onnxruntime


def _use(support: GpuSupport, folder: Path) -> None:
    """Load the runtime of GPU support; where that fails, go back to the program's own and remember why."""
    _make_known(folder)
    try:
        import onnxruntime  # noqa: F401 - from here on it is the process's
    except ImportError as error:
        _forget(folder)
        why = " ".join(str(error).split())[:200]
        _Chosen.found = replace(
            support,
            state="broken",
            problem=f"GPU support can't be loaded and is not used ({why}): {GET_ANEW}",
        )


def in_use() -> bool:
    """Whether the `onnxruntime` that this process has loaded is that of GPU support."""
    loaded, folder = sys.modules.get(_MODULES), gpu_support().folder
    return loaded is not None and folder is not None and Path(str(loaded.__file__)).is_relative_to(folder)


def look_at(root: Path, lock: RuntimeLock | None = None) -> GpuSupport:
    """Return what lies below `root`, by names and sizes only: it is asked at every start.

    Args:
        root: `data/gpu` of the profile.
        lock: what is wanted; the program's own if None.
    """
    try:
        kept = sorted(child for child in root.iterdir() if _NAME.fullmatch(child.name) and child.is_dir())
    except OSError:
        return GpuSupport("absent")
    if not kept:
        return GpuSupport("absent", size_bytes=_size_of(root))
    try:
        digest = (lock or runtime_lock()).digest
    except OSError as error:
        return GpuSupport("broken", kept[0], str(error).rstrip("."))
    folder = root / digest
    if folder in kept:
        return _checked(folder)
    return GpuSupport(
        "outdated",
        kept[0],
        "GPU support is that of another version of TIVM Desktop and is not used: get it anew "
        "(`tivm gpu install`, or Settings, Computing)",
        sum(_size_of(old) for old in kept),
    )


def _checked(folder: Path) -> GpuSupport:
    try:
        mark = json.loads((folder / MARK).read_text(encoding="utf-8"))
        files, versions = dict(mark["files"]), dict(mark["versions"])
        made_for = (str(mark["python"]), str(mark["system"]))
    except (OSError, ValueError, KeyError, TypeError):
        return _broken(folder, f"it has no {MARK} that can be read")
    if made_for != (PYTHON, system_name()):
        return _broken(folder, f"it is for {' and '.join(made_for)}, not for {PYTHON} and {system_name()}")
    for name, size in files.items():
        try:
            here = (folder / name).stat().st_size
        except OSError as error:
            return _broken(folder, f"{name} is lacking ({error.strerror or error})")
        if here != size:
            return _broken(folder, f"{name} has {here} bytes instead of {size}")
    return GpuSupport("complete", folder, "", sum(files.values()), MappingProxyType(versions))


def _broken(folder: Path, why: str) -> GpuSupport:
    return GpuSupport(
        "broken", folder, f"GPU support is damaged and is not used, {why}: {GET_ANEW}", _size_of(folder)
    )


def _size_of(folder: Path) -> int:
    size = 0
    for path in folder.rglob("*"):
        with suppress(OSError):
            size += 0 if path.is_dir() else path.lstat().st_size
    return size


def _make_known(folder: Path) -> None:
    """Have Python find its modules first, and Windows its libraries."""
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    if sys.platform == "win32":
        for libraries in sorted(folder.glob("nvidia/*/bin")):
            os.add_dll_directory(str(libraries))


def _forget(folder: Path) -> None:
    """Undo `_make_known`, and drop what was loaded of it."""
    sys.path.remove(str(folder))
    for name in [name for name in sys.modules if name.partition(".")[0] == _MODULES]:
        del sys.modules[name]
    importlib.invalidate_caches()
