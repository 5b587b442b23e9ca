"""How much room the program's folders take, and emptying what can be made anew."""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tivm_desktop.domain.errors import FileError
from tivm_desktop.library.profile import Profile
from tivm_desktop.library.proxy_cache import ProxyCache


@dataclass(frozen=True, slots=True)
class DiskUse:
    """Bytes in the folders of a profile."""

    config: int
    data: int
    cache: int
    log: int
    emptied: int
    """What `empty_cache` would free."""


def disk_use(profile: Profile, video: Path | None = None) -> DiskUse:
    """Add up sizes of files; what can't be read counts nothing. Reads the disk: not for the GUI thread.

    Args:
        profile: whose folders.
        video: the video that is open, whose copy stays.
    """
    return DiskUse(
        config=_sum(_files(profile.config_folder)),
        data=_sum(_files(profile.data_folder)),
        cache=_sum(_files(profile.cache_folder)),
        log=_sum(_files(profile.log_folder)),
        emptied=_sum(_spare(profile, video)),
    )


def empty_cache(profile: Profile, video: Path | None = None) -> int:
    """Delete copies of videos and what was heard in them; all of it is made anew when it is wanted.

    Analyses, ratings, settings and logs are no part of it, nor are rows of tracks, which are in use.

    Args:
        profile: whose cache.
        video: the video that is open, whose copy stays.

    Returns:
        Bytes that were freed.

    Raises:
        FileError: something can't be deleted; the rest is.
    """
    freed = 0
    refused: FileError | None = None
    for path, size in list(_spare(profile, video)):
        try:
            path.unlink(missing_ok=True)
            freed += size
        except OSError as error:
            why = error.strerror or str(error)
            refused = FileError(path, f"{path} can't be deleted ({why}): close what uses it and try again.")
    if refused is not None:
        raise refused
    return freed


def _sum(files: Iterator[tuple[Path, int]]) -> int:
    return sum(size for _, size in files)


def _spare(profile: Profile, video: Path | None) -> Iterator[tuple[Path, int]]:
    """Yield what can go while the program runs; a hidden file is being written at this moment."""
    kept: Path | None = None
    if video is not None:
        with suppress(FileError):
            kept = ProxyCache(profile.proxies_folder).place_for(video)
    for folder in (profile.proxies_folder, profile.speech_folder):
        for path, size in _files(folder):
            if path != kept and not path.name.startswith("."):
                yield path, size


def _files(folder: Path) -> Iterator[tuple[Path, int]]:
    """Yield the files under a folder and their sizes in bytes; links are not followed."""
    waiting = [folder]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(Path(entry.path))
                    elif entry.is_file(follow_symlinks=False):
                        yield Path(entry.path), entry.stat(follow_symlinks=False).st_size
        except OSError:
            continue
