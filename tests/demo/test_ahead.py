"""Things are made ahead, in order, and no thread outlives who wants them."""

import threading
from collections.abc import Iterator

import pytest

from tivm_desktop.demo.ahead import ahead


def test_all_things_come_in_their_order() -> None:
    assert list(ahead(range(50), 3)) == list(range(50))
    assert list(ahead((), 3)) == []
    assert list(ahead([None, None], 1)) == [None, None]


def test_so_many_are_made_ahead_and_no_more() -> None:
    made: list[int] = []
    enough = threading.Event()

    def things() -> Iterator[int]:
        for number in range(20):
            made.append(number)
            if number == 3:
                enough.set()
            yield number

    coming = ahead(things(), 2)
    assert next(coming) == 0
    assert enough.wait(10.0)
    assert len(made) <= 4
    coming.close()
    assert len(made) <= 5


def test_what_making_raises_is_raised_where_it_is_used() -> None:
    def things() -> Iterator[int]:
        yield 1
        raise OSError("no more")

    coming = ahead(things(), 2)
    assert next(coming) == 1
    with pytest.raises(OSError, match="no more"):
        next(coming)
