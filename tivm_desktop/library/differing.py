"""Which folders differ from what is known of them, and of which nothing can be said."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tivm_desktop.library.below import Below
from tivm_desktop.library.changes import Unreadable
from tivm_desktop.library.roots import folders_away
from tivm_desktop.library.walk import Listing, Start, Walked, why_unlisted


@dataclass(frozen=True)
class Differing:
    """Folders sorted by what is to be done about them; keys are paths as bytes."""

    different: dict[bytes, Listing]
    """Files in these are compared one by one."""
    same: set[bytes]
    """As they were."""
    in_reach: Below[bytes]
    """What lies in the music folders."""
    held: Below[bytes]
    """Of what lies in these nothing can be said."""
    stamps: dict[bytes, bytes | None]
    """To be remembered, or (None) forgotten."""
    away: tuple[Path, ...]
    roots_missing: tuple[Unreadable, ...]
    unreadable: tuple[Unreadable, ...]
    unsettled: bool
    holes: set[bytes] = field(default_factory=set)
    """Files that can't be looked at."""


def differing_folders(starts: Sequence[Start], walked: Walked, stamps: Mapping[bytes, bytes]) -> Differing:
    """Compare what was seen of the music folders with the stamps of the last scan."""
    away = folders_away(starts, walked, stamps)
    roots = {start.path: start for start in starts}
    unlisted = {
        path: error
        for path, error in walked.unlisted.items()
        if path in roots or not isinstance(error, (FileNotFoundError, NotADirectoryError))
    }
    gone_meanwhile = len(unlisted) < len(walked.unlisted)
    listings = walked.listings.values()
    different, same, new_stamps = _compare(walked, set(away), stamps)
    in_reach = Below(map(os.fsencode, roots))
    held = Below(map(os.fsencode, {*away, *unlisted}))
    seen = {os.fsencode(path) for path in walked.listings}
    new_stamps |= {
        key: None
        for key in stamps
        if key not in seen and in_reach.has_folder(key) and not held.has_folder(key)
    }
    holes = [(Path(one.start.path, name), error) for one in listings for name, error in one.holes]
    refusals = [(Path(path), error) for path, error in unlisted.items() if path not in roots]
    return Differing(
        different,
        same,
        in_reach,
        held,
        new_stamps,
        away=tuple(map(Path, away)),
        roots_missing=tuple(
            Unreadable(Path(path), why_unlisted(Path(path), unlisted[path]))
            for path in roots
            if path in unlisted
        ),
        unreadable=(
            *(Unreadable(path, why_unlisted(path, error)) for path, error in refusals),
            *(Unreadable(path, _why_unseen(path, error)) for path, error in holes),
        ),
        unsettled=gone_meanwhile or not all(listing.settled for listing in listings),
        holes={os.fsencode(path) for path, _ in holes},
    )


def _compare(
    walked: Walked, away: set[str], stamps: Mapping[bytes, bytes]
) -> tuple[dict[bytes, Listing], set[bytes], dict[bytes, bytes | None]]:
    """Folders that differ, those that don't, and the stamps to be remembered."""
    different: dict[bytes, Listing] = {}
    same: set[bytes] = set()
    new_stamps: dict[bytes, bytes | None] = {}
    for path, listing in walked.listings.items():
        if path in away:
            continue
        key = os.fsencode(path)
        before = stamps.get(key)
        if not (listing.total or listing.mounted or listing.holes):
            if before is not None:
                different[key] = listing
                new_stamps[key] = None
            continue
        if listing.stamp == before and listing.settled and not listing.holes:
            same.add(key)
            continue
        different[key] = listing
        if listing.stamp != before:
            new_stamps[key] = listing.stamp
    return different, same, new_stamps


def _why_unseen(path: Path, error: OSError) -> str:
    reason = error.strerror or error
    return f"{path.name} can't be looked at ({reason}); check its permissions and the disk it is on."
