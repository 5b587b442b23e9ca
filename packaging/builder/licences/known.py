"""The table of parts whose licences no metadata tells: known_parts.toml."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from .part import as_tuples

_TABLE = Path(__file__).with_name("known_parts.toml")


@dataclass(frozen=True, slots=True)
class Known:
    """An entry of the table; its keys are explained there."""

    name: str
    licence: str
    what: str = ""
    homepage: str = ""
    source: str = ""
    paths: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    version_in: str = ""
    version_of: str = ""
    copyright: tuple[str, ...] = ()
    texts: tuple[str, ...] | None = None
    files_of: tuple[str, ...] = ()
    debian: tuple[str, ...] = ()
    notice: str = ""

    def is_file(self, path: str) -> bool:
        """Return whether the shipped file `path` is this part."""
        return any(fnmatchcase(path, pattern) for pattern in self.paths)

    def is_within(self, paths: Iterable[str]) -> bool:
        """Return whether one of the shipped `paths` contains this part."""
        return any(fnmatchcase(path, pattern) for path in paths for pattern in self.inside)

    def version(self, files: Iterable[Path]) -> str:
        """Return its version as its `files` or its distribution tell it; empty if they don't."""
        if self.version_of:
            try:
                return distribution(self.version_of).version
            except PackageNotFoundError:
                return ""
        if not self.version_in:
            return ""
        pattern = re.compile(self.version_in)
        for file in files:
            match = pattern.search(file.read_bytes().decode("latin-1"))
            if match:
                return match[1].strip()
        return ""


@dataclass(frozen=True, slots=True)
class KnownWheel:
    """What a wheel's metadata doesn't say."""

    name: str
    licence: str = ""
    source: str = ""


@cache
def known_wheels() -> dict[str, KnownWheel]:
    """Return what the table says of wheels, by their names in lower case with "-"."""
    return {entry["name"]: KnownWheel(**entry) for entry in _table()["wheel"]}


@cache
def known_debian() -> dict[str, str]:
    """Return the licences of Debian packages whose copyright files no program can read."""
    return {name: entry["licence"] for entry in _table()["debian"] for name in entry["packages"]}


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(_TABLE.read_text(encoding="utf-8"))


@cache
def known_parts() -> tuple[Known, ...]:
    """Return the table; where two entries match one file, the later, more particular one is meant."""
    return tuple(Known(**as_tuples(entry)) for entry in _table()["part"])
