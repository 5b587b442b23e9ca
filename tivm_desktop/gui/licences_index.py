"""The licences of everything the program carries, as they were collected when it was packaged."""

import json
from dataclasses import dataclass
from pathlib import Path

from tivm_desktop.domain.errors import FileError
from tivm_desktop.gui.language import tr

INDEX, SOURCES = "index.json", "sources.txt"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the program that somebody else may have made."""

    name: str
    version: str
    licence: str
    """SPDX expression."""
    what: str
    """What it does in the program; may be empty."""
    homepage: str
    """May be empty."""
    texts: tuple[Path, ...]
    """Files with its licence's text."""

    def matches(self, sought: str) -> bool:
        """Tell whether all words of a search are found in what is told of it."""
        told = f"{self.name} {self.version} {self.licence} {self.what}".casefold()
        return all(word in told for word in sought.casefold().split())


def read_index(folder: Path) -> tuple[Part, ...]:
    """Read which parts there are. Reads files: not for the GUI thread.

    Args:
        folder: `bundled("licences")`.

    Raises:
        FileError: the list is missing or damaged.
    """
    file = folder / INDEX
    try:
        listed = json.loads(file.read_text(encoding="utf-8"))
        return tuple(_part(entry, folder) for entry in listed)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise FileError(file, _unreadable(file, error)) from error


def read_text(part: Part) -> str:
    """Return the text of a part's licences. Reads files: not for the GUI thread.

    Raises:
        FileError: one of them is missing.
    """
    return "\n\n".join(_read(file).rstrip() for file in part.texts) + "\n"


def read_sources(folder: Path) -> str:
    """Return where the source code of all parts is to be had.

    Raises:
        FileError: the file is missing.
    """
    return _read(folder / SOURCES)


def _part(entry: dict[str, object], folder: Path) -> Part:
    texts = entry["files"]
    if not isinstance(texts, list):
        raise TypeError("files are no list")
    return Part(
        name=str(entry["name"]),
        version=str(entry.get("version", "")),
        licence=str(entry["licence"]),
        what=str(entry.get("what", "")),
        homepage=str(entry.get("homepage", "")),
        texts=tuple(_inside(folder, str(text)) for text in texts),
    )


def _inside(folder: Path, name: str) -> Path:
    """Return a file of the folder.

    Raises:
        ValueError: it lies elsewhere.
    """
    file = folder / name
    if not file.resolve().is_relative_to(folder.resolve()):
        raise ValueError(f"{name} is not in the folder")
    return file


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise FileError(file, _unreadable(file, error.strerror or error)) from error


def _unreadable(file: Path, why: object) -> str:
    return tr("{file} can't be read ({why}): install the program again.").format(file=file, why=why)
