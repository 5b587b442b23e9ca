"""Small jobs off the GUI thread, whose outcome arrives on it."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from tivm_desktop.domain.errors import TivmError
from tivm_desktop.gui.marshal import Marshal
from tivm_desktop.gui.wording import fault

T = TypeVar("T")
_log = logging.getLogger(__name__)


class Lane:
    """One thread that does one job after the other."""

    def __init__(self, marshal: Marshal, name: str) -> None:
        self._marshal = marshal
        self._name = name
        self._pool = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._open = True
        self._untaken: list[Callable[[], None]] = []

    def submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[str], None],
        unwanted: Callable[[T], None] | None = None,
    ) -> None:
        """Run `work` on the lane, then `done(result)` or `failed(sentence)` on the GUI thread.

        After `close` nothing is run or called any more; `close` itself calls `unwanted(result)` for a result
        that `done` did not get.
        """

        def job() -> None:
            try:
                result = work()
            except TivmError as error:
                self._deliver(failed, str(error))
            except Exception as error:
                _log.exception("a job of lane %s failed", self._name)
                self._deliver(failed, fault(error))
            else:
                leave = partial(unwanted, result) if unwanted is not None else _nothing
                self._untaken.append(leave)
                self._deliver(partial(self._take, done, leave), result)

        if self._open:
            self._pool.submit(job)

    def close(self) -> None:
        """Drop what waits, and wait for the job that runs."""
        self._open = False
        self._pool.shutdown(wait=True, cancel_futures=True)
        while self._untaken:
            self._untaken.pop()()

    def _take(self, done: Callable[[T], None], leave: Callable[[], None], result: T) -> None:
        self._untaken.remove(leave)
        done(result)

    def _deliver(self, receive: Callable[[T], None], value: T) -> None:
        def call() -> None:
            if self._open:
                receive(value)

        self._marshal.post(call)


def _nothing() -> None:
    """What there is to do about most results that nobody takes."""
