"""Which files belong to the library now: below its folders, and not on a drive that is away."""

from collections.abc import Sequence
from pathlib import Path

from tivm_desktop.library.below import Below
from tivm_desktop.library.roots import folder_named


class Scope:
    """Below some folders, and below none of some others."""

    def __init__(self, folders: Sequence[Path], away: Sequence[Path] = ()) -> None:
        """Make it of the music folders and of those below which nothing can be said now."""
        self.folders = tuple(dict.fromkeys(map(folder_named, folders)))
        self.away = tuple(map(folder_named, away))
        self._inside = Below(map(str, self.folders))
        self._outside = Below(map(str, self.away))

    def holds(self, path: Path) -> bool:
        """Tell whether a file belongs to the library now."""
        text = str(path)
        return self._inside.has_file(text) and not self._outside.has_file(text)
