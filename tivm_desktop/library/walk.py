"""Walking folders for music: every real folder once, nothing opened but folders, however deep they lie."""

import errno
import os
import stat
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from tivm_desktop.domain.errors import CancelledError
from tivm_desktop.library.below import beginning_in
from tivm_desktop.library.folder_stamps import Entry, all_settled, folder_stamp
from tivm_desktop.library.open_folder import folder_status, opened_folder

AUDIO_EXTENSIONS = frozenset(
    f".{name}"
    for name in (
        *("aac", "ac3", "aif", "aifc", "aiff", "ape", "au", "caf", "dff", "dsf", "flac", "m4a", "m4b", "mka"),
        *("mp2", "mp3", "mpc", "oga", "ogg", "opus", "spx", "tta", "wav", "wave", "weba", "wma", "wv"),
    )
)

_SPELLINGS = AUDIO_EXTENSIONS | {extension.upper() for extension in AUDIO_EXTENSIONS}
_KIND, _REGULAR = 0o170000, stat.S_IFREG
"""What of a file's mode tells its kind, and that of plain files; asked of each, where a call would count."""
_NOT_OURS = frozenset({"lost+found", "$RECYCLE.BIN", "System Volume Information", "@eaDir", "#recycle"})
"""Folders of the system's own."""

Identity = tuple[int, int]
"""Device and number on it."""


class Start(NamedTuple):
    """A folder to be walked."""

    path: str
    root: int = 0
    """Place of its music folder among all."""
    device: int | None = None
    """What its parent lies on; None where that is not known yet."""


class Listing(NamedTuple):
    """The music files of one folder."""

    start: Start
    identity: Identity
    mtime_ns: int
    """Of the folder, before it was listed."""
    mounted: bool
    """A drive is mounted there."""
    settled: bool
    """False if something in it may be written to right now."""
    bare: bool
    """There is nothing at all in it, hidden files apart."""
    stamp: bytes
    total: int
    """So many music files are in it."""
    files: list[Entry]
    """Sorted by name; none if the stamp is the known one."""
    holes: list[tuple[str, OSError]]
    """Files that can't be looked at."""


@dataclass(slots=True)
class Walked:
    """What walks saw so far; may be looked at while one goes on."""

    stamps: Mapping[bytes, bytes] = field(default_factory=dict)
    """Known ones, by folder as bytes."""
    listings: dict[str, Listing] = field(default_factory=dict)
    """By path, as are the next."""
    unlisted: dict[str, OSError] = field(default_factory=dict)
    """Folders that could not be listed."""
    links: list[Start] = field(default_factory=list)
    """Links to folders, not followed yet: real folders come first, so that files keep their places when links
    come and go."""
    visited: set[Identity] = field(default_factory=set)
    files: int = 0
    """Music files in them."""
    steps: int = 0
    """Grows as long as the walk goes on."""

    def add(self, part: "Walked") -> None:
        """Take over what another walk saw, which knew what was visited here."""
        self.listings |= part.listings
        self.unlisted |= part.unlisted
        self.links += part.links
        self.visited |= part.visited
        self.files += part.files

    def forget(self, listing: Listing) -> None:
        """Take a listing back, so that its folder can be listed again."""
        del self.listings[listing.start.path]
        self.visited.discard(listing.identity)
        self.files -= listing.total


def walk(starts: Sequence[Start], walked: Walked, stop: Callable[[], bool]) -> None:
    """List folders and all below them that were not visited yet.

    Raises:
        CancelledError: `stop` said so.
    """
    pending = list(reversed(starts))
    while pending:
        if stop():
            raise CancelledError
        start = pending.pop()
        walked.steps += 1
        try:
            found = _list(start, walked)
        except OSError as error:
            walked.unlisted[start.path] = error
            continue
        if found is not None:
            listing, subfolders = found
            walked.listings[start.path] = listing
            walked.files += listing.total
            pending += subfolders


def changed_since(walked: Walked, stop: Callable[[], bool]) -> list[Listing]:
    """Folders that are gone, were replaced, or had names added or removed since they were listed.

    Raises:
        CancelledError: `stop` said so.
    """
    changed = []
    for listing in walked.listings.values():
        if stop():
            raise CancelledError
        walked.steps += 1
        try:
            with opened_folder(listing.start.path) as folder:
                status = folder_status(folder)
        except OSError:
            changed.append(listing)
            continue
        if (_identity(status), status.st_mtime_ns) != (listing.identity, listing.mtime_ns):
            changed.append(listing)
    return changed


def why_unlisted(folder: Path, error: OSError) -> str:
    """One sentence that says why a folder can't be listed."""
    match error:
        case FileNotFoundError():
            return f"The folder {folder} is not there any more; choose the music folder again."
        case NotADirectoryError():
            return f"{folder} is not a folder; choose the folder that holds your music."
        case PermissionError():
            return f"The folder {folder} may not be read; give yourself permission or choose another."
        case TimeoutError():
            return f"The folder {folder} does not answer; check the drive or the network it is on."
        case _:
            return f"The folder {folder} can't be read ({error.strerror or error}); check the disk it is on."


def _list(start: Start, walked: Walked) -> tuple[Listing, list[Start]] | None:
    """The folder's listing and its subfolders; None if it was visited."""
    with opened_folder(start.path) as folder:
        status = folder_status(folder)
        identity = _identity(status)
        if identity in walked.visited:
            return None
        walked.visited.add(identity)
        device = status.st_dev
        parent = Path(start.path, os.pardir).stat().st_dev if start.device is None else start.device
        within = beginning_in(start.path)
        now_ns = time.time_ns()
        seen: list[Entry] = []
        holes: list[tuple[str, OSError]] = []
        subfolders: list[Start] = []
        bare = True
        with os.scandir(folder) as entries:
            for entry in entries:
                name = entry.name
                if name[0] == ".":
                    continue
                try:
                    if name[-4:] in _SPELLINGS or name[name.rfind(".") :].lower() in AUDIO_EXTENSIONS:
                        of_file = entry.stat()
                        if of_file.st_mode & _KIND == _REGULAR:
                            seen.append((name, of_file.st_size, of_file.st_mtime_ns, of_file.st_ino))
                            continue
                    if name in _NOT_OURS:
                        continue
                    bare = False
                    if entry.is_dir(follow_symlinks=False):
                        subfolders.append(Start(within + name, start.root, device))
                    elif entry.is_symlink() and entry.is_dir():
                        walked.links.append(Start(within + name, start.root, device))
                except FileNotFoundError:
                    continue
                except OSError as error:
                    if error.errno != errno.ELOOP:
                        holes.append((name, error))
    mtimes_ns = [entry[2] for entry in seen]
    settled = all_settled(mtimes_ns, now_ns)
    is_whole = settled and not holes
    mounted = device != parent
    names, sizes = [entry[0] for entry in seen], [entry[1] for entry in seen]
    stamp = folder_stamp(names, sizes, mtimes_ns, mounted=mounted, settled=is_whole)
    is_known = is_whole and walked.stamps.get(os.fsencode(start.path)) == stamp
    files = [] if is_known else sorted(seen)
    bare = bare and not seen and not holes
    times = (status.st_mtime_ns, mounted, settled, bare)
    return Listing(start, identity, *times, stamp, len(seen), files, holes), subfolders


def _identity(status: os.stat_result) -> Identity:
    return status.st_dev, status.st_ino
