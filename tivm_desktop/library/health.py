"""Looking for damage in the library's database."""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread

AT_ONCE_BYTES = 512 * 1024**2
"""A larger library's analyses are looked through beside the work: that takes the time of reading them all."""
_LARGE = "analyses"
_STEP_S = 0.02


def find_damage(connection: sqlite3.Connection, database: Path, *, whole: bool) -> bool:
    """Check the database, and say whether all of it was looked at.

    Args:
        connection: open on it.
        database: its file.
        whole: look at everything, however long that takes.

    Raises:
        sqlite3.DatabaseError: it is damaged.
    """
    if whole or database.stat().st_size <= AT_ONCE_BYTES:
        _check(connection, "")
        return True
    for (table,) in connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name != ?", (_LARGE,)
    ).fetchall():
        _check(connection, "('{}')".format(table.replace("'", "''")))
    return False


class BackgroundCheck:
    """Looks through the whole database on a thread of its own."""

    def __init__(
        self,
        connect: Callable[[], sqlite3.Connection],
        damaged: Callable[[], None],
        whole: Callable[[], None],
    ) -> None:
        """Begin.

        Args:
            connect: gives a connection of its own, which is closed here.
            damaged: called on that thread when damage was found.
            whole: called on that thread when all was looked at and none was found.
        """
        self._connect = connect
        self._damaged = damaged
        self._whole = whole
        self._lock = Lock()
        self._connection: sqlite3.Connection | None = None
        self._stopped = False
        self._thread = Thread(target=self._run, name="library-check", daemon=True)
        self._thread.start()

    def wait(self) -> None:
        """Wait until it has come through."""
        self._thread.join()

    def stop(self) -> None:
        """End it, whether or not it has come through."""
        with self._lock:
            self._stopped = True
        while self._thread.is_alive():
            with self._lock:
                if self._connection is not None:
                    self._connection.interrupt()
            self._thread.join(_STEP_S)

    def _run(self) -> None:
        with suppress(sqlite3.OperationalError):
            with self._lock:
                if self._stopped:
                    return
                self._connection = self._connect()
            try:
                _check(self._connection, "")
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError:
                self._damaged()
            else:
                self._whole()
            finally:
                with self._lock:
                    self._connection.close()
                    self._connection = None


def _check(connection: sqlite3.Connection, what: str) -> None:
    found = connection.execute(f"PRAGMA integrity_check{what}").fetchone()[0]
    if found != "ok":
        raise sqlite3.DatabaseError(str(found).splitlines()[0])
