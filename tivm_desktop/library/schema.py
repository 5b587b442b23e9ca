"""The tables of the library's database, and how an older database becomes a newer one."""

import sqlite3
from pathlib import Path

from tivm_desktop.domain.errors import FileError

_VERSION_1 = (
    """
    CREATE TABLE files (
        path BLOB PRIMARY KEY,
        size INTEGER NOT NULL,
        mtime_ns INTEGER NOT NULL,
        audio_id TEXT NOT NULL,
        title TEXT NOT NULL,
        artist TEXT NOT NULL,
        album TEXT NOT NULL,
        duration_s REAL NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX files_by_audio ON files (audio_id)",
    """
    CREATE TABLE analyses (
        kind TEXT NOT NULL CHECK (kind IN ('track', 'video')),
        media_id TEXT NOT NULL,
        encoder_id TEXT NOT NULL,
        preprocessing TEXT NOT NULL,
        analysis BLOB NOT NULL,
        PRIMARY KEY (kind, media_id, encoder_id, preprocessing)
    )
    """,
    """
    CREATE TABLE failures (
        path BLOB NOT NULL,
        encoder_id TEXT NOT NULL,
        size INTEGER NOT NULL,
        mtime_ns INTEGER NOT NULL,
        reason TEXT NOT NULL,
        PRIMARY KEY (path, encoder_id)
    ) WITHOUT ROWID
    """,
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (_VERSION_1,)
"""MIGRATIONS[n] are the statements that make schema n + 1 of schema n. Only ever appended to."""

SCHEMA_VERSION = len(MIGRATIONS)


def migrate(
    connection: sqlite3.Connection, database: Path, migrations: tuple[tuple[str, ...], ...] = MIGRATIONS
) -> None:
    """Bring the database up to the newest schema, all of it or nothing.

    Args:
        connection: in autocommit mode.
        database: named in messages.
        migrations: the way from schema 0 on.

    Raises:
        FileError: the database was written by a newer version of the program.
        sqlite3.Error: the database can't be read or written.
    """
    if _version(connection, database, migrations) == len(migrations):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statements in migrations[_version(connection, database, migrations) :]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(migrations)}")
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def _version(connection: sqlite3.Connection, database: Path, migrations: tuple[tuple[str, ...], ...]) -> int:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > len(migrations):
        raise FileError(
            database,
            f"{database} was written by a newer version of TIVM Desktop (schema {version}, known here: "
            f"{len(migrations)}); update the program or choose another folder with --profile DIR.",
        )
    return version
