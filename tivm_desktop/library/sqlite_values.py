"""Paths and texts in the form in which SQLite takes them."""

import os
from pathlib import Path


def path_key(path: Path) -> bytes:
    """A path as bytes: file names need not be text."""
    return os.fsencode(path.absolute())


def plain_text(value: str) -> str:
    """Text of which all is characters: what is none, from file names, becomes a replacement sign."""
    return value.encode("utf-8", "replace").decode("utf-8")
