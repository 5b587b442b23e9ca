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

_VERSION_2 = (
    "CREATE TABLE roots (position INTEGER PRIMARY KEY, path BLOB NOT NULL UNIQUE)",
    "CREATE TABLE folder_stamps (folder BLOB PRIMARY KEY, stamp BLOB NOT NULL) WITHOUT ROWID",
    "ALTER TABLE files ADD COLUMN added_ns INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE files ADD COLUMN vanished_ns INTEGER",
    "ALTER TABLE files ADD COLUMN inode INTEGER",
    "ALTER TABLE files ADD COLUMN looked_into INTEGER NOT NULL DEFAULT 1",
    "UPDATE files SET added_ns = mtime_ns",
    """
    CREATE TABLE facts (
        audio_id TEXT NOT NULL,
        ranking_key TEXT NOT NULL,
        depth INTEGER NOT NULL,
        duration_s REAL NOT NULL,
        tempo_bpm REAL NOT NULL,
        tonic INTEGER NOT NULL,
        mode TEXT NOT NULL,
        integrated_lufs REAL,
        energy REAL,
        valence REAL,
        tension REAL,
        vocals REAL,
        PRIMARY KEY (audio_id, ranking_key)
    )
    """,
    """
    CREATE TABLE marks (
        audio_id TEXT NOT NULL PRIMARY KEY,
        rating INTEGER NOT NULL,
        favourite INTEGER NOT NULL,
        never INTEGER NOT NULL,
        notes TEXT NOT NULL,
        changed_ns INTEGER NOT NULL
    )
    """,
    """
    CREATE TABLE own_tags (
        audio_id TEXT NOT NULL,
        tag TEXT NOT NULL,
        PRIMARY KEY (audio_id, tag)
    )
    """,
    "ALTER TABLE failures ADD COLUMN kind TEXT NOT NULL DEFAULT 'file'",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (_VERSION_1, _VERSION_2)
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
    if version(connection, database, migrations) == len(migrations):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statements in migrations[version(connection, database, migrations) :]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(migrations)}")
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def version(
    connection: sqlite3.Connection, database: Path, migrations: tuple[tuple[str, ...], ...] = MIGRATIONS
) -> int:
    """Return the schema of a database, 0 of an empty one.

    Raises:
        FileError: the database was written by a newer version of the program.
        sqlite3.Error: the database can't be read.
    """
    found = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if found > len(migrations):
        raise FileError(
            database,
            f"{database} was written by a newer version of TIVM Desktop (schema {found}, known here: "
            f"{len(migrations)}); update the program or choose another folder with --profile DIR.",
        )
    return found
