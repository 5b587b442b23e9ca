"""Making the next things on a thread of their own while the last ones are used."""

from collections.abc import Generator, Iterable
from contextlib import suppress
from queue import Full, Queue
from threading import Event, Thread
from typing import TypeVar

T = TypeVar("T")
_PATIENCE_S = 0.05


def ahead(things: Iterable[T], most: int) -> Generator[T]:
    """Yield the same things, made at most `most` ahead; closing the iterator ends the thread.

    What making them raises is raised here.
    """
    made: Queue[tuple[T] | BaseException | None] = Queue(most)
    unwanted = Event()

    def put(item: tuple[T] | BaseException | None) -> None:
        while not unwanted.is_set():
            with suppress(Full):
                made.put(item, timeout=_PATIENCE_S)
                return

    def work() -> None:
        try:
            for thing in things:
                put((thing,))
                if unwanted.is_set():
                    return
            put(None)
        except BaseException as error:
            put(error)

    thread = Thread(target=work, name="drawing", daemon=True)
    thread.start()
    try:
        while (item := made.get()) is not None:
            if isinstance(item, BaseException):
                raise item
            yield item[0]
    finally:
        unwanted.set()
        thread.join()
