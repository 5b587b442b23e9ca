"""Which files that turned up are files that are known: moved, renamed, or doubled."""

import os
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from tivm_desktop.library.changes import FoundFile, KnownFile, Moved
from tivm_desktop.library.sounds import Sounds

_OF_ONE_STAMP = 50
"""So many files of one size and time are compared with an arrival: collections of samples have thousands."""

_SECOND_NS = 1_000_000_000

_Alike = Mapping[tuple[int, int], list[KnownFile]]
"""Known files by size and time."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that was found where no such file is known."""

    file: FoundFile
    occupied: bool
    """Another file is known at its path, or the same with other contents."""


@dataclass(slots=True)
class Pairs:
    """Which arrival is which known file, by the arrival's path."""

    moved: dict[Path, Moved] = field(default_factory=dict)
    duplicates: dict[Path, Moved] = field(default_factory=dict)
    left: dict[bytes, Path] = field(default_factory=dict)
    """Where known files moved to, by where they were."""


class Pairing:
    """Finds the known file that an arrival is, the surest grounds first.

    1. Number on the drive, size and time are the same.
    2. The path differs only in case or in the form of its accents, size and time are the same.
    3. Size and time are the same: moved or copied to another drive. Confirmed by the name, if the time is
       finer than a second, or by the sound; where nobody can listen, by there being one such file only, of
       the same name or with a finer time.
    4. The number on the drive or the name is the same, size or time are not: moved and retagged. By the sound
       only.

    A known file that is missing can have moved, once; of one that is there an arrival is a duplicate.
    """

    def __init__(
        self,
        known: Iterable[KnownFile],
        missing: Mapping[bytes, KnownFile],
        elsewhere: set[bytes],
        sounds: Sounds,
    ) -> None:
        """Pair with known files.

        Args:
            known: all.
            missing: those not where they were, by path.
            elsewhere: paths that the scan did not come to; looked up where it matters.
            sounds: listens where it has to.
        """
        self._known = known
        self._missing = missing
        self._elsewhere = elsewhere
        self._sounds = sounds
        self._pairs = Pairs()

    def pair(self, arrivals: Sequence[Arrival]) -> Pairs:
        """Pair arrivals with known files; those that are in no pair are new, or changed."""
        alike = self._alike(arrivals)
        waiting = [one.file for one in arrivals if _stamp(one.file) in alike]
        for rule in (self._by_number, self._by_spelling, self._by_stamp):
            rule(waiting, alike)
            waiting = [file for file in waiting if not self._is_paired(file)]
        if self._sounds.can_be_heard and self._missing:
            self._by_sound([one.file for one in arrivals if not one.occupied])
        return self._pairs

    def _alike(self, arrivals: Sequence[Arrival]) -> _Alike:
        """Known files of the same size and time as any arrival."""
        wanted = {_stamp(arrival.file) for arrival in arrivals}
        alike: defaultdict[tuple[int, int], list[KnownFile]] = defaultdict(list)
        for one in self._known:
            if (one.size, one.mtime_ns) in wanted:
                alike[one.size, one.mtime_ns].append(one)
        return alike

    def _by_number(self, files: list[FoundFile], alike: _Alike) -> None:
        numbered: defaultdict[tuple[int, int, int], list[KnownFile]] = defaultdict(list)
        for one in chain.from_iterable(alike.values()):
            if one.inode:
                numbered[one.size, one.mtime_ns, one.inode].append(one)
        for file in files:
            same = numbered.get((*_stamp(file), file.inode), [])
            for one in self._missing_first(same):
                if _is_fine(file.mtime_ns) or not one.audio_id or self._sounds_like(file, one, unheard=True):
                    self._settle(one, file)
                    break

    def _by_spelling(self, files: list[FoundFile], alike: _Alike) -> None:
        spelled = {
            (one.size, one.mtime_ns, caseless(os.fsdecode(one.path))): one
            for one in chain.from_iterable(alike.values())
            if self._is_missing(one)
        }
        for file in files:
            one = spelled.pop((*_stamp(file), caseless(os.fspath(file.path))), None)
            if one is not None:
                self._settle(one, file)

    def _by_stamp(self, files: list[FoundFile], alike: _Alike) -> None:
        named: defaultdict[tuple[int, int, str], list[KnownFile]] = defaultdict(list)
        for one in chain.from_iterable(alike.values()):
            named[one.size, one.mtime_ns, _caseless_name(one)].append(one)
        rivals = Counter(map(_stamp, files))
        for file in files:
            if not file.size:
                continue
            stamp, name = _stamp(file), caseless(file.path.name)
            namesakes = self._missing_first(named.get((*stamp, name), []))
            if namesakes and _is_fine(file.mtime_ns):
                self._settle(namesakes[0], file)
                continue
            others = self._missing_first(alike[stamp][:_OF_ONE_STAMP])
            if heard := next(self._heard(file, [*namesakes[:_OF_ONE_STAMP], *others]), None):
                self._settle(heard, file)
                continue
            missing = [one for one in alike[stamp] if self._is_missing(one)] if rivals[stamp] == 1 else []
            if self._sounds.can_hear(file):
                missing = [one for one in missing if not one.audio_id]
            if len(missing) == 1 and (_is_fine(file.mtime_ns) or missing[0] in namesakes):
                self._settle(missing[0], file)

    def _missing_first(self, known: list[KnownFile]) -> list[KnownFile]:
        return sorted(known, key=lambda one: not self._is_missing(one))

    def _heard(self, file: FoundFile, known: Iterable[KnownFile]) -> Iterator[KnownFile]:
        return (one for one in known if self._sounds_like(file, one, unheard=False))

    def _by_sound(self, files: list[FoundFile]) -> None:
        near: defaultdict[int | str, list[KnownFile]] = defaultdict(list)
        for one in self._missing.values():
            if one.audio_id:
                near[_caseless_name(one)].append(one)
                if one.inode:
                    near[one.inode].append(one)
        for file in files:
            if not self._is_paired(file):
                candidates = [*near.get(file.inode, ()), *near.get(caseless(file.path.name), ())]
                missing = filter(self._is_missing, candidates[:_OF_ONE_STAMP])
                if heard := next(self._heard(file, missing), None):
                    self._settle(heard, file)

    def _settle(self, one: KnownFile, file: FoundFile) -> None:
        if self._is_missing(one):
            self._pairs.moved[file.path] = Moved(Path(os.fsdecode(one.path)), file)
            self._pairs.left[one.path] = file.path
        else:
            now = self._pairs.left.get(one.path)
            self._pairs.duplicates[file.path] = Moved(now or Path(os.fsdecode(one.path)), file)

    def _is_paired(self, file: FoundFile) -> bool:
        return file.path in self._pairs.moved or file.path in self._pairs.duplicates

    def _is_missing(self, one: KnownFile) -> bool:
        return one.path not in self._pairs.left and (
            one.path in self._missing or (one.path in self._elsewhere and not os.path.lexists(one.path))
        )

    def _sounds_like(self, file: FoundFile, one: KnownFile, *, unheard: bool) -> bool:
        """Tell whether the file has the sound of the known one; `unheard` where nobody can listen."""
        sound = self._sounds.of(file)
        return unheard if sound is None else bool(one.audio_id) and sound == one.audio_id


def caseless(text: str) -> str:
    """A name as file systems compare names that know no case, or one form of accents only."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


def _caseless_name(one: KnownFile) -> str:
    return caseless(Path(os.fsdecode(one.path)).name)


def _stamp(file: FoundFile) -> tuple[int, int]:
    return file.size, file.mtime_ns


def _is_fine(mtime_ns: int) -> bool:
    """Tell whether a time is kept finer than by the second: two files hardly have it in common then."""
    return mtime_ns % _SECOND_NS != 0
