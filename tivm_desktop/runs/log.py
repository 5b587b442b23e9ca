"""The program's log: never larger than it may be, and told of everything that nobody caught."""

import logging
import sys
import threading
from collections import Counter
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from tivm_desktop.bundle import build
from tivm_desktop.library.profile import Profile

LARGEST = 1 << 20
"""Bytes of one file of the log."""
OLDER = 2
"""How many full files are kept beside the one that is written."""
_IN_FULL = 3
_log = logging.getLogger("tivm_desktop")


def keep_log(profile: Profile) -> None:
    """Write this process's log from now on, beginning with the build, with all that nobody catches in it."""
    handlers: list[logging.Handler] = [logging.NullHandler()]
    try:
        handlers = [
            RotatingFileHandler(
                profile.log_file,
                maxBytes=LARGEST,
                backupCount=OLDER,
                encoding="utf-8",
                errors="backslashreplace",
            )
        ]
        cut_old(profile.worker_log_file)
    except OSError:
        pass
    logging.basicConfig(
        level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s", handlers=handlers
    )
    note_the_uncaught()
    _log.info("TIVM Desktop %s starts on %s", build().described, sys.platform)


def cut_old(log: Path) -> None:
    """Begin a log anew that grew too large; the old one stays beside it until the next time.

    For logs that many processes write to, none of which may rename it under the others.

    Raises:
        OSError: it can't be renamed.
    """
    if log.exists() and log.stat().st_size > LARGEST:
        log.replace(log.with_name(f"{log.name}.1"))


def note_the_uncaught() -> None:
    """Have exceptions that nobody catches written to the log: of any thread, and of finalisers."""
    repeated = Repeated()

    def note(
        where: str, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        times = repeated.times(kind, trace)
        if times <= _IN_FULL:
            _log.error("unexpected in %s", where, exc_info=(kind, error or kind(), trace))
        elif times in (10, 100) or times % 1000 == 0:
            _log.error("unexpected in %s, %d times: %s: %s", where, times, kind.__name__, error)

    def main(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, KeyboardInterrupt):
            note("the main thread", kind, error, trace)
        sys.__excepthook__(kind, error, trace)

    def thread(told: threading.ExceptHookArgs) -> None:
        name = told.thread.name if told.thread is not None else "a thread that is gone"
        if told.exc_type is not SystemExit:
            note(name, told.exc_type, told.exc_value, told.exc_traceback)

    def unraisable(told: "sys.UnraisableHookArgs") -> None:
        note(told.err_msg or "a finaliser", told.exc_type, told.exc_value, told.exc_traceback)

    sys.excepthook, threading.excepthook, sys.unraisablehook = main, thread, unraisable


class Repeated:
    """Counts how often the same went wrong at the same place: a slot called thirty times a second may."""

    def __init__(self) -> None:
        self._seen: Counter[tuple[str, str, int]] = Counter()

    def times(self, kind: type[BaseException], trace: TracebackType | None) -> int:
        """Return the how-manieth this is."""
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        where = (trace.tb_frame.f_code.co_filename, trace.tb_lineno) if trace is not None else ("", 0)
        place = (kind.__name__, *where)
        self._seen[place] += 1
        return self._seen[place]
