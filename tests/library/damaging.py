"""Hurting databases as drives and programs hurt them."""

import sqlite3
from contextlib import closing
from pathlib import Path

PAGE_BYTES = 4096


def pages_of(database: Path, table: str) -> list[int]:
    """Root page of a table, from 1."""
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchall()
    return [page for (page,) in rows]


def overwrite(database: Path, page: int, count: int = 1) -> None:
    """Have pages hold what no page does."""
    with database.open("rb+") as stream:
        stream.seek((page - 1) * PAGE_BYTES)
        stream.write(b"\xa5" * PAGE_BYTES * count)


def end_without_closing(database: Path) -> None:
    """Leave behind what a process leaves that wrote and was killed."""
    database.with_name(f"{database.name}.open-dead").write_bytes(b"wrote")
