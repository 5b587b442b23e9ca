import queue

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
