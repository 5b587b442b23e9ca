"""What is wanted, done and failed of a library's analyses."""

from collections.abc import Collection, Sequence
from pathlib import Path

from tivm_desktop.domain.indexing import IndexProgress, IndexState
from tivm_desktop.domain.track_facts import Depth
from tivm_desktop.matching.analysed import AnalysedTrack
from tivm_desktop.matching.index_pace import PAUSED, Gate
from tivm_desktop.matching.index_queue import IndexQueue, Wanted
from tivm_desktop.matching.index_rate import IndexRate


class IndexTally:
    """The books of the indexer. Not for several threads."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.waiting = IndexQueue()
        self._rate = IndexRate()
        self._files: set[Path] = set()
        self._done: dict[Depth, set[Path]] = {Depth.COARSE: set(), Depth.FULL: set()}
        self._failed: dict[Path, list[Wanted]] = {}

    def failed_items(self, paths: Collection[Path] | None) -> list[Wanted]:
        """What was wanted of these files, or of all, and failed."""
        chosen = list(self._failed) if paths is None else paths
        return [wanted for path in chosen for wanted in self._failed.get(path, ())]

    def want(self, item: Wanted) -> None:
        """Want this analysis, also where it was done or failed before."""
        if self.waiting.get(item.path, item.depth) == item:
            return
        self._files.add(item.path)
        self._done[item.depth].discard(item.path)
        self._failed.pop(item.path, None)
        self.waiting.add(item)

    def done(self, wanted: Wanted, found: AnalysedTrack, took_s: float, now_s: float) -> None:
        """Note a result that is stored.

        Args:
            wanted: the analysis, popped from `waiting`.
            found: what it brought.
            took_s: how long a worker was at it.
            now_s: monotonic time.
        """
        depth, length_s = Depth(max(found.depth, wanted.depth)), found.analysis.duration_s
        spared = self.waiting.settle(wanted, found.audio_id, depth, length_s)
        for reached, paths in self._done.items():
            if reached <= depth:
                paths.update((wanted.path, *spared))
        self._rate.note(wanted.depth, now_s, took_s, length_s)

    def fail(self, wanted: Wanted) -> None:
        """Note that an analysis, popped from `waiting`, came to nothing; its file is given up."""
        self._failed[wanted.path] = self.waiting.give_up(wanted.path, wanted)

    def forget(self, path: Path, popped: Wanted | None) -> None:
        """Have nothing to do with a file any more; `popped` is what was at work for it."""
        self.waiting.give_up(path, popped)
        self._files.discard(path)
        self._failed.pop(path, None)
        for paths in self._done.values():
            paths.discard(path)

    def clear(self) -> None:
        """Want nothing more; what is done or failed stays in the books."""
        self.waiting.clear()
        self._files = self._done[Depth.COARSE] | self._failed.keys()

    def progress(self, now_s: float, at_work: Sequence[Wanted], gate: Gate) -> IndexProgress:
        """Sum up.

        Args:
            now_s: monotonic time.
            at_work: what the pool has.
            gate: whether it goes on, and by which pace.
        """
        unknown_s = self._rate.mean_length_s
        left: dict[Depth, int] = {}
        work_s: dict[Depth, float | None] = {}
        for depth in self._done:
            own = [wanted for wanted in at_work if wanted.depth is depth]
            left[depth] = self.waiting.left(depth) + len(own)
            length_s = self.waiting.seconds_left(depth, unknown_s)
            length_s += sum(wanted.duration_s or unknown_s for wanted in own)
            work_s[depth] = self._rate.work_s(depth, now_s, left[depth], length_s)
        coarse_s, full_s = work_s[Depth.COARSE], work_s[Depth.FULL]
        return IndexProgress(
            coarse_done=len(self._done[Depth.COARSE]),
            full_done=len(self._done[Depth.FULL]),
            total=len(self._files),
            eta_s=None if coarse_s is None or full_s is None else (coarse_s + full_s) / gate.pace.workers,
            state=_state(gate, anything=any(left.values())),
            why_waiting=gate.why if any(left.values()) else "",
        )


def _state(gate: Gate, *, anything: bool) -> IndexState:
    if not anything:
        return IndexState.DONE
    if gate.is_open:
        return IndexState.WORKING
    return IndexState.PAUSED if gate.why == PAUSED else IndexState.WAITING
