"""The folders that music is in, as rows of the library's database."""

import os
from collections.abc import Sequence
from pathlib import Path

from tivm_desktop.library.database import Database
from tivm_desktop.library.track_rows import path_key


class FolderRows:
    """Reads and writes the chosen folders, and what each folder below them looked like."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def roots(self) -> list[Path]:
        """The chosen folders, in the order they were given."""
        rows = self._database.read("SELECT path FROM roots ORDER BY position", ())
        return [Path(os.fsdecode(path)) for (path,) in rows]

    def set_roots(self, roots: Sequence[Path]) -> None:
        """Replace the chosen folders; one that is given twice counts once."""
        paths = dict.fromkeys(path_key(root) for root in roots)
        with self._database.writing() as connection:
            connection.execute("DELETE FROM roots")
            connection.executemany("INSERT INTO roots (position, path) VALUES (?, ?)", enumerate(paths))

    def stamps(self) -> dict[bytes, bytes]:
        """What each folder looked like at the last scan, by its path's bytes."""
        return dict(self._database.read("SELECT folder, stamp FROM folder_stamps", ()))
