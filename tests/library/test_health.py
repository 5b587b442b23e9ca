"""Looking for damage beside the work, and leaving off at once."""

import sqlite3
from pathlib import Path
from threading import Event

from tests.library.make_released import make
from tivm_desktop.library.health import BackgroundCheck


def test_a_check_that_goes_on_is_ended_at_once(tmp_path: Path) -> None:
    make(tmp_path / "library.sqlite3")
    started, damaged, whole = Event(), Event(), Event()

    def slow() -> int:
        started.set()
        Event().wait(0.005)
        return 0

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(tmp_path / "library.sqlite3", check_same_thread=False)
        connection.set_progress_handler(slow, 1)
        return connection

    check = BackgroundCheck(connect, damaged.set, whole.set)
    assert started.wait(5.0)
    check.stop()
    assert not damaged.is_set()
    assert not whole.is_set()


def test_a_database_that_can_not_be_opened_for_it_is_no_damage(tmp_path: Path) -> None:
    damaged, whole = Event(), Event()

    def connect() -> sqlite3.Connection:
        raise sqlite3.OperationalError("unable to open database file")

    BackgroundCheck(connect, damaged.set, whole.set).wait()
    assert not damaged.is_set()
    assert not whole.is_set()
