"""Which files belong to the library now: below its folders, and not on a drive that is away."""

import os
from collections.abc import Sequence
from pathlib import Path

from tivm_desktop.library.roots import folder_named


class Scope:
    """Below some folders, and below none of some others."""

    def __init__(self, folders: Sequence[Path], away: Sequence[Path] = ()) -> None:
        """Make it of the music folders and of those below which nothing can be said now."""
        self.folders = tuple(dict.fromkeys(map(folder_named, folders)))
        self.away = tuple(map(folder_named, away))
        self._inside = tuple(map(_prefix, self.folders))
        self._outside = tuple(map(_prefix, self.away))

    def holds(self, path: Path) -> bool:
        """Tell whether a file belongs to the library now."""
        text = str(path)
        return text.startswith(self._inside) and not text.startswith(self._outside)


def _prefix(folder: Path) -> str:
    return str(folder).rstrip(os.sep) + os.sep
