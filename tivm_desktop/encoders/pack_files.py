"""Files of a pack read as what they should be: files, of a plausible size, and the ones it was made with."""

import hashlib
import json
import stat
from pathlib import Path
from typing import Any

from tivm_desktop.domain.errors import PackError
from tivm_desktop.encoders.entries import FileEntry

MOST_TEXT_BYTES = 32 * 2**20
"""Of a manifest, a list of classes, a licence: a hundred times the base pack's manifest, which is by far the
largest and grows by 850 bytes with each track and video that a pack is calibrated with."""
MOST_MODEL_BYTES = 512 * 2**20
"""Of a model, which is read and loaded in one piece: the largest known, VGGish, has 289 MB."""

_DEEPEST = 64
_MOST_PARTS = 100_000


def read_whole(path: Path, most_bytes: int) -> bytes:
    """Return a file's content.

    Raises:
        OSError: it is missing, or can't be read.
        PackError: it is a folder, a pipe or a device, or larger than `most_bytes`.
    """
    about = path.stat()
    if not stat.S_ISREG(about.st_mode):
        raise PackError(path, f"{path} is not a regular file; get the pack again.")
    content = b""
    if about.st_size <= most_bytes:
        with path.open("rb") as file:
            content = file.read(most_bytes + 1)
    if max(about.st_size, len(content)) > most_bytes:
        raise PackError(
            path, f"{path} is larger than {most_bytes // 2**20} MiB, which no pack needs; get the pack again."
        )
    return content


def read_checked(entry: FileEntry, most_bytes: int) -> bytes:
    """Return a file's content.

    Raises:
        PackError: it is missing, no regular file, too large, or not the one with that hash.
    """
    try:
        content = read_whole(entry.path, most_bytes)
    except OSError as error:
        raise PackError(
            entry.path,
            f"{entry.path} is missing from the pack ({error.strerror or error}); get the pack again.",
        ) from error
    if hashlib.sha256(content).hexdigest() != entry.sha256:
        raise PackError(
            entry.path,
            f"{entry.path} is not the file its pack was made with (its SHA-256 differs); get the pack again.",
        )
    return content


def parse_json(path: Path, content: bytes) -> Any:  # noqa: ANN401 - whatever the file holds
    """Return the document that a file of that content holds.

    Raises:
        PackError: it is not JSON in UTF-8, or holds more lists and objects, or deeper ones, than any pack.
    """
    if content.count(b"[") + content.count(b"{") > _MOST_PARTS:
        raise PackError(path, f"{path} holds more than {_MOST_PARTS} lists and objects; get the pack again.")
    try:
        document = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise PackError(path, f"{path} is not valid JSON ({error}); get the pack again.") from error
    level = [document]
    for _ in range(_DEEPEST):
        level = [inner for one in level for inner in _parts(one) if isinstance(inner, dict | list)]
        if not level:
            return document
    raise PackError(path, f"{path} nests deeper than {_DEEPEST} levels; get the pack again.")


def _parts(one: object) -> Any:  # noqa: ANN401 - the values of any JSON
    if isinstance(one, dict):
        return one.values()
    return one if isinstance(one, list) else ()
