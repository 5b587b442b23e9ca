"""What lies in a shared catalogue's folder: an index in SQLite, and fragments that hold the analyses.

The index says of every sound in which fragment its analysis is, where it begins there and how long it is. A
fragment is a Parquet file, but as analyses lie in it whole and uncompressed, nothing has to understand
Parquet to read one.
"""

import os
from pathlib import Path

INDEX_NAME = "catalogue.sqlite3"
FEATURES_FOLDER = "features"
FAILURES_FOLDER = "failures"
FORMAT = 1

SCHEMA: tuple[str, ...] = (
    "CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE roots (number INTEGER PRIMARY KEY, path BLOB NOT NULL UNIQUE)",
    "CREATE TABLE fragments (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
    """
    CREATE TABLE tracks (
        audio_id TEXT PRIMARY KEY,
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
        fragment INTEGER NOT NULL REFERENCES fragments (number),
        offset INTEGER NOT NULL,
        length INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE TABLE vectors (audio_id TEXT PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID",
    """
    CREATE TABLE files (
        root INTEGER NOT NULL REFERENCES roots (number),
        path BLOB NOT NULL,
        size INTEGER NOT NULL,
        mtime_ns INTEGER NOT NULL,
        audio_id TEXT NOT NULL REFERENCES tracks (audio_id),
        title TEXT NOT NULL,
        artist TEXT NOT NULL,
        album TEXT NOT NULL,
        duration_s REAL NOT NULL,
        PRIMARY KEY (root, path)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE failures (
        root INTEGER NOT NULL REFERENCES roots (number),
        path BLOB NOT NULL,
        size INTEGER NOT NULL,
        mtime_ns INTEGER NOT NULL,
        kind TEXT NOT NULL,
        reason TEXT NOT NULL,
        PRIMARY KEY (root, path)
    ) WITHOUT ROWID
    """,
)
"""Paths are bytes below their root, parts parted by `/`: file names need not be text. `about` names format,
ranking key, encoder and preprocessing of everything in the index, and the width of its vectors."""


def relative_bytes(path: Path, root: Path) -> bytes:
    """Return the path below `root` as it is kept."""
    return b"/".join(map(os.fsencode, path.relative_to(root).parts))


def path_below(root: Path, relative: bytes) -> Path:
    """Undo `relative_bytes`."""
    return root.joinpath(*map(os.fsdecode, relative.split(b"/")))


def bytes_below(root: bytes, relative: bytes, separator: bytes = os.fsencode(os.sep)) -> bytes:
    """Return `path_below` as the system has it: for very many at once."""
    head = root if root.endswith(separator) else root + separator
    return head + relative.replace(b"/", separator)
