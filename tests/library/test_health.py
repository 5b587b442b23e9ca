"""Looking for damage beside the work, and leaving off at once."""

import sqlite3
from pathlib import Path
from threading import Event, Thread

import pytest

from tests.library.make_released import make
from tivm_desktop.library import health
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


def test_a_check_that_is_ended_before_it_began_opens_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    class Late(Thread):
        """A thread that gets its turn only once somebody waits for it."""

        def run(self) -> None:
            awaited.wait(5.0)
            super().run()

        def join(self, timeout: float | None = None) -> None:
            awaited.set()
            super().join(timeout)

    awaited, damaged, whole = Event(), Event(), Event()
    connected: list[None] = []

    def connect() -> sqlite3.Connection:
        connected.append(None)
        return sqlite3.connect(":memory:", check_same_thread=False)

    monkeypatch.setattr(health, "Thread", Late)
    BackgroundCheck(connect, damaged.set, whole.set).stop()
    assert awaited.is_set()
    assert not connected
    assert not damaged.is_set()
    assert not whole.is_set()
