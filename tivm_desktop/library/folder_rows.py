"""The folders that music is in, as rows of the library's database."""

import os
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from tivm_desktop.library.database import Database
from tivm_desktop.library.sqlite_values import path_key


class FolderRows:
    """Reads which folders were looked at, and what each folder below them looked like."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def roots(self) -> list[Path]:
        """The music folders of the last look, in the order they were given."""
        rows = self._database.read("SELECT path FROM roots ORDER BY position", ())
        return [Path(os.fsdecode(path)) for (path,) in rows]

    def stamps(self) -> dict[bytes, bytes]:
        """What each folder looked like at the last scan, by its path's bytes."""
        return dict(self._database.read("SELECT folder, stamp FROM folder_stamps", ()))


def put_roots(connection: sqlite3.Connection, roots: Iterable[Path]) -> None:
    """Within a transaction: replace the folders of the last look; one that is given twice counts once."""
    paths = dict.fromkeys(map(path_key, roots))
    connection.execute("DELETE FROM roots")
    connection.executemany("INSERT INTO roots (position, path) VALUES (?, ?)", enumerate(paths))
