"""Finding the music in a folder: by extension, in a person's order, without ever going round in circles."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from tivm_desktop.domain.errors import FileError

AUDIO_EXTENSIONS = frozenset(
    f".{name}"
    for name in (
        *("aac", "ac3", "aif", "aifc", "aiff", "ape", "au", "caf", "dff", "dsf", "flac", "m4a", "m4b", "mka"),
        *("mp2", "mp3", "mpc", "oga", "ogg", "opus", "spx", "tta", "wav", "wave", "weba", "wma", "wv"),
    )
)

_DIGITS = re.compile(r"(\d+)")


def is_audio_file(path: Path) -> bool:
    """Tell by the extension alone whether `path` is taken for music."""
    return path.suffix.lower() in AUDIO_EXTENSIONS


def natural_key(name: str) -> tuple[tuple[int, str], ...]:
    """Sort key that puts `Track 2` before `track 10`, and `a` beside `A`."""
    return tuple(
        (int(part), "") if part.isdecimal() else (-1, part) for part in _DIGITS.split(name.casefold())
    )


def scan_folder(folder: Path, unreadable: Callable[[Path, str], None] | None = None) -> Iterator[Path]:
    """Walk `folder` and everything below it for audio files.

    A folder's own files come first, then its subfolders, both in natural order. Hidden files and folders are
    left out. Links to folders are followed, each real folder being visited once. Holds the listing of one
    branch at a time.

    Args:
        folder: where to start.
        unreadable: called with a subfolder that can't be listed, and the sentence that says why.

    Yields:
        Paths of audio files, beginning with `folder` as it was given.

    Raises:
        FileError: `folder` itself is gone, no folder, or not readable; raised at the first step.
    """
    try:
        root = folder.stat()
        pending = [_listing(folder)]
    except OSError as error:
        raise FileError(folder, _why(folder, error)) from error
    visited = {(root.st_dev, root.st_ino)}
    while pending:
        files, subfolders = pending[-1]
        yield from files
        files.clear()
        if not subfolders:
            pending.pop()
            continue
        subfolder = subfolders.pop()
        try:
            status = subfolder.stat()
            if (status.st_dev, status.st_ino) in visited:
                continue
            visited.add((status.st_dev, status.st_ino))
            pending.append(_listing(subfolder))
        except OSError as error:
            if unreadable is not None:
                unreadable(subfolder, _why(subfolder, error))


def _listing(folder: Path) -> tuple[list[Path], list[Path]]:
    """Audio files in natural order, and subfolders in reverse natural order (to be popped)."""
    files: list[Path] = []
    subfolders: list[Path] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir():
                subfolders.append(folder / entry.name)
            elif is_audio_file(Path(entry.name)) and entry.is_file():
                files.append(folder / entry.name)
    files.sort(key=lambda path: natural_key(path.name))
    subfolders.sort(key=lambda path: natural_key(path.name), reverse=True)
    return files, subfolders


def _why(folder: Path, error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return f"The folder {folder} is not there any more; choose the music folder again."
        case NotADirectoryError():
            return f"{folder} is not a folder; choose the folder that holds your music."
        case PermissionError():
            return f"The folder {folder} may not be read; give yourself permission or choose another."
        case _:
            return f"The folder {folder} can't be read ({error.strerror}); check the disk it is on."
