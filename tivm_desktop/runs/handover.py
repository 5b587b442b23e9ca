"""What a second start says to the first: one line of JSON, and never more than that."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

LONGEST = 1 << 16
"""Bytes of a message; whoever sends more is not listened to."""
MOST_PATHS = 100
LONGEST_TOKEN = 1000
ANSWER = b"taken\n"


@dataclass(frozen=True, slots=True)
class Handover:
    """What the user asked the second start for."""

    paths: tuple[Path, ...] = ()
    """Absolute paths of files and folders."""
    token: str = ""
    """The desktop's leave to come to the front; empty where it gave none."""


def encode(paths: Sequence[Path], token: str) -> bytes:
    """Write a message; paths that don't fit into it are left out, the last first."""
    texts = [str(path.absolute()) for path in paths[:MOST_PATHS]]
    while True:
        line = json.dumps({"paths": texts, "token": token[:LONGEST_TOKEN]}).encode() + b"\n"
        if len(line) <= LONGEST:
            return line
        texts.pop()


def decode(line: bytes) -> Handover:
    """Read a message.

    Raises:
        ValueError: it is none of ours.
    """
    if len(line) > LONGEST:
        raise ValueError("too long")
    try:
        said = json.loads(line)
    except RecursionError as error:
        raise ValueError("too deep") from error
    if not isinstance(said, dict):
        raise ValueError("no object")
    texts, token = said.get("paths"), said.get("token", "")
    if not isinstance(texts, list) or len(texts) > MOST_PATHS:
        raise ValueError("no paths, or too many")
    if not isinstance(token, str) or len(token) > LONGEST_TOKEN:
        raise ValueError("a strange token")
    if not all(isinstance(text, str) and "\0" not in text and Path(text).is_absolute() for text in texts):
        raise ValueError("a path that is none, or not absolute")
    return Handover(tuple(Path(text) for text in texts), token if token.isprintable() else "")
