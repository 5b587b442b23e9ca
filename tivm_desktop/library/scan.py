"""Finding music or videos in a folder: by extension, in a person's order, never going round in circles."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from tivm_desktop.domain.errors import FileError
from tivm_desktop.library.walk import AUDIO_EXTENSIONS, Start, Walked, walk, why_unlisted

NaturalKey = tuple[tuple[int, str], ...]

VIDEO_EXTENSIONS = frozenset(
    f".{name}"
    for name in (
        *("3gp", "avi", "flv", "m2ts", "m4v", "mkv", "mov", "mp4", "mpeg", "mpg", "mts", "mxf", "ogv", "ts"),
        *("webm", "wmv"),
    )
)
"""In lower case."""

_DIGITS = re.compile(r"(\d+)")


def is_audio_file(path: Path) -> bool:
    """Tell by the extension alone whether `path` is taken for music."""
    return path.suffix.lower() in AUDIO_EXTENSIONS


def is_video_file(path: Path) -> bool:
    """Tell by the extension alone whether `path` is taken for a video."""
    return path.suffix.lower() in VIDEO_EXTENSIONS


def natural_key(name: str) -> NaturalKey:
    """Sort key that puts `Track 2` before `track 10`, and `a` beside `A`."""
    return tuple(
        (int(part), "") if part.isdecimal() else (-1, part) for part in _DIGITS.split(name.casefold())
    )


def folder_order(folder: Path) -> tuple[NaturalKey, ...]:
    """Sort key that puts a folder before those in it, and neighbours in a person's order."""
    return tuple(map(natural_key, folder.parts))


def scan_folder(folder: Path, unreadable: Callable[[Path, str], None] | None = None) -> Iterator[Path]:
    """Walk `folder` and everything below it for audio files.

    A folder's own files come first, then its subfolders, both in natural order. Hidden files and folders are
    left out. Links to folders are followed, each real folder being visited once.

    Args:
        folder: where to start.
        unreadable: called with a subfolder that can't be listed, and the sentence that says why.

    Yields:
        Paths of audio files, beginning with `folder` as it was given.

    Raises:
        FileError: `folder` itself is gone, no folder, or not readable; raised at the first step.
    """
    walked = Walked()
    pending = [Start(os.fspath(folder))]
    while pending:
        walk(pending, walked, lambda: False)
        pending, walked.links = walked.links, []
    for path, error in walked.unlisted.items():
        if path == os.fspath(folder):
            raise FileError(folder, why_unlisted(folder, error)) from error
        if unreadable is not None:
            unreadable(Path(path), why_unlisted(Path(path), error))
    found = {Path(path): listing for path, listing in walked.listings.items()}
    for place in sorted(found, key=folder_order):
        for name in sorted((file[0] for file in found[place].files), key=natural_key):
            yield place / name


def find_videos(folder: Path) -> list[Path]:
    """Return the videos in a folder and below, told by extension, without hidden ones, in a person's order.

    Raises:
        FileError: there is no such folder, it can't be read, or it has no video.
    """
    if not folder.is_dir():
        raise FileError(folder, f"{folder} is not a folder; give the folder that holds the videos.")
    try:
        found = [
            path
            for path in folder.rglob("*")
            if is_video_file(path)
            and not any(part.startswith(".") for part in path.relative_to(folder).parts)
            and path.is_file()
        ]
    except OSError as error:
        raise FileError(
            folder, f"{folder} can't be read ({error.strerror or error}); check its permissions."
        ) from error
    if not found:
        raise FileError(folder, f"{folder} holds no video; give a folder with finished videos.")
    return sorted(found, key=lambda path: [natural_key(part) for part in path.relative_to(folder).parts])
