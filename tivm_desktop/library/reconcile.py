"""One scan of the music folders against what is known of them."""

import dataclasses
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tivm_desktop.library.changes import Changes, KnownTree
from tivm_desktop.library.compare import compare
from tivm_desktop.library.folder_stamps import unsettled
from tivm_desktop.library.patience import patiently
from tivm_desktop.library.roots import starts_of
from tivm_desktop.library.sounds import Sounds
from tivm_desktop.library.walk import Start, Walked, changed_since, walk

PATIENCE_S = 30.0
"""How long a folder may take to be listed before its drive is taken for one that is not there."""

_LOOKS_AGAIN = 3
"""How often folders that changed under the scan's eyes are listed anew, before files are missed."""


def scan_library(
    roots: Sequence[Path],
    known: KnownTree,
    cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[int], None] | None = None,
    identify: Callable[[Path], str] | None = None,
    *,
    patience_s: float = PATIENCE_S,
) -> Changes:
    """Walk the music folders and tell what is new, changed, moved, returned, doubled or vanished.

    Nothing is written; files are looked at and not opened, but by `identify`. Drives that don't answer are
    waited for on threads of their own.

    Args:
        roots: the music folders; they may overlap, and need not be there.
        known: what the store knows.
        cancelled: asked often; True ends the scan.
        progress: told now and then how many music files were seen.
        identify: the audio id of a file (`media.identity`), asked where size and time alone don't tell
            whether a new file is one that is known; without it such files are new.
        patience_s: how long a drive may take to answer.

    Raises:
        CancelledError: `cancelled` said so; nothing is known of the scan then.
    """
    sounds = Sounds(identify, cancelled)
    scan = _Scan(starts_of(roots), known.folder_stamps, cancelled, progress, patience_s)
    scan.look()
    for _ in range(_LOOKS_AGAIN):
        changes = compare(scan.starts, scan.walked, known, sounds)
        if not changes.vanished or not scan.look_again():
            return changes
    return _without_vanished(compare(scan.starts, scan.walked, known, sounds), known)


class _Scan:
    """Walks the roots one after the other, each as long as it answers."""

    def __init__(
        self,
        starts: list[Start],
        stamps: Mapping[bytes, bytes],
        cancelled: Callable[[], bool],
        progress: Callable[[int], None] | None,
        patience_s: float,
    ) -> None:
        self.starts = starts
        self.walked = Walked(stamps)
        self._cancelled = cancelled
        self._progress = progress
        self._patience_s = patience_s

    def look(self) -> None:
        """Walk all roots, then what links lead to."""
        for start in self.starts:
            self._walk([start])
        self._follow_links()

    def look_again(self) -> bool:
        """List anew what changed since it was listed; tell whether anything did."""
        changed = []
        before = self.walked

        def find(stop: Callable[[], bool]) -> None:
            changed.extend(changed_since(before, stop))

        self._patiently(find, before)
        for listing in changed:
            self.walked.forget(listing)
        self._walk([listing.start for listing in changed])
        self._follow_links()
        return bool(changed)

    def _follow_links(self) -> None:
        while links := self.walked.links:
            self.walked.links = []
            self._walk(links)

    def _walk(self, starts: list[Start]) -> None:
        if not starts:
            return
        part = Walked(self.walked.stamps, visited=set(self.walked.visited))
        if self._patiently(lambda stop: walk(starts, part, stop), part):
            self.walked.add(part)
        else:
            self.walked.unlisted.update((start.path, TimeoutError()) for start in starts)

    def _patiently(self, work: Callable[[Callable[[], bool]], None], walked: Walked) -> bool:
        return patiently(
            work,
            lambda: walked.steps,
            name="folder-walk",
            cancelled=self._cancelled,
            look=lambda: self._tell(walked),
            patience_s=self._patience_s,
        )

    def _tell(self, walked: Walked) -> None:
        if self._progress is not None:
            self._progress(self.walked.files + (walked.files if walked is not self.walked else 0))


def _without_vanished(changes: Changes, known: KnownTree) -> Changes:
    """Miss nothing, since files may be on the move right now; have their folders looked at again."""
    stamps = dict(changes.folder_stamps)
    for path in changes.vanished:
        folder = os.fsencode(path.parent)
        stamp = stamps.get(folder) or known.folder_stamps.get(folder)
        if stamp is not None:
            stamps[folder] = unsettled(stamp)
    return dataclasses.replace(changes, vanished=(), folder_stamps=stamps, unsettled=True)
