import queue
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from tivm_desktop.matching.call_queue import CallQueue


def nothing() -> None:
    """What is called."""


def test_a_call_that_waits_is_not_done() -> None:
    calls = CallQueue()
    calls.put(nothing)
    calls.settle()
    assert not calls.wait(0.0)
    assert calls.get() is nothing
    assert calls.empty
    assert not calls.wait(0.0)
    calls.settle()
    assert calls.wait(0.0)
    calls.put(nothing)
    assert not calls.wait(0.0)


def test_where_nothing_comes_there_is_nothing() -> None:
    with pytest.raises(queue.Empty):
        CallQueue().get(0.0)


def test_whoever_waits_finds_that_done_which_was_asked_for() -> None:
    calls = CallQueue()

    def live() -> None:
        while (call := calls.get()) is not None:
            call()
            if calls.empty:
                calls.settle()

    def asked_for_and_done(_: int) -> bool:
        done = threading.Event()
        calls.put(done.set)
        return calls.wait(5.0) and done.is_set()

    thread = threading.Thread(target=live)
    thread.start()
    with ThreadPoolExecutor(4) as asking:
        assert all(asking.map(asked_for_and_done, range(2000)))
    calls.put(None)
    thread.join()
