"""What a library's files lack yet, and how many there are of each kind."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
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
        self._since = _Since()

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
        self._since = _Since()

    def scanned(self, changes: Changes, needs: Needs) -> list[Path]:
        """Take in what a scan has found; return the files at which nobody is to be at work any more.

        They lack nothing, or are gone; or they are other files than those that are being listened to, and
        what is said of them then is not said of what is there now.
        """
        before = set().union(*self._lacking.values())
        others = _others(changes)
        self.scanned_again(changes)
        self._files = needs.total
        since, self._since = self._since, _Since()
        self.failed = since.failures(needs, others)
        self._lacking = {Depth.COARSE: set(), Depth.FULL: set()}
        for path, depth in since.lacking(needs, others):
            self._lack(path, depth)
        return list(before.difference(*self._lacking.values()) | (before & others))

    def scanned_again(self, changes: Changes) -> None:
        """Take in that a scan has found nothing new."""
        self.scan_is_over, self._scanning = True, False
        self._unreadable = {one.path: one.sentence for one in changes.unreadable}

    def give_up_scan(self) -> None:
        """Note that the folders are not looked at any more."""
        self.scan_is_over, self._scanning = True, False
        self._since = _Since()

    def want(self, wanted: Sequence[Wanted]) -> None:
        """Note what is to be listened to; a scan under way may not have seen that."""
        for one in wanted:
            self._lack(one.path, one.depth)
            if self._scanning:
                self._since.want(one.path, one.depth)

    def done_with(self, paths: Collection[Path], depth: Depth) -> None:
        """Note that files were listened to in a depth; a scan under way may not have seen that."""
        for reached, lacking in self._lacking.items():
            if reached <= depth:
                lacking.difference_update(paths)
        for path in paths:
            self.failed.pop(path, None)
            if self._scanning:
                self._since.done_with(path, depth)

    def fail(self, path: Path, sentence: str) -> None:
        """Note that a file can't be listened to; a scan under way may not have seen that."""
        for lacking in self._lacking.values():
            lacking.discard(path)
        self.failed[path] = sentence
        if self._scanning:
            self._since.fail(path, sentence)

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

    def _lack(self, path: Path, depth: Depth) -> None:
        self._lacking[depth].add(path)
        self.failed.pop(path, None)


@dataclass(slots=True)
class _Since:
    """What became of files since a scan began; the last word on each counts."""

    _done: dict[Path, Depth] = field(default_factory=dict)
    """Listened to, and how deep."""
    _failed: dict[Path, str] = field(default_factory=dict)
    _wanted: set[tuple[Path, Depth]] = field(default_factory=set)
    """To be listened to, though they failed before or were done with."""

    def want(self, path: Path, depth: Depth) -> None:
        """Note that a file is to be listened to after all."""
        self._failed.pop(path, None)
        self._wanted.add((path, depth))

    def done_with(self, path: Path, depth: Depth) -> None:
        """Note that a file was listened to."""
        self._failed.pop(path, None)
        self._done[path] = max(depth, self._done.get(path, Depth.NONE))
        self._wanted -= {(path, reached) for reached in Depth if reached <= depth}

    def fail(self, path: Path, sentence: str) -> None:
        """Note that a file can't be listened to."""
        self._failed[path] = sentence
        self._wanted -= {(path, depth) for depth in Depth}

    def failures(self, needs: Needs, others: Collection[Path]) -> dict[Path, str]:
        """Return which files can't be listened to, all that is known together.

        Args:
            needs: what the scan made of the store, perhaps before that changed.
            others: where other files are than before: what was found out of those is not theirs.
        """
        there = {*needs.failed, *(one.path for one in needs.wanted)}
        before = {path: why for path, why in needs.failed.items() if path not in self._done}
        return before | {
            path: why for path, why in self._failed.items() if path in there and path not in others
        }

    def lacking(self, needs: Needs, others: Collection[Path]) -> Iterator[tuple[Path, Depth]]:
        """Yield what is to be listened to, with the arguments of `failures`."""
        there = set(needs.failed)
        for one in needs.wanted:
            there.add(one.path)
            heard = one.path in self._failed or one.depth <= self._done.get(one.path, Depth.NONE)
            if one.path in others or not heard:
                yield one.path, one.depth
        yield from (one for one in self._wanted if one[0] in there)


def _others(changes: Changes) -> set[Path]:
    """Where other files are than before, or the same with other contents."""
    arrived = (one.file for one in (*changes.moved, *changes.duplicates))
    return {file.path for file in (*changes.new, *changes.changed, *arrived)}
