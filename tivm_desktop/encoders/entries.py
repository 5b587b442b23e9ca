"""Taking entries out of a manifest, strictly."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, TypeVar

from tivm_desktop.domain.errors import PackError

Shapes = Mapping[str, tuple[int | str, ...]]
"""Shapes of a graph's inputs or outputs by name; free dimensions carry a name."""

MOST_WIDE = 65536
"""How long a row of features may be; a row is kept for each second of every file."""
MOST_FILES = 64
"""How many licences and other texts a pack may name; each is read and hashed."""

_T = TypeVar("_T")
_LONGEST_WORD = 250
_MOST_DIMENSIONS = 8


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A file of the pack and its SHA-256, hexadecimal."""

    path: Path
    sha256: str


class Entries:
    """Takes entries out of a manifest's JSON document and refuses what is not as it should be.

    Every method raises `PackError`, whose sentence names the manifest and the entry.
    """

    def __init__(self, folder: Path, path: Path) -> None:
        """Read for the pack in `folder`, whose manifest is `path`."""
        self._folder = folder
        self._path = path

    def take(self, entry: Mapping[str, Any], name: str, kind: type[_T], default: _T | None = None) -> _T:
        """Return the value of that name and kind."""
        value = entry.get(name, default)
        if not isinstance(value, kind) or isinstance(value, bool):
            if name not in entry:
                raise self.error(f"lacks the entry {name!r}")
            raise self.error(f"has something unexpected as {name!r}")
        return value

    def word(self, entry: Mapping[str, Any], name: str) -> str:
        """Return a name that can stand in a sentence: of one line, and not a page long."""
        value = self.take(entry, name, str)
        if not _is_word(value):
            raise self.error(
                f"says a {name} that is longer than {_LONGEST_WORD} characters or not of one line"
            )
        return value

    def file(self, entry: object) -> FileEntry:
        """Return the file, inside the pack's folder, that an entry names with its hash."""
        if not isinstance(entry, dict):
            raise self.error("names a file without its sha256")
        name = self.take(entry, "file", str)
        sha256 = self.take(entry, "sha256", str)
        if len(sha256) != 64 or set(sha256) - set("0123456789abcdef"):
            raise self.error(f"has a sha256 for {name[:_LONGEST_WORD]!r} that is none")
        return FileEntry(self._inside(name), sha256)

    def files(self, entries: list[Any]) -> tuple[FileEntry, ...]:
        """Return the files that a list names, no more than `MOST_FILES`."""
        if len(entries) > MOST_FILES:
            raise self.error(f"names more than {MOST_FILES} files in a list")
        return tuple(self.file(entry) for entry in entries)

    def size(self, entry: Mapping[str, Any], name: str, most: int = MOST_WIDE) -> int:
        """Return a number from 1 to `most`."""
        value = self.take(entry, name, int)
        if not 1 <= value <= most:
            raise self.error(f"says a {name} that is not from 1 to {most}")
        return value

    def shapes(self, entry: dict[str, Any]) -> dict[str, tuple[int | str, ...]]:
        """Return shapes by name."""
        for name, shape in entry.items():
            if not isinstance(shape, list) or not all(type(size) is int or _is_word(size) for size in shape):
                raise self.error(f"says a shape of {name[:80]!r} that is not a list of numbers and names")
            if not _is_word(name) or len(shape) > _MOST_DIMENSIONS:
                raise self.error(f"says a shape of {name[:80]!r} that no network has")
        return {name: tuple(shape) for name, shape in entry.items()}

    def names(self, values: list[Any]) -> tuple[str, ...]:
        """Return names, no more than `MOST_WIDE`."""
        if not all(map(_is_word, values)):
            raise self.error("has a list of names with something else in it")
        if len(values) > MOST_WIDE:
            raise self.error(f"has a list of more than {MOST_WIDE} names")
        return tuple(values)

    def error(self, what: str) -> PackError:
        """Return the error that says what is wrong with the manifest."""
        return PackError(self._path, f"{self._path} {what}; get the pack again or choose another.")

    def _inside(self, name: str) -> Path:
        parts = PurePosixPath(name).parts
        outside = (
            PurePosixPath(name).is_absolute()
            or PureWindowsPath(name).anchor
            or ".." in parts
            or "\\" in name
            or not _is_word(name)
        )
        path = self._folder.joinpath(*parts) if parts and not outside else None
        if path is None or not self._holds(path):
            raise self.error(f"names the file {name[:_LONGEST_WORD]!r}, which is not in the pack's folder")
        return path

    def _holds(self, path: Path) -> bool:
        """Whether a path leads into the folder; not one that links in a circle, or that no system has."""
        try:
            return path.resolve().is_relative_to(self._folder.resolve())
        except (OSError, ValueError, RuntimeError):
            return False


def _is_word(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST_WORD and value.isprintable()
