"""Copies of the library's database, made before anything about its form is changed."""

import errno
import os
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from tivm_desktop.domain.errors import FileError

KEPT = 2
"""Copies that are kept; older ones go."""
_SPARE_BYTES = 16 * 1024**2
"""What the migration itself may take."""


def back_up(connection: sqlite3.Connection, database: Path, schema: int) -> Path:
    """Copy the database beside itself.

    Args:
        connection: open on it, outside any transaction.
        database: its file.
        schema: its version, part of the copy's name.

    Returns:
        The copy: one file, whole and on the drive.

    Raises:
        FileError: the disk has no room for it, or it can't be written; nothing is left behind.
        sqlite3.DatabaseError: the database can't be read.
    """
    when = f"{datetime.now().astimezone():%Y%m%d-%H%M%S}"
    copy = database.with_name(f"{database.name}.backup-schema{schema}-{when}")
    part = copy.with_name(f".{copy.name}.part")
    pages, page_bytes = (
        connection.execute(f"PRAGMA {what}").fetchone()[0] for what in ("page_count", "page_size")
    )
    try:
        if shutil.disk_usage(database.parent).free < pages * page_bytes + _SPARE_BYTES:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        with closing(sqlite3.connect(part)) as target:
            connection.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
        _sync(part)
        part.replace(copy)
    except (sqlite3.OperationalError, OSError) as error:
        raise FileError(
            database,
            f"The library {database} is of an older version, and no copy of it can be made before it is "
            f"brought up to date ({error}); free {_megabytes(pages * page_bytes + _SPARE_BYTES)} MB on its "
            "disk and start the program anew, nothing was changed.",
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    for old in backups(database)[KEPT:]:
        with suppress(OSError):
            old.unlink()
    return copy


def backups(database: Path) -> list[Path]:
    """The copies that there are, the newest first."""
    return sorted(
        database.parent.glob(f"{database.name}.backup-schema*"),
        key=lambda copy: copy.name.rpartition("schema")[2].partition("-")[2],
        reverse=True,
    )


def _sync(file: Path) -> None:
    with file.open("rb+") as stream:
        os.fsync(stream.fileno())


def _megabytes(size: int) -> int:
    return -(-size // 1024**2)
