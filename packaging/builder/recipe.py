"""What PyInstaller is told, for all systems: the spec file calls it."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from . import native, system_copies, trim
from .elf_tables import read_elf
from .library_graph import in_order, reachable
from .program import ROOT
from .stamp import stamp

PACKAGING = ROOT / "packaging"
WORK = ROOT / "build" / "package"
BUNDLED = "tivm_desktop/_bundled"
LINUX = sys.platform.startswith("linux")

_PACKS = ("base", "speech")
_METADATA = ("PySide6-Essentials", "av", "mutagen", "numpy", "onnxruntime", "scipy", "sounddevice")
"""Distributions whose versions `tivm doctor` names."""

_HIDDEN = ("onnxruntime", "sounddevice", *(("pulsectl",) if LINUX else ()))
"""Modules that are imported by name while the program runs."""

Entry = tuple[str, str, str]
"""Destination, source, kind: PyInstaller's."""


def analysis() -> dict[str, Any]:
    """Return the arguments of PyInstaller's Analysis."""
    from PyInstaller.utils.hooks import copy_metadata

    WORK.mkdir(parents=True, exist_ok=True)
    data = [(str(ROOT / "models" / pack), f"{BUNDLED}/models/{pack}") for pack in _PACKS]
    data.append((str(ROOT / "resources"), f"{BUNDLED}/resources"))
    data.append((str(stamp(ROOT).write(WORK)), BUNDLED))
    if (lock := ROOT / "requirements" / "cuda.txt").is_file():
        data.append((str(lock), f"{BUNDLED}/requirements"))
    for distribution in _METADATA:
        data += copy_metadata(distribution)
    return {
        "scripts": [str(PACKAGING / "start" / "program.py")],
        "pathex": [str(ROOT)],
        "datas": data,
        "hiddenimports": list(_HIDDEN),
        "excludes": list(trim.EXCLUDED_MODULES),
        "hookspath": [str(PACKAGING / "hooks")],
        "runtime_hooks": [str(PACKAGING / "hooks" / "system_libraries.py")] if LINUX else [],
    }


def executable(name: str) -> dict[str, Any]:
    """Return what PyInstaller's EXE is told on some systems only."""
    return native.executable(name, WORK)


def application() -> dict[str, Any]:
    """Return what PyInstaller's BUNDLE is told, which macOS has."""
    return native.application(WORK)


def executables() -> dict[str, bool]:
    """Return which executables are made, and whether each has a console (on Windows that is part of it).

    On Linux there is no difference, so that one file is given two names (`builder.onedir`).
    """
    return {"tivm-desktop": False} if LINUX else {"tivm-desktop": False, "tivm": True}


def trimmed(entries: Iterable[Entry]) -> list[Entry]:
    """Return the files that are shipped, at the place where they belong."""
    kept = [entry for entry in entries if trim.keeps(entry[0])]
    return _with_order(_needed(_placed(kept))) if LINUX else kept


def _placed(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries without those that are left to the system, its libraries apart from ours."""
    for destination, source, kind in entries:
        at: str | None = destination
        if kind == "BINARY":
            at = system_copies.place(destination, Path(source))
        if at is not None:
            yield at, source, kind


def _needed(entries: Iterable[Entry]) -> list[Entry]:
    """Leave out libraries that nothing asks for any more, and links to them."""
    files = list(entries)
    libraries = {Path(at).name: Path(source) for at, source, kind in files if kind == "BINARY"}
    modules = [Path(source) for _, source, kind in files if kind == "EXTENSION"]
    told = _needed_by([*libraries.values(), *modules])
    needs = {name: told[source] for name, source in libraries.items()}
    plugins = {Path(at).name for at, _, kind in files if kind == "BINARY" and "/plugins/" in at}
    roots = [name for source in modules for name in told[source]]
    roots += [
        name for name in needs if name in plugins - {*trim.OPTIONAL_PLUGINS} or name.startswith("libpython")
    ]
    wanted = reachable([*roots, *trim.LOADED_BY_NAME], needs) | plugins
    return [
        entry for entry in files if entry[2] not in ("BINARY", "SYMLINK") or Path(entry[0]).name in wanted
    ]


def _with_order(entries: list[Entry]) -> list[Entry]:
    """Add the list of the system's libraries, each after those that it needs."""
    copies = {
        Path(at).name: Path(source) for at, source, _ in entries if at.startswith(f"{system_copies.FOLDER}/")
    }
    told = _needed_by(copies.values())
    order = in_order(copies, {name: told[source] for name, source in copies.items()})
    file = WORK / system_copies.ORDER
    file.write_text("".join(f"{name}\n" for name in order), encoding="utf-8")
    return [*entries, (f"{system_copies.FOLDER}/{file.name}", os.fspath(file), "DATA")]


def _needed_by(files: Iterable[Path]) -> dict[Path, frozenset[str]]:
    return {elf.path: elf.needed for elf in read_elf(sorted(set(files)))}
