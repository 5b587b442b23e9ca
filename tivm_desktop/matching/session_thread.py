"""The one thread that owns a session's state: what is asked of it comes in through a queue."""

import logging
import queue
import threading
from collections.abc import Callable, Sequence

from tivm_desktop.matching.call_queue import Call, CallQueue

_log = logging.getLogger(__name__)


class SessionThread:
    """Makes calls in their order, goes on with its own work between them, and knows when nothing is left."""

    def __init__(self, name: str) -> None:
        """Take calls from now on; none is made before `start`."""
        self._name = name
        self._calls = CallQueue()
        self._thread: threading.Thread | None = None

    @property
    def idle(self) -> bool:
        """Whether nothing waits that was asked for. Any thread."""
        return self._calls.empty

    def start(
        self,
        turn: Sequence[Callable[[], None]],
        patience_s: Callable[[], float | None],
        is_settled: Callable[[], bool],
    ) -> None:
        """Begin.

        Args:
            turn: done after each call, and whenever patience is over; one that fails stops no other.
            patience_s: how long to wait for a call before the next turn; None for ever.
            is_settled: whether nothing is left to do, as far as the calls made so far go.
        """
        self._thread = threading.Thread(
            target=self._live, args=(tuple(turn), patience_s, is_settled), name=self._name, daemon=True
        )
        self._thread.start()

    def post(self, call: Call) -> None:
        """Have something called. Any thread."""
        self._calls.put(call)

    def wait(self, timeout_s: float | None = None) -> bool:
        """Wait until nothing is left to do; tell whether that came about. Any thread."""
        return self._calls.wait(timeout_s)

    def end(self) -> None:
        """Have it end after what was called for before. Any thread."""
        self._calls.put(None)

    def join(self, timeout_s: float) -> None:
        """Wait for its end, for so long at most."""
        if self._thread is not None:
            self._thread.join(timeout_s)

    def _live(
        self,
        turn: Sequence[Callable[[], None]],
        patience_s: Callable[[], float | None],
        is_settled: Callable[[], bool],
    ) -> None:
        while True:
            try:
                call = self._calls.get(patience_s())
                if call is None:
                    return
                _guard(call)
            except queue.Empty:
                pass
            for step in turn:
                _guard(step)
            if is_settled():
                self._calls.settle()


def _guard(call: Callable[[], None]) -> None:
    try:
        call()
    except Exception:
        _log.exception("The session stumbled")
