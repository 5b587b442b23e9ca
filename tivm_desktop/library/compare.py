"""What a walk saw beside what is known: the differences, told apart."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tivm_desktop.library.changes import Changes, FoundFile, KnownFile, KnownTree
from tivm_desktop.library.differing import Differing, differing_folders
from tivm_desktop.library.folder_stamps import Entry
from tivm_desktop.library.pairing import Arrival, Pairing
from tivm_desktop.library.scan import NaturalKey, folder_order, natural_key
from tivm_desktop.library.sounds import Sounds
from tivm_desktop.library.walk import Listing, Start, Walked

_SEPARATOR = os.fsencode(os.sep)
_HALF = 1 << 63


def compare(
    starts: Sequence[Start],
    walked: Walked,
    known: KnownTree,
    sounds: Sounds,
) -> Changes:
    """Tell what changed since the scan whose stamps are known.

    Args:
        starts: the music folders.
        walked: all that was seen of them.
        known: what the store knows; its files are read only if a folder differs.
        sounds: what the scan listened to so far, and listens to now.
    """
    folders = differing_folders(starts, walked, known.folder_stamps)
    told = Changes(
        unreadable=folders.unreadable,
        roots_missing=folders.roots_missing,
        away=folders.away,
        folder_stamps=folders.stamps,
        total=walked.files,
        unsettled=folders.unsettled,
    )
    if not folders.different and not folders.stamps and known.folder_stamps:
        return told
    files = known.files
    sorted_out = _sort_out(folders, files)
    in_order = _Order(folders.different)
    arrivals = sorted(sorted_out.arrivals, key=lambda one: in_order(one.file))
    pairs = Pairing(files, sorted_out.missing, sorted_out.elsewhere, sounds).pair(arrivals)
    unpaired = [
        one for one in arrivals if one.file.path not in pairs.moved and one.file.path not in pairs.duplicates
    ]
    return replace(
        told,
        new=tuple(one.file for one in unpaired if not one.occupied or _key(one.file) in pairs.left),
        changed=tuple(one.file for one in unpaired if one.occupied and _key(one.file) not in pairs.left),
        moved=tuple(pairs.moved[one.file.path] for one in arrivals if one.file.path in pairs.moved),
        returned=tuple(sorted(sorted_out.returned, key=in_order)),
        duplicates=tuple(
            pairs.duplicates[one.file.path] for one in arrivals if one.file.path in pairs.duplicates
        ),
        vanished=tuple(Path(os.fsdecode(path)) for path in sorted_out.vanished if path not in pairs.left),
    )


@dataclass(slots=True)
class _SortedOut:
    """Known files, less those that are where they were, and found files, likewise."""

    arrivals: list[Arrival] = field(default_factory=list)
    returned: list[FoundFile] = field(default_factory=list)
    missing: dict[bytes, KnownFile] = field(default_factory=dict)
    """Not where they were, or others are there now; also those that an earlier scan marked."""
    vanished: list[bytes] = field(default_factory=list)
    """Those of the missing that are to be marked unless they moved."""
    elsewhere: set[bytes] = field(default_factory=set)
    """In no music folder any more: whether they are there is not known."""


def _sort_out(folders: Differing, known: Iterable[KnownFile]) -> _SortedOut:
    """Compare the files of folders that differ, and find the files of folders that are gone."""
    result = _SortedOut()
    left = {
        key: {os.fsencode(entry[0]): entry for entry in one.files} for key, one in folders.different.items()
    }
    for one in known:
        folder, _, name = one.path.rpartition(_SEPARATOR)
        folder = folder or _SEPARATOR
        if folder in folders.same and not one.vanished:
            continue
        entry = left[folder].get(name) if folder in left else None
        if entry is not None and (one.size, one.mtime_ns) == entry[1:3]:
            del left[folder][name]
            if one.vanished:
                result.returned.append(_found(folders.different[folder], entry))
        elif entry is not None:
            del left[folder][name]
            result.missing[one.path] = one
            result.arrivals.append(Arrival(_found(folders.different[folder], entry), occupied=True))
        elif one.vanished:
            result.missing[one.path] = one
        elif not folders.in_reach.has_file(one.path):
            result.elsewhere.add(one.path)
        elif not folders.held.has_file(one.path) and one.path not in folders.holes:
            result.missing[one.path] = one
            result.vanished.append(one.path)
    for folder, entries in left.items():
        listing = folders.different[folder]
        result.arrivals += [Arrival(_found(listing, entry), occupied=False) for entry in entries.values()]
    result.vanished.sort()
    return result


def _found(listing: Listing, entry: Entry) -> FoundFile:
    name, size, mtime_ns, number = entry
    inode = (number + _HALF) % (2 * _HALF) - _HALF
    return FoundFile(Path(listing.start.path, name), size, mtime_ns, inode)


class _Order:
    """Sorts files as a person does: by music folder, then a folder's own files before those below it."""

    def __init__(self, listings: Mapping[bytes, Listing]) -> None:
        self._folders = {
            Path(one.start.path): (one.start.root, folder_order(Path(one.start.path)))
            for one in listings.values()
        }

    def __call__(self, file: FoundFile) -> tuple[int, tuple[NaturalKey, ...], NaturalKey]:
        root, folder = self._folders[file.path.parent]
        return root, folder, natural_key(file.path.name)


def _key(file: FoundFile) -> bytes:
    return os.fsencode(file.path)
