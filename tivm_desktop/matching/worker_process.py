"""The child's side of analysis: one process that does one job after the other for the pool that made it.

Nothing heavy is imported here: numpy and ONNX Runtime come in with the first job.
"""

import ctypes
import faulthandler
import logging
import os
import pickle
import sys
import time
from dataclasses import dataclass
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from tivm_desktop.domain.errors import CancelledError, MediaError, TivmError
from tivm_desktop.encoders.runtime_folder import choose
from tivm_desktop.machine.child_process import belong_to_parent
from tivm_desktop.matching.jobs import Cancelled, Done, Failed, Work

_log = logging.getLogger(__name__)

PROGRESS_INTERVAL_S = 0.05
TRIM_EVERY = 16
"""After so many jobs memory is given back: each time costs tens of milliseconds."""


@dataclass(frozen=True, slots=True)
class WorkerSettings:
    """What a worker is told at its birth."""

    make_tools: bytes
    """Pickled callable without arguments; what it returns is the first argument of every job."""
    niceness: int
    """Added to the process's niceness; 0 leaves it."""
    log_file: Path | None
    """Where everything the worker prints goes; None throws it away."""
    gpu_folder: Path | None = None
    """Where it looks for GPU support."""


@dataclass(frozen=True, slots=True)
class CancelWork:
    """Asks the worker to give up the job of that number."""

    number: int


@dataclass(frozen=True, slots=True)
class WorkStarted:
    """Says that the job of that number has begun: from here on a death is the job's doing."""

    number: int


@dataclass(frozen=True, slots=True)
class WorkProgress:
    """How far the job of that number is."""

    number: int
    done_s: float
    total_s: float


@dataclass(frozen=True, slots=True)
class WorkEnded:
    """How the job of that number ended."""

    number: int
    outcome: Done[Any] | Failed | Cancelled


class _Reporter:
    """The `Progress` of a job in the worker: sends it at intervals, and hears cancellation at every call."""

    def __init__(self, connection: Connection, number: int) -> None:
        self._connection = connection
        self._number = number
        self._next_report_s = 0.0

    def __call__(self, done_s: float, total_s: float) -> None:
        while self._connection.poll():
            message = pickle.loads(self._connection.recv_bytes())  # noqa: S301 - from our own parent
            if message == CancelWork(self._number):
                raise CancelledError
        now_s = time.monotonic()
        if now_s >= self._next_report_s:
            self._next_report_s = now_s + PROGRESS_INTERVAL_S
            self._connection.send_bytes(pickle.dumps(WorkProgress(self._number, done_s, total_s)))


def worker_main(connection: Connection, settings: WorkerSettings) -> None:
    """Do jobs until the parent closes the connection or dies.

    Args:
        connection: brings pickled `Work` and `CancelWork`, takes `WorkStarted`, `WorkProgress` and
            `WorkEnded`, which the other end reads with `read_result`.
        settings: what makes this worker different from any other process.
    """
    _settle(settings)
    tools: list[Any] = []
    for number in count(1):
        try:
            message = pickle.loads(connection.recv_bytes())  # noqa: S301 - from our own parent
            if not isinstance(message, Work):
                continue
            connection.send_bytes(pickle.dumps(WorkStarted(message.number)))
        except (EOFError, OSError):
            return
        outcome = _outcome(message, tools, settings, _Reporter(connection, message.number))
        try:
            payload = pickle.dumps(WorkEnded(message.number, outcome))
        except Exception:
            _log.exception("The result for %s can't be sent", message.subject)
            payload = pickle.dumps(
                WorkEnded(message.number, _unexpected(message.subject, "its result can't be sent"))
            )
        try:
            connection.send_bytes(payload)
        except OSError:
            return
        if number % TRIM_EVERY == 0:
            _give_memory_back()


def _outcome(
    work: Work, tools: list[Any], settings: WorkerSettings, progress: _Reporter
) -> Done[Any] | Failed | Cancelled:
    """Run the job; whatever it raises becomes an outcome."""
    try:
        if not tools:
            tools.append(pickle.loads(settings.make_tools)())  # noqa: S301 - from our own parent
        return Done(work.function(tools[0], *work.arguments, progress=progress))
    except CancelledError:
        return Cancelled()
    except MediaError as error:
        return Failed(str(error), lasting=os.access(work.subject, os.R_OK))
    except TivmError as error:
        return Failed(str(error))
    except MemoryError:
        return Failed(
            f"{work.subject.name} needs more memory than there is; close other programs and try again."
        )
    except Exception as error:
        _log.exception("Analysis of %s failed", work.subject)
        return _unexpected(work.subject, f"{type(error).__name__}: {error}")


def _unexpected(subject: Path, reason: str) -> Failed:
    reason = " ".join(reason.split())
    return Failed(
        f"{subject.name} could not be analysed ({reason}); leave it out or convert it to another format."
    )


def _settle(settings: WorkerSettings) -> None:
    """Make this process a quiet, modest one that doesn't outlive its parent."""
    belong_to_parent()
    _redirect_output(settings.log_file)
    choose(settings.gpu_folder)
    faulthandler.enable()
    logging.basicConfig(
        level=logging.WARNING, format="%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"
    )
    if sys.platform != "win32" and settings.niceness:
        os.nice(settings.niceness)


def _give_memory_back() -> None:
    """Have the C library return what is free, where it doesn't by itself (glibc)."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)


def _redirect_output(log_file: Path | None) -> None:
    """Send all that this process prints, decoders in C included, to the log."""
    try:
        output = os.open(log_file or os.devnull, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    except OSError:
        output = os.open(os.devnull, os.O_WRONLY)
    os.dup2(output, 1)
    os.dup2(output, 2)
    os.close(output)
