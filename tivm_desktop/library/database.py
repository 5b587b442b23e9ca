"""One SQLite file used by many threads and perhaps by several copies of the program."""

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from tivm_desktop.domain.errors import FileError
from tivm_desktop.library.schema import migrate

BUSY_TIMEOUT_S = 10.0
"""How long to wait for another running copy of the program to end its transaction."""

Value = str | int | float | bytes


class Database:
    """Connections to the library's file: one for each thread that reads, one transaction at a time."""

    def __init__(self, path: Path) -> None:
        """Open the file, making it or bringing it up to date if need be.

        A file that is no database, or a damaged one, is moved aside and `notice` says so.

        Raises:
            FileError: it can't be made or read, or a newer version of the program wrote it.
        """
        self.path = path
        self.notice = ""
        """A sentence for the user about what happened at opening; empty when nothing did."""
        self._own = threading.local()
        self._opened: list[sqlite3.Connection] = []
        self._opened_lock = threading.Lock()
        self._writer_lock = threading.Lock()
        self._closed = False
        with self._explained():
            self._prepare()

    def close(self) -> None:
        """Close all connections; what was saved is on disk."""
        with self._writer_lock, self._opened_lock:
            self._closed = True
            for connection in self._opened:
                connection.close()
            self._opened.clear()

    def read(self, statement: str, values: Sequence[Value]) -> list[tuple[Any, ...]]:
        """Rows of a SELECT, its `?` bound to `values`.

        Raises:
            FileError: the database can't be read.
        """
        with self._explained():
            return self._connection().execute(statement, values).fetchall()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction, the only one of this process at a time; undone if the block raises.

        Raises:
            FileError: the database can't be written.
        """
        with self._explained(), self._writer_lock:
            connection = self._connection()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.commit()
            except BaseException:
                connection.rollback()
                raise

    def _connection(self) -> sqlite3.Connection:
        """The calling thread's connection."""
        connection: sqlite3.Connection | None = getattr(self._own, "connection", None)
        if connection is None:
            with self._opened_lock:
                if self._closed:
                    raise sqlite3.ProgrammingError("the store is closed")
                connection = _connect(self.path)
                self._opened.append(connection)
            self._own.connection = connection
        return connection

    def _prepare(self) -> None:
        """Make the database what it should be; move a damaged one aside first."""
        try:
            with closing(_connect(self.path)) as connection:
                if self._suspicion.exists() and connection.execute("PRAGMA quick_check").fetchone() != (
                    "ok",
                ):
                    raise sqlite3.DatabaseError("the check found damage")
                migrate(connection, self.path)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError as error:
            self._move_aside(error)
            with closing(_connect(self.path)) as connection:
                migrate(connection, self.path)
        self._suspicion.unlink(missing_ok=True)

    def _move_aside(self, error: sqlite3.DatabaseError) -> None:
        stem = f"{self.path.name}.damaged-{datetime.now().astimezone():%Y%m%d-%H%M%S}"
        for suffix in ("", "-wal", "-shm"):
            part = self.path.with_name(self.path.name + suffix)
            if part.exists():
                part.rename(self.path.with_name(stem + suffix))
        self.notice = (
            f"The library {self.path} was damaged ({error}) and is kept as {stem}; "
            "your music is analysed again, a little longer than usual."
        )

    @property
    def _suspicion(self) -> Path:
        """A mark beside the database: damage was met while reading, have it checked at the next opening."""
        return self.path.with_name(f"{self.path.name}.check")

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn what SQLite says into a sentence."""
        try:
            yield
        except (sqlite3.OperationalError, OSError) as error:
            raise FileError(
                self.path,
                f"The library {self.path} can't be used ({error}); free space on its disk, give yourself "
                "permission, or choose another folder with --profile DIR.",
            ) from error
        except sqlite3.ProgrammingError:
            raise
        except sqlite3.DatabaseError as error:
            with suppress(OSError):
                self._suspicion.touch()
            raise FileError(
                self.path,
                f"The library {self.path} is damaged ({error}); start the program anew to replace it.",
            ) from error


def _connect(database: Path) -> sqlite3.Connection:
    """Open a connection in autocommit mode that waits for its turn."""
    connection = sqlite3.connect(
        database, timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
    except BaseException:
        connection.close()
        raise
    return connection
