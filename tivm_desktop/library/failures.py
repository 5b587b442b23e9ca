"""Files that could not be analysed, as rows of the library's database."""

import os
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from tivm_desktop.library.database import Database
from tivm_desktop.library.known import FailureKind, FailureRow, FileStamp
from tivm_desktop.library.sqlite_values import path_key, plain_text


class FailureRows:
    """Reads and writes why files can't be analysed; by encoder, as another may do better."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def failure(self, path: Path, stamp: FileStamp, encoder_id: str) -> str | None:
        """Why the unchanged file could not be analysed last time, or None."""
        rows = self._database.read(
            "SELECT reason FROM failures WHERE path = ? AND encoder_id = ? AND size = ? AND mtime_ns = ?",
            (path_key(path), encoder_id, stamp.size, stamp.mtime_ns),
        )
        return str(rows[0][0]) if rows else None

    def failures(self, encoder_id: str) -> list[FailureRow]:
        """Every file that failed, in the order of their paths' bytes; it may have changed or gone since."""
        rows = self._database.read(
            "SELECT path, size, mtime_ns, kind, reason FROM failures WHERE encoder_id = ? ORDER BY path",
            (encoder_id,),
        )
        return [
            FailureRow(Path(os.fsdecode(path)), FileStamp(size, mtime_ns), FailureKind(kind), reason)
            for path, size, mtime_ns, kind, reason in rows
        ]

    def save_failure(
        self, path: Path, stamp: FileStamp, encoder_id: str, reason: str, kind: FailureKind
    ) -> None:
        """Remember why the file can't be analysed, so that it isn't tried again before it changes."""
        with self._database.writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO failures (path, encoder_id, size, mtime_ns, reason, kind)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (path_key(path), encoder_id, stamp.size, stamp.mtime_ns, plain_text(reason), kind.value),
            )

    def forget_failures(self, paths: Iterable[Path], encoder_id: str) -> None:
        """Have files tried again by an encoder that failed."""
        with self._database.writing() as connection:
            connection.executemany(
                "DELETE FROM failures WHERE path = ? AND encoder_id = ?",
                [(path_key(path), encoder_id) for path in paths],
            )


def forget(connection: sqlite3.Connection, paths: Iterable[Path]) -> None:
    """Within a transaction: forget that these files failed."""
    connection.executemany("DELETE FROM failures WHERE path = ?", [(path_key(path),) for path in paths])
