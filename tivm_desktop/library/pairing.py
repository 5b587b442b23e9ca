"""Which files that turned up are files that are known: moved, renamed, or doubled."""

import os
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tivm_desktop.domain.errors import TivmError
from tivm_desktop.library.changes import FoundFile, KnownFile, Moved

_SECOND_NS = 1_000_000_000


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
    3. Size and time are the same: moved to another drive. Confirmed by the sound, or, where nobody can
       listen, by there being one such file only, of the same name or with a time finer than a second.
    4. The number on the drive or the name is the same, size or time are not: moved and retagged. By the sound
       only.

    A known file that is missing can have moved, once; of one that is there an arrival is a duplicate.
    """

    def __init__(
        self,
        known: Iterable[KnownFile],
        missing: Mapping[bytes, KnownFile],
        elsewhere: set[bytes],
        identify: Callable[[Path], str] | None,
    ) -> None:
        """Pair with known files.

        Args:
            known: all.
            missing: those not where they were, by path.
            elsewhere: paths that the scan did not come to; looked up where it matters.
            identify: gives a file's audio id, or None where nobody can listen.
        """
        self._known = known
        self._missing = missing
        self._elsewhere = elsewhere
        self._identify = identify
        self._sounds: dict[Path, str] = {}
        self._pairs = Pairs()

    def pair(self, arrivals: Sequence[Arrival]) -> Pairs:
        """Pair arrivals with known files; those that are in no pair are new, or changed."""
        alike = self._alike(arrivals)
        waiting = [one for one in arrivals if not self._by_number(one.file, alike[_stamp(one.file)])]
        waiting = [one for one in waiting if not self._by_spelling(one.file, alike[_stamp(one.file)])]
        rivals = Counter(_stamp(one.file) for one in waiting)
        waiting = [
            one
            for one in waiting
            if not self._by_stamp(one.file, alike[_stamp(one.file)], alone=rivals[_stamp(one.file)] == 1)
        ]
        self._by_sound([one.file for one in waiting if not one.occupied])
        return self._pairs

    def _alike(self, arrivals: Sequence[Arrival]) -> defaultdict[tuple[int, int], list[KnownFile]]:
        """Known files of the same size and time as any arrival."""
        wanted = {_stamp(arrival.file) for arrival in arrivals}
        alike: defaultdict[tuple[int, int], list[KnownFile]] = defaultdict(list)
        for one in self._known:
            if (one.size, one.mtime_ns) in wanted:
                alike[one.size, one.mtime_ns].append(one)
        return alike

    def _by_number(self, file: FoundFile, alike: list[KnownFile]) -> bool:
        same = [one for one in alike if file.inode and one.inode == file.inode]
        for one in sorted(same, key=lambda one: not self._is_missing(one)):
            if _is_fine(file.mtime_ns) or not one.audio_id or self._sounds_like(file, one, unheard=True):
                self._settle(one, file)
                return True
        return False

    def _by_spelling(self, file: FoundFile, alike: list[KnownFile]) -> bool:
        path = folded(os.fspath(file.path))
        for one in alike:
            if self._is_missing(one) and folded(os.fsdecode(one.path)) == path:
                self._settle(one, file)
                return True
        return False

    def _by_stamp(self, file: FoundFile, alike: list[KnownFile], *, alone: bool) -> bool:
        if not file.size:
            return False
        name = folded(file.path.name)
        ranked = sorted(alike, key=lambda one: (not self._is_missing(one), _folded_name(one) != name))
        for one in ranked:
            if self._sounds_like(file, one, unheard=False):
                self._settle(one, file)
                return True
        missing = [one for one in ranked if self._is_missing(one)]
        if self._identify is not None:
            missing = [one for one in missing if not one.audio_id]
        if alone and len(missing) == 1 and (_is_fine(file.mtime_ns) or _folded_name(missing[0]) == name):
            self._settle(missing[0], file)
            return True
        return False

    def _by_sound(self, files: list[FoundFile]) -> None:
        if self._identify is None or not files:
            return
        near: defaultdict[int | str, list[KnownFile]] = defaultdict(list)
        for one in self._missing.values():
            if one.audio_id:
                near[_folded_name(one)].append(one)
                if one.inode:
                    near[one.inode].append(one)
        for file in files:
            for one in [*near[file.inode], *near[folded(file.path.name)]]:
                if self._is_missing(one) and self._sounds_like(file, one, unheard=False):
                    self._settle(one, file)
                    break

    def _settle(self, one: KnownFile, file: FoundFile) -> None:
        if self._is_missing(one):
            self._pairs.moved[file.path] = Moved(Path(os.fsdecode(one.path)), file)
            self._pairs.left[one.path] = file.path
        else:
            now = self._pairs.left.get(one.path)
            self._pairs.duplicates[file.path] = Moved(now or Path(os.fsdecode(one.path)), file)

    def _is_missing(self, one: KnownFile) -> bool:
        return one.path not in self._pairs.left and (
            one.path in self._missing or (one.path in self._elsewhere and not os.path.lexists(one.path))
        )

    def _sounds_like(self, file: FoundFile, one: KnownFile, *, unheard: bool) -> bool:
        """Tell whether the file has the sound of the known one; `unheard` where nobody can listen."""
        if self._identify is None:
            return unheard
        if file.path not in self._sounds:
            try:
                self._sounds[file.path] = self._identify(file.path)
            except (TivmError, OSError):
                self._sounds[file.path] = ""
        return bool(one.audio_id) and self._sounds[file.path] == one.audio_id


def folded(text: str) -> str:
    """A name as file systems compare names that know no case, or one form of accents only."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


def _folded_name(one: KnownFile) -> str:
    return folded(Path(os.fsdecode(one.path)).name)


def _stamp(file: FoundFile) -> tuple[int, int]:
    return file.size, file.mtime_ns


def _is_fine(mtime_ns: int) -> bool:
    """Tell whether a time is kept finer than by the second: two files hardly have it in common then."""
    return mtime_ns % _SECOND_NS != 0
