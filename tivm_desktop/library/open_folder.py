"""Opening folders to list them, however long their paths are."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_BY_DESCRIPTOR = os.scandir in os.supports_fd and os.open in os.supports_dir_fd
_FLAGS = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NONBLOCK", 0)
_LONGEST_BYTES = 4000
"""Of one path given to the system, which takes 4,095 of them; longer ones are gone in steps."""


@contextmanager
def opened_folder(path: str) -> Iterator[int | str]:
    """The folder as something that can be listed: a descriptor where the system has them, else its path."""
    if not _BY_DESCRIPTOR:
        yield _extended(path)
        return
    descriptor = _open(path)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def folder_status(folder: int | str) -> os.stat_result:
    """Size, times and numbers of a folder that was opened."""
    return os.fstat(folder) if isinstance(folder, int) else Path(folder).stat()


def _open(path: str) -> int:
    """Open a folder whose path may be longer than what the system takes at once."""
    if len(os.fsencode(path)) <= _LONGEST_BYTES:
        return os.open(path, _FLAGS)
    first, *others = _steps(os.fsencode(path))
    descriptor = os.open(first, _FLAGS)
    for part in others:
        above = descriptor
        try:
            descriptor = os.open(part, _FLAGS, dir_fd=above)
        finally:
            os.close(above)
    return descriptor


def _steps(path: bytes) -> Iterator[bytes]:
    separator = os.fsencode(os.sep)
    while len(path) > _LONGEST_BYTES:
        cut = path.rindex(separator, 0, _LONGEST_BYTES)
        yield path[:cut]
        path = path[cut + 1 :]
    yield path


def _extended(path: str) -> str:
    """A Windows path in the form that has no limit of 260 characters."""
    full = os.fspath(Path(path).absolute())
    if os.name != "nt" or full.startswith("\\\\?\\"):
        return full
    return f"\\\\?\\UNC\\{full[2:]}" if full.startswith("\\\\") else f"\\\\?\\{full}"
