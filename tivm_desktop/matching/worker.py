"""The pool's side of one worker: its process, the connection to it, and the job it is at."""

import logging
import multiprocessing
import pickle
import signal
import time
from pathlib import Path
from typing import Any

from tivm_desktop.machine.child_process import one_thread_each
from tivm_desktop.matching.jobs import AnalysisJob, Failed, Lane
from tivm_desktop.matching.worker_process import CancelWork, WorkerSettings, worker_main

CANCEL_GRACE_S = 2.0
"""How long a worker may take to notice that its job was cancelled before it is ended."""
_WINDOWS_ERROR = 0xC0000000
_WINDOWS_SHORT_OF_MEMORY = (0xC0000017, 0xC000012D)
_WINDOWS_ENDS = (0xC000013A, 0xC0000142)
"""A console that was closed or Ctrl-C, and a system that was shutting down: no fault of the file."""

_log = logging.getLogger(__name__)


class Worker:
    """A process of the pool and the job it is at."""

    def __init__(self, lane: Lane, settings: WorkerSettings) -> None:
        context = multiprocessing.get_context("spawn")
        self.lane = lane
        self.connection, theirs = context.Pipe()
        self.process = context.Process(
            target=worker_main, args=(theirs, settings), name=f"tivm-{lane}", daemon=True
        )
        with one_thread_each():
            self.process.start()
        theirs.close()
        self.job: AnalysisJob[Any] | None = None
        self.begun = False
        self.jobs_done = 0
        self.heard_s = time.monotonic()
        self.cancel_sent_s: float | None = None

    def start(self, job: AnalysisJob[Any]) -> None:
        """Hand over `job`.

        Raises:
            OSError: the process is gone.
        """
        self.job = job
        self.begun = False
        self.heard_s = time.monotonic()
        self.cancel_sent_s = None
        self.connection.send_bytes(pickle.dumps(job.work))

    def ask_to_cancel(self) -> None:
        """Tell the process that its job is not wanted any more, once."""
        if self.job is not None and self.cancel_sent_s is None:
            self.cancel_sent_s = time.monotonic()
            try:
                self.connection.send_bytes(pickle.dumps(CancelWork(self.job.work.number)))
            except OSError:
                _log.debug("The worker for %s ended before it could be asked to", self.job.subject)

    def deadline_s(self) -> float | None:
        """When (monotonic) the process is to be ended if nothing is heard of it; None for never."""
        if self.job is None:
            return None
        if self.cancel_sent_s is not None:
            return self.cancel_sent_s + CANCEL_GRACE_S
        return None if self.job.timeout_s is None else self.heard_s + self.job.timeout_s

    def end(self) -> None:
        """End the process, the hard way if it has to be, and let go of everything."""
        self.process.terminate()
        self.process.join(0.5)
        if self.process.is_alive():
            self.process.kill()
            self.process.join(2.0)
        self.connection.close()
        if not self.process.is_alive():
            self.process.close()


def describe_death(subject: Path, exit_code: int | None) -> Failed:
    """Say what the end of a worker means for the file it was at.

    Args:
        subject: that file.
        exit_code: of the process; negative for the signal that killed it, on Windows an NTSTATUS of
            0xC0000000 or more for the exception that did.
    """
    name = subject.name
    if exit_code is None or 0 <= exit_code < _WINDOWS_ERROR or exit_code in _WINDOWS_ENDS:
        return Failed(
            f"{name} ended its analysis process (exit code {exit_code}); convert it to another format.",
            kind="crash",
        )
    killed_by = _signal_named(-exit_code) if exit_code < 0 else f"{exit_code:#x}"
    if killed_by == "SIGKILL" or exit_code in _WINDOWS_SHORT_OF_MEMORY:
        return Failed(
            f"The system stopped the analysis of {name}, short of memory perhaps; close other programs.",
            kind="crash",
        )
    return Failed(
        f"{name} made its decoder crash ({killed_by}); convert it to another format or leave it out.",
        lasting=True,
        kind="crash",
    )


def _signal_named(number: int) -> str:
    """Return what a signal is called; real-time signals have no names."""
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def describe_silence(job: AnalysisJob[Any]) -> Failed:
    """Say that nothing was heard of a job for too long."""
    waited = f"{job.timeout_s or 0:.0f} s"
    return Failed(
        f"{job.subject.name} got no further for {waited}; convert it to another format or skip it.",
        lasting=True,
        kind="time",
    )
