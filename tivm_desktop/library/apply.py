"""Writing what a scan found out: what is gone is marked, and identities go with their files."""

import sqlite3
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from tivm_desktop.library.changes import Changes, FoundFile, Moved
from tivm_desktop.library.sqlite_values import path_key, plain_text


def apply_changes(connection: sqlite3.Connection, changes: Changes) -> None:
    """Within a transaction: make files and folder stamps what the scan saw."""
    _move(connection, changes.moved)
    _add(connection, changes.new)
    _change(connection, changes.changed)
    _come_back(connection, changes.returned)
    _double(connection, changes.duplicates)
    _mark_vanished(connection, changes.vanished)
    _stamp_folders(connection, changes)


def _add(connection: sqlite3.Connection, files: Iterable[FoundFile]) -> None:
    """Files nobody looked into yet; one that became known meanwhile stays known."""
    now_ns = time.time_ns()
    connection.executemany(
        "INSERT INTO files (path, size, mtime_ns, audio_id, title, artist, album, duration_s, added_ns,"
        " inode, looked_into) VALUES (?, ?, ?, '', ?, '', '', 0, ?, ?, 0) ON CONFLICT (path) DO UPDATE SET"
        " looked_into = looked_into AND size = excluded.size AND mtime_ns = excluded.mtime_ns,"
        " size = excluded.size, mtime_ns = excluded.mtime_ns, inode = excluded.inode, vanished_ns = NULL",
        [
            (path_key(file.path), file.size, file.mtime_ns, plain_text(file.path.stem), now_ns, file.inode)
            for file in files
        ],
    )


def _change(connection: sqlite3.Connection, files: Iterable[FoundFile]) -> None:
    """Files of another size or time: they are taken for what they were until somebody looks into them.

    One that was looked into since the scan saw it stays as it is.
    """
    connection.executemany(
        "UPDATE files SET looked_into = looked_into AND size = ?1 AND mtime_ns = ?2,"
        " size = ?1, mtime_ns = ?2, inode = ?3, vanished_ns = NULL WHERE path = ?4",
        [(file.size, file.mtime_ns, file.inode, path_key(file.path)) for file in files],
    )


def _move(connection: sqlite3.Connection, moves: Sequence[Moved]) -> None:
    """All leave their places before any arrives: two files may have changed places.

    One that was retagged too, which its sound told, is to be looked into again, and failed as it was only.
    What was known of a file that lay where another arrives now, and went nowhere itself, is replaced.
    """
    leaving = [(_on_the_way(move), path_key(move.was)) for move in moves]
    arriving = [(*_place(move.file), _on_the_way(move)) for move in moves]
    connection.executemany("UPDATE files SET path = ? WHERE path = ?", leaving)
    connection.executemany(
        "UPDATE OR REPLACE files SET looked_into = looked_into AND size = ?2 AND mtime_ns = ?3,"
        " path = ?1, size = ?2, mtime_ns = ?3, inode = ?4, vanished_ns = NULL WHERE path = ?5",
        arriving,
    )
    connection.executemany("UPDATE failures SET path = ? WHERE path = ?", leaving)
    connection.executemany(
        "UPDATE OR REPLACE failures SET path = ? WHERE path = ?",
        [(path_key(move.file.path), _on_the_way(move)) for move in moves],
    )


def _on_the_way(move: Moved) -> bytes:
    """A key that no file has."""
    return b"\0" + path_key(move.was)


def _come_back(connection: sqlite3.Connection, files: Iterable[FoundFile]) -> None:
    connection.executemany(
        "UPDATE files SET vanished_ns = NULL, inode = ? WHERE path = ?",
        [(file.inode, path_key(file.path)) for file in files],
    )


def _double(connection: sqlite3.Connection, doubles: Iterable[Moved]) -> None:
    """A second place of a file holds what the first holds."""
    connection.executemany(
        "INSERT OR REPLACE INTO files (path, size, mtime_ns, inode, audio_id, title, artist, album,"
        " duration_s, added_ns, looked_into) SELECT ?, ?, ?, ?, audio_id, title, artist, album,"
        " duration_s, added_ns, looked_into FROM files WHERE path = ?",
        [(*_place(double.file), path_key(double.was)) for double in doubles],
    )


def _mark_vanished(connection: sqlite3.Connection, paths: Iterable[Path]) -> None:
    now_ns = time.time_ns()
    connection.executemany(
        "UPDATE files SET vanished_ns = ? WHERE path = ? AND vanished_ns IS NULL",
        [(now_ns, path_key(path)) for path in paths],
    )


def _stamp_folders(connection: sqlite3.Connection, changes: Changes) -> None:
    stamps = changes.folder_stamps.items()
    connection.executemany(
        "DELETE FROM folder_stamps WHERE folder = ?", [(folder,) for folder, stamp in stamps if stamp is None]
    )
    connection.executemany(
        "INSERT OR REPLACE INTO folder_stamps (folder, stamp) VALUES (?, ?)",
        [(folder, stamp) for folder, stamp in stamps if stamp is not None],
    )


def _place(file: FoundFile) -> tuple[bytes, int, int, int]:
    return path_key(file.path), file.size, file.mtime_ns, file.inode
