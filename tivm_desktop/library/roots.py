"""The music folders of a library, and which of them are not there now."""

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tivm_desktop.library.below import Below
from tivm_desktop.library.folder_stamps import was_mounted
from tivm_desktop.library.walk import Start, Walked


def folder_named(folder: Path) -> Path:
    """Return a folder as the library names it: absolute, and without `..`, which is taken as it is written.

    The disk is not asked.
    """
    return Path(os.path.normpath(folder.absolute()))


def starts_of(roots: Iterable[Path]) -> list[Start]:
    """Where walks begin: each folder once, as the library names it, in the order given."""
    paths = dict.fromkeys(map(folder_named, roots))
    return [Start(str(path), index) for index, path in enumerate(paths)]


def folders_away(starts: Sequence[Start], walked: Walked, stamps: Mapping[bytes, bytes]) -> list[str]:
    """Folders of which nothing can be said now.

    These are music folders that can't be listed, or are bare and were not; and places where a drive was
    mounted that are bare now, or gone: unmounting leaves an empty folder behind, or none.

    Args:
        starts: the music folders.
        walked: what was seen.
        stamps: of the last scan, by folder.
    """
    roots = {start.path for start in starts}
    away = [start.path for start in starts if start.path in walked.unlisted]
    for path, listing in walked.listings.items():
        if listing.bare and not listing.mounted:
            key = os.fsencode(path)
            if was_mounted(stamps.get(key, b"")) or (path in roots and _any_below(key, stamps)):
                away.append(path)
    in_reach = Below(map(os.fsencode, roots))
    away += [
        os.fsdecode(key)
        for key, stamp in stamps.items()
        if was_mounted(stamp)
        and os.fsdecode(key) not in walked.listings
        and os.fsdecode(key) not in roots
        and in_reach.has_folder(key)
    ]
    return away


def _any_below(folder: bytes, stamps: Mapping[bytes, bytes]) -> bool:
    below = Below([folder])
    return any(below.has_folder(key) for key in stamps)
