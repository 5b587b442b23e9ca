"""Whether something lies in a folder, told by the paths alone."""

import os
from collections.abc import Iterable
from typing import AnyStr, Generic

_SEPARATOR = os.fsencode(os.sep)


def beginning_in(folder: AnyStr) -> AnyStr:
    """Return what the path of everything in a folder begins with."""
    if isinstance(folder, bytes):
        return folder if folder.endswith(_SEPARATOR) else folder + _SEPARATOR
    return folder if folder.endswith(os.sep) else folder + os.sep


class Below(Generic[AnyStr]):
    """Tells whether paths lie in one of some folders; all of them as text, or all as bytes."""

    def __init__(self, folders: Iterable[AnyStr]) -> None:
        self._beginnings: tuple[AnyStr, ...] = tuple(beginning_in(folder) for folder in folders)

    def has_file(self, path: AnyStr) -> bool:
        """Tell whether something with this path lies in one of the folders, however deep."""
        return path.startswith(self._beginnings)

    def has_folder(self, folder: AnyStr) -> bool:
        """Tell whether this is one of the folders, or lies in one."""
        return self.has_file(beginning_in(folder))
