"""Music files as rows of the library's database."""

import os
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tivm_desktop.domain.analysis import TrackTags
from tivm_desktop.library.changes import KnownFile
from tivm_desktop.library.database import Database
from tivm_desktop.library.known import FileRow, FileStamp, KnownTrack
from tivm_desktop.library.sqlite_values import path_key, plain_text

_FILE = (
    "SELECT path, size, mtime_ns, audio_id, title, artist, album, duration_s, added_ns, vanished_ns, inode,"
    " looked_into FROM files"
)
PlainFile = tuple[bytes, str, str, str, str, float, int, int]
"""Path, audio id, title, artist, album, length in s, since when it is there in ns, whether it vanished."""


class TrackRows:
    """Reads what is known of music files."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def known_track(self, path: Path, stamp: FileStamp) -> KnownTrack | None:
        """What is known of the music file, or None if it is new, has changed or was not looked into."""
        rows = self._database.read(
            "SELECT audio_id, title, artist, album, duration_s FROM files"
            " WHERE path = ? AND size = ? AND mtime_ns = ? AND looked_into",
            (path_key(path), stamp.size, stamp.mtime_ns),
        )
        for audio_id, title, artist, album, duration_s in rows:
            return KnownTrack(audio_id, TrackTags(title, artist, album), duration_s)
        return None

    def all_files(self) -> Iterator[FileRow]:
        """Every file, in the order of their paths' bytes."""
        yield from map(_file_row, self._database.read(f"{_FILE} ORDER BY path", ()))

    def plain_files(self) -> list[PlainFile]:
        """Every file in the order of their paths' bytes, as the database has it: for very many at once."""
        return self._database.read(
            "SELECT path, audio_id, title, artist, album, duration_s, added_ns, vanished_ns IS NOT NULL"
            " FROM files ORDER BY path",
            (),
        )

    def known_files(self) -> Iterator[KnownFile]:
        """Every file, as a scan wants to know it."""
        rows = self._database.read(
            "SELECT path, size, mtime_ns, inode, audio_id, vanished_ns IS NOT NULL FROM files", ()
        )
        yield from map(KnownFile._make, rows)

    def files_of(self, audio_id: str) -> list[FileRow]:
        """Where a sound lies, vanished places too."""
        return [_file_row(row) for row in self._database.read(f"{_FILE} WHERE audio_id = ?", (audio_id,))]

    def file(self, path: Path) -> FileRow | None:
        """What is kept of one file, changed or not."""
        rows = self._database.read(f"{_FILE} WHERE path = ?", (path_key(path),))
        return _file_row(rows[0]) if rows else None


def put_file(connection: sqlite3.Connection, path: Path, stamp: FileStamp, known: KnownTrack) -> None:
    """Within a transaction: what the file at `path` holds; since when it is there stays as it was."""
    tags = known.tags
    texts = (plain_text(tags.title), plain_text(tags.artist), plain_text(tags.album))
    connection.execute(
        "INSERT INTO files (path, size, mtime_ns, audio_id, title, artist, album, duration_s, added_ns)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (path) DO UPDATE SET size = excluded.size,"
        " mtime_ns = excluded.mtime_ns, audio_id = excluded.audio_id, title = excluded.title,"
        " artist = excluded.artist, album = excluded.album, duration_s = excluded.duration_s,"
        " vanished_ns = NULL, looked_into = 1",
        (
            path_key(path),
            stamp.size,
            stamp.mtime_ns,
            known.audio_id,
            *texts,
            known.duration_s,
            time.time_ns(),
        ),
    )


def _file_row(row: tuple[Any, ...]) -> FileRow:
    path, size, mtime_ns, audio_id, title, artist, album, duration_s, *rest = row
    added_ns, vanished_ns, inode, looked_into = rest
    return FileRow(
        Path(os.fsdecode(path)),
        size,
        mtime_ns,
        audio_id,
        TrackTags(title, artist, album),
        duration_s,
        added_ns,
        vanished_ns,
        inode,
        bool(looked_into),
    )
