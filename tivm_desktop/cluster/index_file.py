"""The index of a cluster's output, made of the fragments: all that the desktop program needs besides them."""

import os
import sqlite3
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np

from tivm_desktop.cluster.fragment import failure_rows, feature_rows
from tivm_desktop.cluster.output import Output
from tivm_desktop.cluster.work import MadeWith, WorkItem
from tivm_desktop.library.fact_rows import FACTS_COLUMNS
from tivm_desktop.library.shared_format import (
    FAILURES_FOLDER,
    FEATURES_FOLDER,
    FORMAT,
    INDEX_NAME,
    SCHEMA,
)


def write_index(
    output: Output, made_with: MadeWith, listed: Iterable[WorkItem], roots: Iterable[Path]
) -> int:
    """Make the index anew of all fragments, in place of an older one.

    Args:
        output: the catalogue's.
        made_with: rows that were made with anything else are left out.
        listed: the files that there are below `roots` now; rows of others below them are left out, rows below
            other roots are taken as they are.
        roots: the folders that were listed.

    Returns:
        How many sounds are in it.

    Raises:
        TivmError: the output can't be read or written.
    """
    with tempfile.TemporaryDirectory(prefix="tivm-index-") as folder:
        place = Path(folder) / INDEX_NAME
        with closing(sqlite3.connect(place, isolation_level=None)) as connection:
            connection.execute("BEGIN")
            for statement in SCHEMA:
                connection.execute(statement)
            index = _Index(connection, made_with, {item.file_id for item in listed}, map(os.fsencode, roots))
            for name in output.names(FEATURES_FOLDER):
                index.add_features(output, name)
            for name in output.names(FAILURES_FOLDER):
                index.add_failures(output, name)
            index.finish()
            connection.execute("COMMIT")
        output.write(INDEX_NAME, place.read_bytes())
    return index.count


class _Index:
    """Takes rows in."""

    def __init__(
        self, connection: sqlite3.Connection, made_with: MadeWith, listed: set[str], roots: Iterable[bytes]
    ) -> None:
        self._connection = connection
        self._made_with = made_with
        self._listed, self._listed_roots = listed, set(roots)
        self._roots: dict[bytes, int] = {}
        self._width = 0
        self.count = 0

    def add_features(self, output: Output, name: str) -> None:
        """Take in what a fragment has, analyses excepted."""
        fragment = feature_rows(output, name)
        if fragment is None:
            return
        cursor = self._connection.execute("INSERT INTO fragments (name) VALUES (?)", (name,))
        for row, (start, length) in zip(fragment.rows, fragment.places, strict=True):
            if self._wanted(row):
                self._add_track(row, (cursor.lastrowid or 0, start, length))
                self._add_file(row)

    def add_failures(self, output: Output, name: str) -> None:
        """Take in which files failed."""
        for row in filter(self._wanted, failure_rows(output, name)):
            self._connection.execute(
                "INSERT OR REPLACE INTO failures VALUES (?, ?, ?, ?, ?, ?)",
                (*self._place(row), row["size"], row["mtime_ns"], row["kind"], row["reason"]),
            )

    def finish(self) -> None:
        """Say what it all was made with. A file that was analysed after all has not failed."""
        self._connection.execute(
            "DELETE FROM failures WHERE EXISTS (SELECT 1 FROM files WHERE files.root = failures.root"
            " AND files.path = failures.path AND files.mtime_ns >= failures.mtime_ns)"
        )
        about = {
            "format": FORMAT,
            "encoder_id": self._made_with.encoder_id,
            "preprocessing": self._made_with.preprocessing,
            "ranking_key": self._made_with.ranking_key,
            "width": self._width,
        }
        values = [(name, str(value)) for name, value in about.items()]
        self._connection.executemany("INSERT INTO about VALUES (?, ?)", values)

    def _wanted(self, row: Mapping[str, Any]) -> bool:
        made_with = MadeWith(row["encoder_id"], row["preprocessing"], row["ranking_key"])
        if made_with != self._made_with:
            return False
        return row["root"] not in self._listed_roots or row["file_id"] in self._listed

    def _add_track(self, row: Mapping[str, Any], where: tuple[int, int, int]) -> None:
        """Take in a sound, the first time that it comes."""
        marks = ", ".join("?" * (len(FACTS_COLUMNS) + 4))
        cursor = self._connection.execute(
            f"INSERT OR IGNORE INTO tracks VALUES ({marks})",  # noqa: S608 - question marks
            (row["audio_id"], *(row[column] for column in FACTS_COLUMNS), *where),
        )
        if cursor.rowcount == 0:
            return
        self.count += 1
        vector = np.asarray(row["vector"], "<f4")
        self._width = len(vector)
        self._connection.execute("INSERT INTO vectors VALUES (?, ?)", (row["audio_id"], vector.tobytes()))

    def _add_file(self, row: Mapping[str, Any]) -> None:
        """Take in a place; of a file that was analysed before and after a change, the later state."""
        texts = (row["title"], row["artist"], row["album"])
        self._connection.execute(
            "INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (root, path) DO UPDATE SET"
            " size = excluded.size, mtime_ns = excluded.mtime_ns, audio_id = excluded.audio_id,"
            " title = excluded.title, artist = excluded.artist, album = excluded.album,"
            " duration_s = excluded.duration_s WHERE excluded.mtime_ns >= files.mtime_ns",
            (*self._place(row), row["size"], row["mtime_ns"], row["audio_id"], *texts, row["duration_s"]),
        )

    def _place(self, row: Mapping[str, Any]) -> tuple[int, bytes]:
        root = row["root"]
        if root not in self._roots:
            cursor = self._connection.execute("INSERT INTO roots (path) VALUES (?)", (root,))
            self._roots[root] = cursor.lastrowid or 0
        return self._roots[root], row["path"]
