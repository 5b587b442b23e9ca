"""Getting out of a damaged database what SQLite can still read of it."""

import logging
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from tivm_desktop.library.blobs import is_altered

TABLES = ("marks", "own_tags", "roots", "files", "facts", "failures", "analyses")
"""In this order: what no machine can make again first. What folders looked like is found by the next scan."""
_BY_KEY = {"files": "path", "failures": "path, encoder_id"}
"""Tables without row numbers, and what they are sorted by."""
_IN_ONE_GO = 64
_MISSES = 50_000
"""So many row numbers in a row that give nothing: there are no more."""

_Row = tuple[Any, ...]
_log = logging.getLogger(__name__)


def salvage(damaged: Path, into: sqlite3.Connection) -> Counter[str]:
    """Copy rows of a damaged database into one that is new; what was there already stays.

    Args:
        damaged: the file; nobody else has it open.
        into: of the newest schema, in autocommit mode.

    Returns:
        How many rows came through, by table. Analyses that were altered are left out.

    Raises:
        sqlite3.Error: the new database can't be written.
    """
    saved: Counter[str] = Counter()
    with closing(sqlite3.connect(damaged, isolation_level=None)) as source:
        source.execute("PRAGMA cell_size_check = ON")
        source.text_factory = _text
        for table in TABLES:
            names = [name for name in _columns(into, table) if name in _columns(source, table)]
            if names:
                saved[table] = _copy(_Reader(source, table, names), into)
    _log.warning("%s: %s", damaged, dict(saved))
    return saved


class _Reader:
    """Rows of one table of a damaged database."""

    def __init__(self, source: sqlite3.Connection, table: str, names: list[str]) -> None:
        self.table = table
        self.names = names
        self._source = source
        self._met_damage = False

    def rows(self) -> Iterator[_Row]:
        """All that can be read: from the front, from the back, and what is between them one by one."""
        if self.table in _BY_KEY:
            yield from self._until_damage(f"ORDER BY {_BY_KEY[self.table]}")
            if self._met_damage:
                yield from self._until_damage(f"ORDER BY {_BY_KEY[self.table].replace(',', ' DESC,')} DESC")
            return
        last = 0
        for number, *row in self._until_damage("ORDER BY rowid"):
            last = number
            yield tuple(row)
        if self._met_damage:
            yield from self._behind(last)

    def _behind(self, last: int) -> Iterator[_Row]:
        end = None
        for number, *row in self._until_damage(f"WHERE rowid > {last} ORDER BY rowid DESC"):
            end = number
            yield tuple(row)
        misses, wanted = 0, last + 1
        while misses < _MISSES and wanted != end:
            misses += 1
            for _, *row in self._until_damage(f"WHERE rowid = {wanted}"):
                yield tuple(row)
                misses = 0
            wanted += 1

    def _until_damage(self, clause: str) -> Iterator[_Row]:
        names = self.names if self.table in _BY_KEY else ["rowid", *self.names]
        statement = f"SELECT {', '.join(names)} FROM {self.table} {clause}"  # noqa: S608 - the schema's names
        try:
            yield from self._source.execute(statement)
        except sqlite3.DatabaseError:
            self._met_damage = True


def _text(value: bytes) -> str:
    return value.decode("utf-8", "replace")


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    try:
        return [str(row[1]) for row in connection.execute(f"PRAGMA table_info({table})")]
    except sqlite3.DatabaseError:
        return []


def _copy(reader: _Reader, into: sqlite3.Connection) -> int:
    """Copy what a reader gives, a few rows in one transaction."""
    before = into.total_changes
    names, values = ", ".join(reader.names), ", ".join("?" * len(reader.names))
    insert = f"INSERT OR IGNORE INTO {reader.table} ({names}) VALUES ({values})"  # noqa: S608 - the schema's
    waiting = 0
    into.execute("BEGIN IMMEDIATE")
    try:
        for row in reader.rows():
            if reader.table == "analyses" and (not isinstance(row[-1], bytes) or is_altered(row[-1])):
                continue
            with suppress(sqlite3.IntegrityError):
                into.execute(insert, row)
            waiting += 1
            if waiting >= _IN_ONE_GO:
                into.execute("COMMIT")
                into.execute("BEGIN IMMEDIATE")
                waiting = 0
    except BaseException:
        into.execute("ROLLBACK")
        raise
    into.execute("COMMIT")
    return into.total_changes - before
