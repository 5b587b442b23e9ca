"""One analysis that somebody asked for: what is to be done, and the ways it can end."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, Literal, TypeAlias, TypeVar

from tivm_desktop.domain.progress import Progress

T = TypeVar("T")

Lane = Literal["interactive", "listening", "identifying", "indexing"]
FailedBy = Literal["file", "crash", "time"]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """The job ended and this is what it found."""

    result: T


@dataclass(frozen=True, slots=True)
class Failed:
    """The job ended without a result, for the reason given in one sentence."""

    sentence: str
    lasting: bool = False
    """Whether the file itself is to blame, so that trying again is in vain until it changes."""
    kind: FailedBy = "file"
    """A library's `FailureKind`, told without what that loads."""


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The job was given up because it was asked to be."""


Outcome: TypeAlias = Done[T] | Failed | Cancelled


@dataclass(frozen=True, slots=True)
class Work:
    """A job as it goes to a worker."""

    number: int
    function: Callable[..., Any]
    """Called as `function(tools, *arguments, progress=...)`."""
    arguments: tuple[Any, ...]
    subject: Path
    """The file it is about."""


class AnalysisJob(Generic[T]):
    """One analysis that was asked for. Made by `AnalysisPool.submit`."""

    def __init__(
        self,
        work: Work,
        lane: Lane,
        progress: Progress,
        done: Callable[[Outcome[T]], None] | None,
        timeout_s: float | None,
        wake: Callable[[], None],
    ) -> None:
        self.work = work
        self.lane = lane
        self.progress = progress
        self.timeout_s = timeout_s
        self.cancel_requested = False
        self.tries = 0
        self.began_s: float | None = None
        """When a worker got it, by the monotonic clock; None while it waits."""
        self.took_s = 0.0
        """How long the worker that ended it was at it."""
        self._done = done
        self._wake = wake
        self._outcome: Outcome[T] | None = None
        self._ended = threading.Event()

    @property
    def subject(self) -> Path:
        """The file the job is about."""
        return self.work.subject

    @property
    def outcome(self) -> Outcome[T] | None:
        """How the job ended; None while it hasn't."""
        return self._outcome

    def cancel(self) -> None:
        """Ask for the job to be given up and return at once; its outcome will be `Cancelled`."""
        self.cancel_requested = True
        self._wake()

    def begin(self) -> None:
        """Note that a worker gets it now. For the pool."""
        self.tries += 1
        self.began_s = time.monotonic()

    def wait(self, timeout_s: float | None = None) -> Outcome[T] | None:
        """Wait for the end of the job and return its outcome, or None after `timeout_s`."""
        self._ended.wait(timeout_s)
        return self._outcome

    def end(self, outcome: Outcome[T]) -> None:
        """Settle the outcome and tell whoever asked. For the pool."""
        if self.began_s is not None:
            self.took_s = time.monotonic() - self.began_s
        self._outcome = Cancelled() if self.cancel_requested else outcome
        if self._done is not None:
            try:
                self._done(self._outcome)
            except Exception:
                _log.exception("The callback for %s failed", self.subject)
        self._ended.set()
