"""Whose each shipped file is."""

import re
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import distributions, packages_distributions
from pathlib import Path, PurePosixPath

from builder.system_copies import FOLDER, ORDER

from . import system
from .known import Known, known_parts
from .part import PROGRAM

CPYTHON = "CPython"
_OWN = ("tivm_desktop", "tivm", "tivm-desktop")
_VENDORED = re.compile(r"(?:^|/)[^/]*(?:\.libs|\.dylibs)/")
_STARTER = re.compile(r"py(?:imod|i_rth|i_splash|iboot)|_pyi_rth|_pyinstaller|PyInstaller")


class UncoveredError(RuntimeError):
    """Files or modules are shipped whose licence nobody has told."""


@dataclass(frozen=True, slots=True, order=True)
class Owner:
    """Who a file is from: a `kind` and a name within it."""

    kind: str
    """"known", "wheel", "debian", "pack", "python", or "own" for the program itself."""
    name: str


def contents(onedir: Path) -> list[Path]:
    """Return the folders whose files the program is made of: that of a onedir, or those of a macOS bundle.

    Raises:
        FileNotFoundError: it is neither.
    """
    for names in (("_internal",), ("Contents/Frameworks", "Contents/Resources")):
        folders = [onedir / name for name in names if (onedir / name).is_dir()]
        if folders:
            return folders
    raise FileNotFoundError(f"{onedir} has no _internal and no Contents: build the program first.")


def shipped(onedir: Path, but: Path) -> Iterator[tuple[str, Path]]:
    """Yield each shipped file: its path within the program, with "/", and where it is.

    Links are left out, and what is below `but`.
    """
    for root in contents(onedir):
        for path in sorted(root.rglob("*")):
            if path.is_file() and not path.is_symlink() and not path.is_relative_to(but):
                # PyInstaller writes the names of folders with "__dot__" in a macOS bundle.
                yield path.relative_to(root).as_posix().replace("__dot__", "."), path


class Owners:
    """Knows who a file is from. Reads what is installed for the Python that runs it, once."""

    def __init__(self) -> None:
        self._files: dict[str, str] = {}
        for found in distributions():
            name = _canonical(found.metadata["Name"])
            for entry in found.files or []:
                self._files.setdefault(PurePosixPath(entry).as_posix(), name)
        self._modules = packages_distributions()
        self._python = _python_files()

    def of_file(self, path: str, where: Path) -> Owner | None:
        """Return whose the shipped file `path` is, None if nobody's."""
        top = path.split("/", 1)[0]
        if path.startswith("tivm_desktop/_bundled/models/"):
            return Owner("pack", path.split("/")[3])
        if top in _OWN or path == f"{FOLDER}/{ORDER}":
            return Owner("own", PROGRAM)
        entry = _known(path)
        if entry:
            return Owner("known", entry.name)
        if _VENDORED.search(path):
            return None  # a library by others, that the wheel's own licence says nothing of
        wheel = self._files.get(path) or self._of_info(top)
        if wheel:
            return Owner("wheel", wheel)
        if self._is_python(path):
            return Owner("python", CPYTHON)
        package = system.debian_package(where.name)
        named = next((known for known in known_parts() if package in known.debian), None) if package else None
        if named:
            return Owner("known", named.name)
        return Owner("debian", package) if package else None

    def of_module(self, module: str) -> Owner | None:
        """Return whose the Python module `module` is, None if nobody's."""
        top = module.split(".", 1)[0]
        if top in _OWN:
            return Owner("own", PROGRAM)
        if top in sys.stdlib_module_names or top.startswith("_sysconfigdata"):
            return Owner("python", CPYTHON)
        if _STARTER.match(top):
            return Owner("known", "PyInstaller's starter")
        for name in self._modules.get(top, []):
            return Owner("wheel", _canonical(name))
        stem = module.replace(".", "/")
        wheel = next(
            (self._files[file] for file in (f"{stem}.py", f"{stem}/__init__.py") if file in self._files), None
        )
        return Owner("wheel", wheel) if wheel else None

    def _of_info(self, top: str) -> str | None:
        """Return the distribution whose metadata folder `top` is."""
        match = re.fullmatch(r"(.+)-[^-]+\.(?:dist|egg)-info", top)
        return _canonical(match[1]) if match else None

    def _is_python(self, path: str) -> bool:
        name = path.rsplit("/", 1)[-1]
        return (
            name == "base_library.zip"
            or "/lib-dynload/" in f"/{path}"
            or path.startswith(("Python.framework/", "python3", "lib/python3"))
            or re.fullmatch(r"(?:lib)?python3[\d.]*(?:\.so[\d.]*|\.dll|\.dylib)|Python", name) is not None
            or name in self._python
        )


def _known(path: str) -> Known | None:
    return next((entry for entry in reversed(known_parts()) if entry.is_file(path)), None)


def _python_files() -> frozenset[str]:
    """Return the names of the interpreter's own compiled modules."""
    folders = [Path(sys.base_prefix, "DLLs"), Path(sysconfig.get_path("platstdlib"), "lib-dynload")]
    return frozenset(
        path.name
        for folder in folders
        if folder.is_dir()
        for path in folder.glob("*.*")
        if path.suffix in (".pyd", ".so")
    )


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
