"""In which order the tracks of a library are analysed."""

import heapq
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count, islice
from pathlib import Path

from tivm_desktop.domain.track_facts import Depth
from tivm_desktop.library.known import FileStamp

_DEPTHS = (Depth.COARSE, Depth.FULL)
_Sound = tuple[str, Depth]
"""Identity of a sound, and how deep it is wanted."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One analysis of one file. A new file wants two: a coarse one and a full one."""

    path: Path
    depth: Depth
    """COARSE or FULL: which analysis is wanted."""
    added_ns: int
    """When the file came into the library, Unix time; the newest goes first."""
    audio_id: str = ""
    """Identity of its sound where that is known: one sound is analysed once."""
    duration_s: float = 0.0
    """Length where that is known, else 0."""
    stamp: FileStamp | None = None
    """What the scan saw of the file; None where that is not known."""

    def is_of_another_state(self, other: "Wanted") -> bool:
        """Tell whether the file is known to have changed between the two."""
        return None not in (self.stamp, other.stamp) and self.stamp != other.stamp


class IndexQueue:
    """What is wanted, in the order in which it is of use.

    What is in view goes first of all. Then come all coarse analyses, then all full ones; within a depth the
    most relevant first as far as that is known, beyond it the newest. The two orders from outside are lists
    that are replaced whole at no cost; adding, taking and removing cost O(log n). One sound is analysed once:
    another file known to hold it waits behind the first and is taken only if that fails. Not for several
    threads.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._shelves = {depth: _Shelf() for depth in _DEPTHS}
        self._first: dict[_Sound, Path] = {}
        self._spares: dict[_Sound, dict[Path, Wanted]] = {}
        self._spare_for: dict[tuple[Path, Depth], _Sound] = {}
        self._preferred: tuple[Path, ...] = ()
        self._ranked: tuple[Path, ...] = ()

    def __len__(self) -> int:
        """How many analyses wait; a sound that lies in two files counts once."""
        return sum(len(shelf.waiting) for shelf in self._shelves.values())

    def get(self, path: Path, depth: Depth) -> Wanted | None:
        """What waits of that file in that depth."""
        return self._shelves[depth].waiting.get(path)

    def has(self, path: Path) -> bool:
        """Tell whether any analysis of the file waits."""
        return any(path in shelf.waiting for shelf in self._shelves.values())

    def left(self, depth: Depth) -> int:
        """How many analyses of that depth wait."""
        return len(self._shelves[depth].waiting)

    def seconds_left(self, depth: Depth, unknown_s: float) -> float:
        """Length of all that waits in that depth, `unknown_s` being taken where it isn't known."""
        shelf = self._shelves[depth]
        return shelf.known_s + shelf.unknown * unknown_s

    def add(self, wanted: Wanted) -> bool:
        """Want this too; tell whether it waits now, or stands behind another file with the same sound."""
        before = self._leave(wanted.path, wanted.depth)
        if before is not None and before.audio_id != wanted.audio_id:
            self._step_in(before)
        sound = (wanted.audio_id, wanted.depth)
        if wanted.audio_id and self._first.setdefault(sound, wanted.path) != wanted.path:
            self._spares.setdefault(sound, {})[wanted.path] = wanted
            self._spare_for[wanted.path, wanted.depth] = sound
            return False
        self._shelves[wanted.depth].put(wanted)
        return True

    def pop(self, busy: Container[Path] = ()) -> Wanted | None:
        """Take what is to be analysed next, but nothing of the files in `busy`; None if there is nothing."""
        for path in self._preferred:
            for shelf in self._shelves.values():
                if path in shelf.waiting and path not in busy:
                    return shelf.remove(path)
        for shelf in self._shelves.values():
            first = shelf.first(self._ranked, busy)
            if first is not None:
                return shelf.remove(first)
        return None

    def settle(self, done: Wanted, audio_id: str, depth: Depth, duration_s: float) -> list[Path]:
        """Note what an analysis that was popped has shown; return the other files that are spared by it.

        Args:
            done: that analysis.
            audio_id: the identity of its sound.
            depth: what was reached: FULL, where that was known already, spares the full analysis too.
            duration_s: the length of its sound.
        """
        if done.audio_id and done.audio_id != audio_id:
            self._step_in(done)
        spared: dict[Path, None] = {}
        for reached, shelf in self._shelves.items():
            if reached <= depth:
                sound = (audio_id, reached)
                same = [self._first.pop(sound, done.path), *self._spares.pop(sound, {})]
                for path in (*same, done.path):
                    shelf.remove(path)
                    self._spare_for.pop((path, reached), None)
                spared.update(dict.fromkeys(same))
            elif (later := shelf.waiting.get(done.path)) is not None:
                self.add(replace(later, audio_id=audio_id, duration_s=duration_s))
        spared.pop(done.path, None)
        return list(spared)

    def give_up(self, path: Path, popped: Wanted | None = None) -> list[Wanted]:
        """Want nothing of a file any more, another file with the same sound stepping in.

        Args:
            path: the file.
            popped: an analysis of it that was popped and came to nothing.

        Returns:
            What was wanted of it, `popped` included.
        """
        gone = [popped] if popped is not None else []
        gone += [wanted for depth in self._shelves if (wanted := self._leave(path, depth)) is not None]
        for wanted in gone:
            self._step_in(wanted)
        return gone

    def prefer(self, paths: Sequence[Path]) -> None:
        """Take these first of all, in this order, in place of those preferred before."""
        self._preferred = tuple(paths)

    def rank(self, paths: Sequence[Path]) -> None:
        """Take these first within each depth, the most relevant first, in place of those ranked before."""
        self._ranked = tuple(paths)
        for shelf in self._shelves.values():
            shelf.ranked_from = 0

    def clear(self) -> None:
        """Want nothing."""
        self._shelves = {depth: _Shelf() for depth in _DEPTHS}
        self._first.clear()
        self._spares.clear()
        self._spare_for.clear()

    def _leave(self, path: Path, depth: Depth) -> Wanted | None:
        """Take out what waits, or stands behind another."""
        sound = self._spare_for.pop((path, depth), None)
        return self._shelves[depth].remove(path) if sound is None else self._spares[sound].pop(path)

    def _step_in(self, gone: Wanted) -> None:
        """Have another file with the sound analysed in place of one that is gone, if that stood first."""
        sound = (gone.audio_id, gone.depth)
        if self._first.get(sound) == gone.path:
            del self._first[sound]
            for spare in [*self._spares.get(sound, {}).values()]:
                self.add(spare)


