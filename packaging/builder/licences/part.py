"""One part of the program by another author, and the index that the window shows."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

INDEX = "index.json"
PROGRAM = "TIVM Desktop"


@dataclass(frozen=True, slots=True)
class Part:
    """What is shipped by one author under one licence."""

    name: str
    version: str
    licence: str
    """An SPDX expression; LicenseRef-... where SPDX has no name for it."""
    files: tuple[str, ...]
    """Texts: the licence, notices; paths relative to the index, with "/"."""
    what: str = ""
    """What it does in the program: one short clause."""
    origin: str = ""
    """Where the builder took it from."""
    homepage: str = ""
    source: str = ""
    """Where its source code is published."""
    copyright: tuple[str, ...] = ()
    """Its notices, a line each."""
    paths: tuple[str, ...] = ()
    """The files it is, relative to the program's folder, with "/"; empty for what is compiled into others."""


def write(parts: Sequence[Part], into: Path) -> None:
    """Write the index of `parts` into the folder `into`; only the main keys are there without a value."""
    always = {"name", "version", "licence", "files", "what", "origin"}
    entries = [
        {key: value for key, value in asdict(part).items() if value or key in always} for part in parts
    ]
    text = json.dumps(entries, ensure_ascii=False, indent=1) + "\n"
    (into / INDEX).write_text(text, encoding="utf-8", newline="\n")


def read(folder: Path) -> list[Part]:
    """Read back the index that lies in `folder`.

    Raises:
        OSError: there is none.
        ValueError: it isn't one.
    """
    entries: list[dict[str, Any]] = json.loads((folder / INDEX).read_text(encoding="utf-8"))
    return [Part(**as_tuples(entry)) for entry in entries]


def as_tuples(entry: dict[str, Any]) -> dict[str, Any]:
    """Return an entry of a file with its lists as tuples."""
    return {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
