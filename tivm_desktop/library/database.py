"""One SQLite file used by many threads and perhaps by several copies of the program."""

import sqlite3
import threading
import weakref
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from tivm_desktop.domain.errors import FileError
from tivm_desktop.library.health import BackgroundCheck
from tivm_desktop.library.preparation import Preparation, connect, suspect

Value = str | int | float | bytes


class _Own:
    """What a thread has of a database; gone when the thread ends."""

    __slots__ = ("__weakref__", "connection")

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection


class Database:
    """Connections to the library's file: one for each thread that reads, one transaction at a time."""

    def __init__(self, path: Path) -> None:
        """Open the file, making it or bringing it up to date if need be.

        A file that is no database, or a damaged one, is moved aside, what can be read of it is copied into
        a new one, and `notice` says so.

        Raises:
            FileError: it can't be made or read, or a newer version of the program wrote it.
        """
        self.path = path
        self.notice = ""
        """A sentence for the user about what happened at opening; empty when nothing did."""
        self._threads = threading.local()
        self._opened: dict[weakref.ref[_Own], sqlite3.Connection] = {}
        self._opened_lock = threading.Lock()
        self._writer_lock = threading.Lock()
        self._closed = False
        self._has_written = False
        self._check: BackgroundCheck | None = None
        with self._explained():
            preparation = Preparation(path)
        self._opening = preparation.opening
        self.notice = preparation.notice
        if preparation.to_be_checked:
            self._check = BackgroundCheck(
                lambda: connect(path), lambda: suspect(path), preparation.looked_through
            )

    def wait_for_check(self) -> None:
        """Wait until the whole database was looked through, if it is being looked through at all."""
        if self._check is not None:
            self._check.wait()

    def close(self) -> None:
        """Close all connections; what was saved is on disk."""
        if self._check is not None:
            self._check.stop()
        with self._writer_lock, self._opened_lock:
            self._closed = True
            for connection in self._opened.values():
                connection.close()
            self._opened.clear()
            if self._has_written:
                self._tidy()
            self._opening.close()

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
            self._opening.about_to_write()
            self._has_written = True
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.commit()
            except BaseException:
                connection.rollback()
                raise

    def _connection(self) -> sqlite3.Connection:
        """The calling thread's connection."""
        own: _Own | None = getattr(self._threads, "own", None)
        if own is None:
            with self._opened_lock:
                if self._closed:
                    raise sqlite3.ProgrammingError("the store is closed")
                own = _Own(connect(self.path))
                self._opened[weakref.ref(own, self._thread_ended)] = own.connection
            self._threads.own = own
        return own.connection

    def _thread_ended(self, own: weakref.ref[_Own]) -> None:
        """Called in the thread that ends: close its connection."""
        with self._opened_lock, suppress(KeyError):
            self._opened.pop(own).close()

    def _tidy(self) -> None:
        """Have what lies in the write-ahead log taken into the file, unless others have it open.

        SQLite does that when the last connection closes. That may have been one of a process that was ended,
        after all of ours had closed with their threads.
        """
        with suppress(sqlite3.Error):
            if self.path.exists():
                with closing(sqlite3.connect(self.path, timeout=0.0)) as last:
                    last.execute("SELECT count(*) FROM sqlite_master").fetchone()

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
            suspect(self.path)
            raise FileError(
                self.path,
                f"The library {self.path} is damaged ({error}); start the program anew to have it repaired.",
            ) from error
