"""Questions to disks that may not answer, asked so that nobody hangs with them."""

import logging
import threading
from collections.abc import Callable
from typing import TypeVar

from tivm_desktop.domain.errors import CancelledError
from tivm_desktop.library.patience import patiently

T = TypeVar("T")

PATIENCE_S = 30.0
"""How long a disk may take to answer: one that sleeps takes ten seconds to wake."""

_log = logging.getLogger(__name__)


class Asking:
    """Asks on threads of its own; answers come on the thread to which `post` leads, where it is used."""

    def __init__(self, post: Callable[[Callable[[], None]], None], patience_s: float = PATIENCE_S) -> None:
        """Begin with no question open.

        Args:
            post: has something called on the thread that all else is called on.
            patience_s: how long an answer is waited for.
        """
        self._post = post
        self._patience_s = patience_s
        self._closed = threading.Event()
        self._open: set[threading.Thread] = set()

    @property
    def busy(self) -> bool:
        """Whether an answer is waited for."""
        return bool(self._open)

    def ask(self, question: Callable[[], T], answered: Callable[[T | None], None]) -> None:
        """Have a question answered; return at once.

        Args:
            question: looks at a disk; called on another thread.
            answered: called with what it returned, or with None where it took too long or failed.
        """

        def live() -> None:
            answer = self._answer(question)
            self._post(lambda: self._take(thread, answer, answered))

        thread = threading.Thread(target=live, name="disk-answer", daemon=True)
        self._open.add(thread)
        thread.start()

    def close(self) -> None:
        """Wait for no answer any more. Any thread."""
        self._closed.set()
        for thread in list(self._open):
            thread.join(1.0)

    def _answer(self, question: Callable[[], T]) -> T | None:
        found: list[T] = []
        try:
            patiently(
                lambda stop: found.append(question()),  # noqa: ARG005 - it can't be stopped
                lambda: 0,
                name="disk-question",
                cancelled=self._closed.is_set,
                patience_s=self._patience_s,
            )
        except CancelledError:
            return None
        except Exception:
            _log.exception("A disk can't be asked")
            return None
        return found[0] if found else None

    def _take(self, thread: threading.Thread, answer: T | None, answered: Callable[[T | None], None]) -> None:
        self._open.discard(thread)
        if not self._closed.is_set():
            answered(answer)
