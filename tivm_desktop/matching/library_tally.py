"""What a library's files lack yet, and how many there are of each kind."""

from collections.abc import Collection, Sequence
from pathlib import Path

from tivm_desktop.domain.indexing import IndexProgress, IndexState
from tivm_desktop.domain.library_status import LibraryState, LibraryStatus
from tivm_desktop.domain.suggestion import SkippedTrack
from tivm_desktop.domain.track_facts import Depth
from tivm_desktop.library.changes import Changes
from tivm_desktop.matching.index_queue import Wanted
from tivm_desktop.matching.library_contents import Needs
from tivm_desktop.matching.library_scope import Scope


class LibraryTally:
    """Counts files; each is in one of: lacking something, failed, done."""

    def __init__(self) -> None:
        self.failed: dict[Path, str] = {}
        """Files that can't be listened to, and why."""
        self.scan_is_over = False
        """Whether the folders were looked at, or that was given up."""
        self._unreadable: dict[Path, str] = {}
        self._lacking: dict[Depth, set[Path]] = {Depth.COARSE: set(), Depth.FULL: set()}
        self._files = 0
        self._scanning = False
        self._settled: set[tuple[Path, Depth]] = set()

    @property
    def total(self) -> int:
        """Files with music, and places that can't be read."""
        return self._files + len(self._unreadable)

    @property
    def left(self) -> int:
        """Files that are to be listened to in some depth still; what lacks windows mostly lacks all."""
        return max(map(len, self._lacking.values()))

    @property
    def done(self) -> int:
        """Files that are dealt with, the failed ones among them."""
        return self.total - self.left

    @property
    def skipped(self) -> tuple[SkippedTrack, ...]:
        """What can't be ranked, in order of paths."""
        reasons = self.failed | self._unreadable
        return tuple(SkippedTrack(path, why) for path, why in sorted(reasons.items()))

    def lacks(self, path: Path, depth: Depth) -> bool:
        """Tell whether a file is to be listened to in a depth."""
        return path in self._lacking[depth]

    def lacks_anything(self, path: Path) -> bool:
        """Tell whether a file is to be listened to."""
        return any(path in lacking for lacking in self._lacking.values())

    def open(self, tracks: int) -> None:
        """Begin with so many tracks that are known, before the folders were looked at."""
        if not self.scan_is_over:
            self._files = tracks

    def begin_scan(self) -> None:
        """Note from now on what the scan may not see."""
        self._scanning = True
        self._settled.clear()

    def scanned(self, changes: Changes, needs: Needs) -> list[Path]:
        """Take in what a scan has found; return the files at which nobody is to be at work any more.

        They lack nothing, or are gone; or they are other files than those that are being listened to, and
        what is said of them then is not said of what is there now.
        """
        before = set().union(*self._lacking.values())
        others = _others(changes)
        self.scanned_again(changes)
        self._files = needs.total
        self.failed = dict(needs.failed)
        settled, self._settled = self._settled, set()
        self._lacking = {Depth.COARSE: set(), Depth.FULL: set()}
        self.want([one for one in needs.wanted if (one.path, one.depth) not in settled or one.path in others])
        return list(before.difference(*self._lacking.values()) | (before & others))

    def scanned_again(self, changes: Changes) -> None:
        """Take in that a scan has found nothing new."""
        self.scan_is_over, self._scanning = True, False
        self._unreadable = {one.path: one.sentence for one in changes.unreadable}

    def give_up_scan(self) -> None:
        """Note that the folders are not looked at any more."""
        self.scan_is_over, self._scanning = True, False
        self._settled.clear()

    def want(self, wanted: Sequence[Wanted]) -> None:
        """Note what is to be listened to."""
        for one in wanted:
            self._lacking[one.depth].add(one.path)
            self.failed.pop(one.path, None)

    def done_with(self, paths: Collection[Path], depth: Depth) -> None:
        """Note that files were listened to in a depth; a scan under way may not have seen that."""
        for reached, lacking in self._lacking.items():
            if reached <= depth:
                lacking.difference_update(paths)
                self._settled.update((path, reached) for path in paths if self._scanning)
        for path in paths:
            self.failed.pop(path, None)

    def fail(self, path: Path, sentence: str) -> None:
        """Note that a file can't be listened to."""
        for lacking in self._lacking.values():
            lacking.discard(path)
        self.failed[path] = sentence

    def status(
        self, scope: Scope, progress: IndexProgress, undescribed: int, *, walking: bool, held: bool
    ) -> LibraryStatus:
        """Return how the library stands.

        Args:
            scope: its folders.
            progress: how the indexer stands.
            undescribed: sounds that were listened to and can't be ranked yet.
            walking: whether its folders are looked at.
            held: whether the user holds it.
        """
        good = self.total - len(self.failed) - len(self._unreadable)
        full = good - len(self._lacking[Depth.FULL]) - undescribed
        windows = good - len(self._lacking[Depth.COARSE]) - undescribed
        if walking:
            state = LibraryState.SCANNING
        elif not self.left and not undescribed:
            state = LibraryState.SETTLED
        elif held:
            state = LibraryState.PAUSED
        elif progress.state is IndexState.WAITING:
            state = LibraryState.WAITING
        else:
            state = LibraryState.INDEXING
        return LibraryStatus(
            folders=scope.folders,
            total=self.total,
            coarse=max(windows, full, 0),
            full=max(full, 0),
            state=state,
            eta_s=progress.eta_s if state is LibraryState.INDEXING else None,
            why_waiting=progress.why_waiting if state is LibraryState.WAITING else "",
            failed=self.skipped,
            away=scope.away,
        )


def _others(changes: Changes) -> set[Path]:
    """Where other files are than before, or the same with other contents."""
    arrived = (one.file for one in (*changes.moved, *changes.duplicates))
    return {file.path for file in (*changes.new, *changes.changed, *arrived)}
