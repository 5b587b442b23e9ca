"""Listings of folders as a few bytes: as long as they are the same, nobody looks at the files one by one."""

import hashlib
from array import array
from collections.abc import Sequence

Entry = tuple[str, int, int, int]
"""A music file of a folder: name, size in bytes, time of change in ns, number on its drive."""

SETTLING_NS = 2_000_000_000
"""The coarsest clock of a file system (FAT): what was written within it may be written again unseen."""

_PLAIN = b"\0"
_MOUNTED = b"\1"


def folder_stamp(
    names: Sequence[str],
    sizes: Sequence[int],
    mtimes_ns: Sequence[int],
    *,
    mounted: bool,
    settled: bool = True,
) -> bytes:
    """Stamp of a folder by names, sizes and times of its music files, in the order in which they are listed.

    Where a file system lists them in another order the stamp is another, which costs a look at each of them.

    Args:
        names: of the files.
        sizes: in bytes.
        mtimes_ns: times of change.
        mounted: whether a drive is mounted there: when it no longer is, that is no reason to miss its files.
        settled: False, where files are being written to or can't be looked at, gives a stamp that is no
            settled folder's, so that the folder is looked at anew.
    """
    kind = _MOUNTED if mounted else _PLAIN
    if not settled:
        return kind
    digest = hashlib.blake2b("\0".join(names).encode("utf-8", "surrogateescape"), digest_size=16)
    digest.update(array("q", sizes))
    digest.update(array("q", mtimes_ns))
    return kind + digest.digest()


def unsettled(stamp: bytes) -> bytes:
    """Make a stamp one that has its folder looked at anew."""
    return stamp[:1]


def was_mounted(stamp: bytes) -> bool:
    """Tell whether a drive was mounted at the folder that had this stamp."""
    return stamp.startswith(_MOUNTED)


def is_settled(mtime_ns: int, now_ns: int) -> bool:
    """Tell whether a file's time is far enough from now for its next change to show."""
    return abs(now_ns - mtime_ns) >= SETTLING_NS


def all_settled(mtimes_ns: Sequence[int], now_ns: int) -> bool:
    """Tell whether the times of all files are."""
    return max(mtimes_ns, default=0) <= now_ns - SETTLING_NS or all(
        is_settled(mtime_ns, now_ns) for mtime_ns in mtimes_ns
    )
