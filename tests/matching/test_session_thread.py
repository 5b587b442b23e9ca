"""The thread that owns a session: calls in order, turns between them, and when nothing is left."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

from tivm_desktop.matching.session_thread import SessionThread

LONG_S = 10.0


def no_turn() -> None:
    """There is nothing to do between calls."""


@contextmanager
def ending(thread: SessionThread) -> Iterator[SessionThread]:
    try:
        yield thread
    finally:
        thread.end()
        thread.join(LONG_S)


def test_what_was_asked_before_the_start_is_done_first() -> None:
    heard: list[str] = []
    with ending(SessionThread("test-session")) as thread:
        thread.post(lambda: heard.append("before"))
        thread.start([no_turn], lambda: None, lambda: thread.idle)
        thread.post(lambda: heard.append("after"))
        assert thread.wait(LONG_S)
    assert heard == ["before", "after"]


def test_a_call_that_fails_and_a_step_that_fails_stop_nothing() -> None:
    turned = Event()

    def stumble() -> None:
        raise ValueError("on purpose")

    with ending(SessionThread("test-session")) as thread:
        thread.start([stumble, turned.set], lambda: None, lambda: thread.idle)
        thread.post(stumble)
        assert turned.wait(LONG_S)
        assert thread.wait(LONG_S)


def test_without_a_call_a_turn_is_taken_once_patience_is_over() -> None:
    turns: list[int] = []
    enough = Event()

    def turn() -> None:
        turns.append(1)
        if len(turns) == 3:
            enough.set()

    with ending(SessionThread("test-session")) as thread:
        thread.start([turn], lambda: None if enough.is_set() else 0.0, enough.is_set)
        assert enough.wait(LONG_S)
        assert thread.wait(LONG_S)


def test_it_is_not_settled_while_something_is_left() -> None:
    left = Event()
    with ending(SessionThread("test-session")) as thread:
        thread.start([no_turn], lambda: None, left.is_set)
        assert not thread.wait(0.05)
        thread.post(left.set)
        assert thread.wait(LONG_S)
