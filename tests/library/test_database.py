"""Connections to the library's file: one for each thread, for as long as the thread lives."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from threading import Event, Thread

import pytest

from tivm_desktop.library import database as databases
from tivm_desktop.library.database import Database
from tivm_desktop.library.preparation import connect

READER = """
import sqlite3, sys, threading
connection = sqlite3.connect(sys.argv[1])
connection.execute("SELECT count(*) FROM files").fetchone()
print("reading", flush=True)
threading.Event().wait()
"""


class Connections:
    """Makes connections as the database does, and knows them all."""

    def __init__(self) -> None:
        self._made: list[sqlite3.Connection] = []

    def connect(self, path: Path) -> sqlite3.Connection:
        self._made.append(connect(path))
        return self._made[-1]

    def states(self) -> list[str]:
        return [_state(connection) for connection in self._made]


def _state(connection: sqlite3.Connection) -> str:
    try:
        connection.execute("SELECT 1")
    except sqlite3.ProgrammingError:
        return "closed"
    return "open"


@pytest.fixture
def connections(monkeypatch: pytest.MonkeyPatch) -> Connections:
    connections = Connections()
    monkeypatch.setattr(databases, "connect", connections.connect)
    return connections


def test_a_thread_that_ends_leaves_no_connection_behind(tmp_path: Path, connections: Connections) -> None:
    with closing(Database(tmp_path / "library.sqlite3")) as database:
        database.read("SELECT 1", ())
        for _ in range(3):
            thread = Thread(target=database.read, args=("SELECT 1", ()))
            thread.start()
            thread.join()
        database.read("SELECT 1", ())
        assert connections.states() == ["open", "closed", "closed", "closed"]


def test_closing_closes_the_connections_of_threads_that_go_on(
    tmp_path: Path, connections: Connections
) -> None:
    database = Database(tmp_path / "library.sqlite3")
    has_read, may_end = Event(), Event()

    def live() -> None:
        database.read("SELECT 1", ())
        has_read.set()
        may_end.wait(5.0)

    thread = Thread(target=live)
    thread.start()
    assert has_read.wait(5.0)
    database.read("SELECT 1", ())
    database.close()
    assert connections.states() == ["closed", "closed"]
    may_end.set()
    thread.join()


def test_what_others_kept_from_the_file_is_in_it_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    database = Database(path)
    reader = subprocess.Popen([sys.executable, "-c", READER, path], stdout=subprocess.PIPE, text=True)
    with reader:
        assert reader.stdout is not None
        assert reader.stdout.readline() == "reading\n"
        writer = Thread(target=_write, args=(database,))
        writer.start()
        writer.join()
        reader.kill()
    log = path.with_name(f"{path.name}-wal")
    assert log.stat().st_size > 0
    database.close()
    assert not log.exists()
    with closing(sqlite3.connect(f"file:{path}?immutable=1", uri=True)) as connection:
        assert connection.execute("SELECT path FROM roots").fetchall() == [(b"/music",)]


def test_a_database_that_was_closed_is_not_opened_again(tmp_path: Path) -> None:
    database = Database(tmp_path / "library.sqlite3")
    database.wait_for_check()
    database.close()
    with pytest.raises(sqlite3.ProgrammingError, match="is closed"):
        database.read("SELECT 1", ())


def test_a_library_whose_file_is_gone_is_closed_and_not_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    database = Database(path)
    _write(database)
    path.unlink()
    database.close()
    assert not path.exists()


def _write(database: Database) -> None:
    with database.writing() as connection:
        connection.execute("INSERT INTO roots (path) VALUES (?)", (b"/music",))
