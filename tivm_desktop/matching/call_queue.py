"""Calls that wait for one thread, and whether all that was asked of it is done."""

import queue
import threading
from collections.abc import Callable

Call = Callable[[], None]


class CallQueue:
    """Calls for a thread, in order. It is settled from when the thread says so until something is called."""

    def __init__(self) -> None:
        self._calls: queue.SimpleQueue[Call | None] = queue.SimpleQueue()
        self._settled = threading.Event()
        self._lock = threading.Lock()

    @property
    def empty(self) -> bool:
        """Whether nothing waits. Any thread."""
        return self._calls.empty()

    def put(self, call: Call | None) -> None:
        """Have something called, or the thread end: None. Any thread."""
        with self._lock:
            self._settled.clear()
            self._calls.put(call)

    def get(self, timeout_s: float | None = None) -> Call | None:
        """Return what is to be called next. For the thread.

        Raises:
            queue.Empty: nothing came in that time.
        """
        return self._calls.get(timeout=timeout_s)

    def settle(self) -> None:
        """Say that all that was called for is done; a call that has come in by now says that it isn't."""
        with self._lock:
            if self._calls.empty():
                self._settled.set()

    def wait(self, timeout_s: float | None = None) -> bool:
        """Wait until it is settled; tell whether that came about. Any thread."""
        return self._settled.wait(timeout_s)
