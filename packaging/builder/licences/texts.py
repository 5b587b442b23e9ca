"""Full texts of licences by their SPDX names, and licence files as text.

The texts come from the package licensedcode-data, which is installed for building and not shipped.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

_NAMES = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*")
_WORDS = {"AND", "OR", "WITH"}
# The data names the newest form of what SPDX calls "-or-later" and "-only" alike.
_STEM = re.compile(r"-(?:or-later|only)$")
_COPYRIGHT = re.compile(
    r"^[\s*#%/.;\-]*((?:portions\s+)?(?:copyright\b|©).*(?:\d{4}|©|\(c\)).*)$", re.I | re.M
)


class TextMissingError(RuntimeError):
    """A licence's text is nowhere to be had on this machine."""


def names(expression: str) -> list[str]:
    """Return the names of licences and exceptions in an SPDX `expression`, in their order, each once."""
    found = [name for name in _NAMES.findall(expression) if name not in _WORDS]
    return list(dict.fromkeys(found))


def spdx_text(name: str) -> str:
    """Return the text of the licence or exception with the SPDX name `name`.

    Raises:
        TextMissingError: licensedcode-data isn't installed, or doesn't know it.
    """
    try:
        data = distribution("licensedcode-data")
    except PackageNotFoundError as error:
        raise TextMissingError(
            "The package licensedcode-data is missing: install requirements/package.txt."
        ) from error
    index = _by_name(Path(str(data.locate_file("licensedcode/data/licenses"))))
    stem = _STEM.sub("", name)
    file = index.get(name) or index.get(f"{stem}-or-later") or index.get(stem)
    if file is None:
        raise TextMissingError(f"licensedcode-data has no text of the licence {name}.")
    return _body(file.read_text(encoding="utf-8"))


@cache
def _by_name(folder: Path) -> dict[str, Path]:
    """Return the files of the data by the SPDX names of their licences."""
    found: dict[str, Path] = {}
    for path in sorted(folder.glob("*.LICENSE")):
        for name in _keys(path.read_text(encoding="utf-8")):
            found.setdefault(name, path)
    return found


def _keys(text: str) -> Iterator[str]:
    """Yield the SPDX names in the head of one of the data's files, the main one first."""
    head = text.split("\n---", 1)[0]
    yield from re.findall(r"^spdx_license_key: *(\S+)", head, re.M)
    others = re.search(r"^other_spdx_license_keys:\n((?: +- .*\n?)+)", head, re.M)
    if others:
        yield from re.findall(r"- *(\S+)", others[1])


def _body(text: str) -> str:
    return text.split("\n---\n", 1)[1].lstrip("\n") if text.startswith("---") else text


def as_text(file: Path) -> str:
    """Return what a licence file says, however it is encoded, with "\\n" at its lines' ends."""
    data = file.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    return text.replace("\r\n", "\n").replace("\f", "\n")


def copyright_lines(text: str, most: int = 12) -> tuple[str, ...]:
    """Return the first `most` notices of copyright in `text`, each on one line and once."""
    lines = (" ".join(match[1].split()) for match in _COPYRIGHT.finditer(text))
    return tuple(dict.fromkeys(line for line in lines if len(line) < 200))[:most]
