"""Symbols for debuggers are taken out of what carries many."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

_PATTERNS = ("libpython3*.so*", "python3*/lib-dynload/*.so", "av/**/*.so", "_cffi_backend*.so")
"""Below `_internal`. Python's own build and Cython's modules of PyAV are mostly symbols. All others gain less
than a tenth, and libraries that auditwheel has patched may break."""


def strip(inside: Path) -> int:
    """Strip the libraries in the folder `_internal` that gain much, and return how many bytes were won.

    Raises:
        FileNotFoundError: strip is missing (Debian: binutils).
        subprocess.CalledProcessError: a file could not be stripped; strip says why on stderr.
    """
    files = list(_files(inside))
    before = sum(file.stat().st_size for file in files)
    if files:
        subprocess.run(["strip", "--strip-unneeded", *files], check=True)
    return before - sum(file.stat().st_size for file in files)


def _files(inside: Path) -> Iterator[Path]:
    for pattern in _PATTERNS:
        yield from (file for file in inside.glob(pattern) if file.is_file() and not file.is_symlink())
