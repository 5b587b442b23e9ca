import threading
from collections.abc import Callable
from itertools import count

import pytest

from tivm_desktop.domain.errors import CancelledError
from tivm_desktop.library.patience import patiently

LIMIT_S = 20.0
NAME = "patient"


def never() -> bool:
    return False


def test_work_that_is_done_is_waited_for() -> None:
    done: list[str] = []
    assert patiently(
        lambda stop: done.append(threading.current_thread().name),
        lambda: 0,
        name=NAME,
        cancelled=never,
        patience_s=LIMIT_S,
    )
    assert done == [NAME]


def test_what_goes_wrong_in_it_goes_wrong_here() -> None:
    def work(stop: Callable[[], bool]) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        patiently(work, lambda: 0, name=NAME, cancelled=never, patience_s=LIMIT_S)


def test_work_that_gets_nowhere_is_given_up_and_told_to_stop() -> None:
    told = threading.Event()

    def work(stop: Callable[[], bool]) -> None:
        while not stop():
            told.wait(0.01)
        told.set()

    assert not patiently(work, lambda: 7, name=NAME, cancelled=never, patience_s=0.2)
    assert told.wait(LIMIT_S)


def test_work_that_gets_on_is_waited_for_beyond_all_patience() -> None:
    steps, go = count(), threading.Event()
    looks = count(1)

    def look() -> None:
        if next(looks) == 6:
            go.set()

    assert patiently(
        lambda stop: not go.wait(LIMIT_S),
        lambda: next(steps),
        name=NAME,
        cancelled=never,
        look=look,
        patience_s=0.1,
    )
    assert go.is_set()


def test_it_can_be_cancelled_while_it_hangs() -> None:
    go = threading.Event()
    with pytest.raises(CancelledError):
        patiently(
            lambda stop: not go.wait(LIMIT_S),
            lambda: 0,
            name=NAME,
            cancelled=lambda: True,
            patience_s=LIMIT_S,
        )
    go.set()
