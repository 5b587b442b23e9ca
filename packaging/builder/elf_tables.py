"""What programs and libraries ask of the system, read from their own tables by binutils' objdump."""

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

_MAGIC = b"\x7fELF"
_ONE_CALL = 200


@dataclass(frozen=True, slots=True)
class Elf:
    """A program or library."""

    path: Path
    needed: frozenset[str]
    """Names of the libraries it is linked with."""
    glibc: tuple[int, ...]
    """The newest version of the C library that one of its symbols asks for; empty where none does."""
    search_path: tuple[str, ...]
    """Where it looks for libraries before the system does; "$ORIGIN" is its own folder."""
    private: bool
    """Whether it uses what the C library keeps to itself: it works with one exact version of that only."""


def elf_files(folder: Path) -> list[Path]:
    """Return the programs and libraries below a folder, sorted; links are left out."""
    plain = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sorted(path for path in plain if _is_elf(path))


def read_elf(files: list[Path]) -> list[Elf]:
    """Return what each file asks for, in order.

    Raises:
        OSError: objdump can't be run.
        subprocess.CalledProcessError: a file can't be read.
    """
    read: list[Elf] = []
    for begin in range(0, len(files), _ONE_CALL):
        some = files[begin : begin + _ONE_CALL]
        done = subprocess.run(
            ["objdump", "-p", *some],
            env={**os.environ, "LC_ALL": "C"},
            capture_output=True,
            text=True,
            check=True,
        )
        tables = re.split(r"^\S.*:\s+file format .*$", done.stdout, flags=re.M)[1:]
        read += [_elf(path, table) for path, table in zip(some, tables, strict=True)]
    return read


def from_outside(read: list[Elf], carried: set[str]) -> set[str]:
    """Return the names of the libraries that `read` are linked with and that are not among `carried`."""
    return {name for elf in read for name in elf.needed} - carried


def _elf(path: Path, table: str) -> Elf:
    versions = re.findall(r" GLIBC_(\d+(?:\.\d+)+)$", table, re.M)
    searched = re.search(r"^\s+(?:RPATH|RUNPATH)\s+(\S+)$", table, re.M)
    return Elf(
        path,
        frozenset(re.findall(r"^\s+NEEDED\s+(\S+)$", table, re.M)),
        max((tuple(map(int, version.split("."))) for version in versions), default=()),
        tuple(searched[1].split(":")) if searched else (),
        "GLIBC_PRIVATE" in table,
    )


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == _MAGIC