@dataclass(slots=True)
class _Shelf:
    """What waits in one depth."""

    waiting: dict[Path, Wanted] = field(default_factory=dict)
    known_s: float = 0.0
    """Length of all whose length is known."""
    unknown: int = 0
    """How many have none."""
    ranked_from: int = 0
    """None of the ranked files before this one waits."""
    _newest: list[tuple[int, int, Path]] = field(default_factory=list)
    """A heap; what doesn't wait any more is dropped when it comes to the top."""
    _order: Iterator[int] = field(default_factory=count)

    def put(self, wanted: Wanted) -> None:
        """Have it wait, in place of what waited for the file."""
        self.remove(wanted.path)
        self.waiting[wanted.path] = wanted
        self.known_s += wanted.duration_s
        self.unknown += not wanted.duration_s
        self.ranked_from = 0
        heapq.heappush(self._newest, (-wanted.added_ns, next(self._order), wanted.path))

    def remove(self, path: Path) -> Wanted | None:
        """Take it from the shelf, if it is there."""
        wanted = self.waiting.pop(path, None)
        if wanted is not None:
            self.known_s -= wanted.duration_s
            self.unknown -= not wanted.duration_s
        return wanted

    def first(self, ranked: Sequence[Path], busy: Container[Path]) -> Path | None:
        """Find the first that waits and isn't busy: by rank, then the newest."""
        while self.ranked_from < len(ranked) and ranked[self.ranked_from] not in self.waiting:
            self.ranked_from += 1
        for path in islice(ranked, self.ranked_from, None):
            if path in self.waiting and path not in busy:
                return path
        kept: list[tuple[int, int, Path]] = []
        found: Path | None = None
        while self._newest and found is None:
            path = self._newest[0][2]
            if path not in self.waiting:
                heapq.heappop(self._newest)
            elif path in busy:
                kept.append(heapq.heappop(self._newest))
            else:
                found = path
        for entry in kept:
            heapq.heappush(self._newest, entry)
        return found
