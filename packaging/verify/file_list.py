"""What lies in a system's root, so that two moments can be compared."""

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PACKAGE_MANAGER = (
    "var/lib/dpkg",
    "var/lib/apt",
    "var/cache/apt",
    "var/cache/debconf",
    "var/log/apt",
    "var/log/dpkg.log",
    "var/log/alternatives.log",
)
"""Where dpkg and apt keep their own books: the one thing that is let off, beside the users' homes."""
LISTED_LATER = ("etc/ld.so.cache", "var/cache/ldconfig/aux-cache")
"""Made by the system of what is installed; their contents differ, their presence does not."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Paths relative to the root, sorted."""

    added: list[str]
    gone: list[str]
    changed: list[str]

    def __bool__(self) -> bool:
        return bool(self.added or self.gone or self.changed)

    def sentence(self) -> str:
        """What differs, in words."""
        parts = [
            f"{len(paths)} {what} ({', '.join(paths[:8])}{', ...' if len(paths) > 8 else ''})"
            for what, paths in (("left", self.added), ("gone", self.gone), ("changed", self.changed))
            if paths
        ]
        return "; ".join(parts) or "nothing"


def listing(root: Path, leave_out: Sequence[str] = ()) -> dict[str, str]:
    """Return what lies below `root`: paths relative to it, and for each what it is.

    Mounted file systems, such as /proc, are not gone into.

    Args:
        root: the folder.
        leave_out: paths relative to it that are not listed, with all that is below them.
    """
    device = root.stat().st_dev
    return dict(_walk(root, "", device, frozenset(leave_out)))


def difference(before: Mapping[str, str], after: Mapping[str, str]) -> Difference:
    """Compare two listings."""
    return Difference(
        sorted(after.keys() - before.keys()),
        sorted(before.keys() - after.keys()),
        sorted(path for path in before.keys() & after.keys() if before[path] != after[path]),
    )


def _walk(root: Path, folder: str, device: int, leave_out: frozenset[str]) -> Iterator[tuple[str, str]]:
    with os.scandir(root / folder) as entries:
        for entry in entries:
            path = f"{folder}/{entry.name}" if folder else entry.name
            if path in leave_out:
                continue
            status = entry.stat(follow_symlinks=False)
            yield path, _nature(Path(entry.path), status, path)
            if entry.is_dir(follow_symlinks=False) and status.st_dev == device:
                yield from _walk(root, path, device, leave_out)


def _nature(path: Path, status: os.stat_result, name: str) -> str:
    owner = f"{stat.filemode(status.st_mode)} {status.st_uid}:{status.st_gid}"
    if stat.S_ISLNK(status.st_mode):
        return f"{owner} -> {path.readlink()}"
    if stat.S_ISREG(status.st_mode) and name not in LISTED_LATER:
        with path.open("rb") as file:
            return f"{owner} {hashlib.file_digest(file, 'blake2b').hexdigest()[:32]}"
    return owner
