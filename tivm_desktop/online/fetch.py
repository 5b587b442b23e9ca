"""Text and files from one known place, asked for by the user, and checked before anything uses them."""

import errno
import hashlib
import re
import time
from collections.abc import Callable
from http.client import HTTPResponse
from pathlib import Path
from typing import BinaryIO

from tivm_desktop.domain.errors import CancelledError, OnlineError
from tivm_desktop.online.asking import NotFromThereError, answer_to, host_of, next_block

SILENCE_S = 30.0
"""How long a server may send nothing while a file comes."""

_BLOCK = 1024 * 1024
_PARTIAL = 206


def fetch_text(url: str, *, limit_bytes: int, timeout_s: float) -> str:
    """Return the UTF-8 text at `url`.

    Args:
        url: HTTPS; plain HTTP only to this machine.
        limit_bytes: most that the text may have.
        timeout_s: most that all of it may take.

    Raises:
        OnlineError: it can't be had, is too long or no text; the sentence says why.
    """
    host = host_of(url)
    deadline_s = time.monotonic() + timeout_s
    content = b""
    with answer_to(url, {}, timeout_s) as answer:
        while block := next_block(answer):
            content += block
            if len(content) > limit_bytes:
                raise OnlineError(f"{host} sent more than was asked for; try again later.")
            if time.monotonic() > deadline_s:
                raise OnlineError(f"{host} took too long to answer; try again later.")
        if answer.length:
            raise OnlineError(f"The connection to {host} ended early; try again.")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise OnlineError(f"{host} sent something that is no text; try again later.") from error


def fetch_file(
    url: str,
    into: Path,
    *,
    sha256: str,
    size: int,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> None:
    """Have the file at `url` whole and checked under the name `into`, or not at all.

    What came before an interruption stays beside it under NAME.part, and the next call goes on from there.
    One call at a time for each `into`.

    Args:
        url: HTTPS; plain HTTP only to this machine.
        into: its path; its folder is there.
        sha256: what the file's content comes to, hexadecimal.
        size: its bytes.
        progress: hears (bytes that are here, bytes in all), on this thread, at least once.
        cancelled: asked between blocks.

    Raises:
        OnlineError: it can't be had, is not the file that was promised, or can't be written.
        CancelledError: `cancelled` said so.
    """
    part = into.with_name(into.name + ".part")
    try:
        resumed = _receive(url, part, size, progress, cancelled)
        if _digest(part, cancelled) != sha256.lower():
            part.unlink()
            if resumed:
                _receive(url, part, size, progress, cancelled)
            if not resumed or _digest(part, cancelled) != sha256.lower():
                part.unlink(missing_ok=True)
                raise OnlineError(f"{into.name} is not the file that was published; try again later.")
        part.replace(into)
    except OSError as error:
        raise OnlineError(_unwritable(part, error)) from error


def _receive(
    url: str, part: Path, size: int, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
) -> bool:
    """Fill `part` up to `size` bytes; return whether some of it was there before."""
    here = part.stat().st_size if part.exists() else 0
    if here > size:
        part.unlink()
        here = 0
    progress(here, size)
    if here == size:
        return True
    try:
        with (
            answer_to(url, {"Range": f"bytes={here}-"} if here else {}, SILENCE_S) as answer,
            part.open("r+b" if here else "wb") as file,
        ):
            continued = _continues(answer, here)
            if not continued:
                here = 0
            file.truncate(here)
            file.seek(here)
            _pour(answer, file, here, size, progress, cancelled)
    except NotFromThereError:
        part.unlink()
        return _receive(url, part, size, progress, cancelled)
    return continued


def _continues(answer: HTTPResponse, here: int) -> bool:
    """Return whether the server goes on at that byte rather than beginning anew."""
    begins = re.match(r"bytes (\d+)-", answer.headers.get("Content-Range", ""))
    return here > 0 and answer.status == _PARTIAL and begins is not None and int(begins[1]) == here


def _pour(
    answer: HTTPResponse,
    file: BinaryIO,
    here: int,
    size: int,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> None:
    while block := next_block(answer):
        if cancelled():
            raise CancelledError
        if here + len(block) > size:
            raise OnlineError(f"{host_of(answer.geturl())} sent more than was published; try again later.")
        file.write(block)
        here += len(block)
        progress(here, size)
    if here < size:
        raise OnlineError("The connection ended early: try again, and it goes on from where it ended.")


def _digest(path: Path, cancelled: Callable[[], bool]) -> str:
    summed = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            summed.update(block)
            if cancelled():
                raise CancelledError
    return summed.hexdigest()


def _unwritable(part: Path, error: OSError) -> str:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        part.unlink(missing_ok=True)
        return f"The drive of {part.parent} is full: free some space and try again."
    return f"{part} can't be written ({error.strerror or error}): check the folder and try again."
