"""Two tracks that are held beside each other, and which of them comes next."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

Letter = Literal["A", "B"]
_LETTERS: tuple[Letter, Letter] = ("A", "B")


class Pins:
    """Up to two pinned files, and the one heard last that is not pinned."""

    def __init__(self) -> None:
        self._pinned: dict[Letter, Path] = {}
        self._older: Letter = "A"
        self._beside: Path | None = None

    @property
    def letters(self) -> Mapping[Path, Letter]:
        """The pinned files and what each is called."""
        return {path: letter for letter, path in self._pinned.items()}

    @property
    def paths(self) -> tuple[Path, ...]:
        """What a flip may ask for next: pinned files, A first, then what a single one is compared with."""
        pinned = [self._pinned[letter] for letter in _LETTERS if letter in self._pinned]
        beside = [self._beside] if len(pinned) == 1 and self._beside is not None else []
        return (*pinned, *beside)

    def toggle(self, path: Path) -> Letter | None:
        """Pin a file, or let go of it if it is pinned; a third one takes the place of the older.

        Returns:
            What it is called now; None if it is not pinned any more.
        """
        letter = self.letters.get(path)
        if letter is not None:
            del self._pinned[letter]
            self._beside = path
            return None
        free = next((letter for letter in _LETTERS if letter not in self._pinned), None)
        taken = free if free is not None else self._older
        self._pinned[taken] = path
        self._older = _other(taken) if len(self._pinned) == len(_LETTERS) else taken
        if self._beside == path:
            self._beside = None
        return taken

    def hear(self, path: Path) -> None:
        """Note what is under the video now."""
        if path not in self.letters:
            self._beside = path

    def flipped(self, current: Path | None) -> Path | None:
        """Return what a flip changes to: the other pinned file, or from and to a single one.

        Args:
            current: what is under the video.

        Returns:
            None where nothing is pinned, or the only pinned file was never compared with another.
        """
        letter = self.letters.get(current) if current is not None else None
        if letter is None:
            return next((self._pinned[one] for one in _LETTERS if one in self._pinned), None)
        return self._pinned.get(_other(letter), self._beside)

    def forget(self) -> None:
        """Let go of everything: there is another video or folder."""
        self._pinned.clear()
        self._beside = None


def _other(letter: Letter) -> Letter:
    return "B" if letter == "A" else "A"
