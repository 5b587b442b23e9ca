"""Analysis in processes of its own: a decoder that crashes costs the file it was reading, nothing else.

One thread, the dispatcher, owns the workers: it starts them, hands them jobs, hears their progress, and ends
them. All callbacks are called on it, a job's progress never after its end.
"""

import atexit
import logging
import multiprocessing
import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, TypeVar

from tivm_desktop.domain.progress import Progress, no_progress
from tivm_desktop.encoders.runtime_folder import chosen_root
from tivm_desktop.matching.jobs import AnalysisJob, Cancelled, Failed, Lane, Outcome, Work
from tivm_desktop.matching.lanes import NICENESS, RESTING, Lanes
from tivm_desktop.matching.results import read_result
from tivm_desktop.matching.worker import Worker, describe_death, describe_silence
from tivm_desktop.matching.worker_process import WorkEnded, WorkerSettings, WorkProgress, WorkStarted

T = TypeVar("T")

DEFAULT_TIMEOUT_S = 300.0
_TRIES = 2
_LONGEST_WAIT_S = 3600.0
"""The system waits for no number of seconds, however large."""
_AFTER_STUMBLING_S = 0.1
JOBS_EACH = 500
"""A worker of a lane that rests makes room for a fresh one after so many: decoders may leak."""
REST_AFTER_S = 60.0
"""A worker of a lane that rests ends when it had nothing to do for so long, and its memory is free."""

_log = logging.getLogger(__name__)


class AnalysisPool:
    """Runs analyses in worker processes, on four lanes.

    The *interactive* lane, the *listening* lane, which hears speech while a video is analysed, and the
    *identifying* lane, which tells files that moved from new ones, have one worker each: what the user waits
    for never queues behind the *indexing* lane, which has `workers`. Processes are spawned when there is a
    first job for them, compute on one thread each at low priority, keep their tools from job to job, and
    end with this process, however it ends.
    """

    def __init__(
        self,
        make_tools: Callable[[], object],
        workers: int = 1,
        log_file: Path | None = None,
        jobs_each: int = JOBS_EACH,
        rest_after_s: float = REST_AFTER_S,
    ) -> None:
        """Make a pool; no process is started yet.

        Args:
            make_tools: picklable; called once in each worker before its first job. What it returns (encoders,
                say) is the first argument of every job there. If it raises, the job fails and the next tries
                again.
            workers: processes of the indexing lane, at least 1.
            log_file: where workers, and the decoders in them, may write what they have to say.
            jobs_each: how many jobs a worker of a lane that rests does before a fresh one takes its place.
            rest_after_s: how long it may have nothing to do before it ends.
        """
        tools = pickle.dumps(make_tools)
        self._settings = {
            lane: WorkerSettings(tools, niceness, log_file, chosen_root())
            for lane, niceness in NICENESS.items()
        }
        self._lanes = Lanes(workers)
        self._jobs_each = jobs_each
        self._rest_after_s = rest_after_s
        self._lock = threading.Lock()
        self._workers: list[Worker] = []
        self._closing = False
        self._next_number = 0
        self._woken, self._waker = multiprocessing.get_context("spawn").Pipe(duplex=False)
        self._dispatcher = threading.Thread(target=self._dispatch, name="analysis-dispatcher", daemon=True)
        self._dispatcher.start()
        atexit.register(self.close)

    def submit(
        self,
        function: Callable[..., T],
        *args: object,
        subject: Path,
        lane: Lane = "indexing",
        progress: Progress = no_progress,
        done: Callable[[Outcome[T]], None] | None = None,
        timeout_s: float | None = DEFAULT_TIMEOUT_S,
    ) -> AnalysisJob[T]:
        """Have `function(tools, *args, progress=...)` called in a worker.

        Args:
            function: importable by name from a module without Qt; reports through `progress`, which raises
                `CancelledError` in it when the job is not wanted any more. The text of a `TivmError` it
                raises becomes the sentence of `Failed`.
            args: picklable.
            subject: the file the job is about; named in messages.
            lane: the queue it stands in.
            progress: called on the dispatcher's thread, at most 20 times a second.
            done: called on the dispatcher's thread with the outcome.
            timeout_s: longest silence between two reports of progress before the worker is ended; None for
                ever.

        Raises:
            RuntimeError: the pool is closed.
        """
        with self._lock:
            if self._closing:
                raise RuntimeError("The pool is closed")
            self._next_number += 1
            work = Work(self._next_number, function, args, subject)
            job = AnalysisJob(work, lane, progress, done, timeout_s, self._wake)
            self._lanes.put(job)
        self._wake()
        return job

    def set_workers(self, workers: int) -> None:
        """Have so many processes on the indexing lane, at least 1; one too many ends after its job."""
        self._lanes.set_workers(workers)
        self._wake()

    def close(self, timeout_s: float = 5.0) -> None:
        """Cancel everything, end all processes, and return after `timeout_s` at the latest."""
        with self._lock:
            self._closing = True
        self._wake()
        if threading.current_thread() is not self._dispatcher:
            self._dispatcher.join(timeout_s)
        atexit.unregister(self.close)

    def _wake(self) -> None:
        with self._lock:
            if not self._waker.closed and not self._woken.poll():
                self._waker.send_bytes(b"w")

    def _dispatch(self) -> None:
        """The dispatcher's life."""
        if sys.platform != "win32":
            # Inherited by the workers: Ctrl-C in a terminal reaches them too, and is not theirs to answer.
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        turn = (self._cancel_where_asked, self._end_overdue, self._dismiss, self._assign, self._listen)
        while not self._closing:
            for step in turn:
                self._guard(step)
        self._shut()

    def _guard(self, step: Callable[[], None]) -> None:
        """Go on after whatever goes wrong: without the dispatcher nothing is analysed any more."""
        try:
            step()
        except Exception:
            _log.exception("The dispatcher stumbled")
            time.sleep(_AFTER_STUMBLING_S)

    def _listen(self) -> None:
        """Wait until there is something to do, and take in what the workers have sent."""
        connections: list[Connection] = [worker.connection for worker in self._workers]
        wait([self._woken, *connections], self._patience_s())
        if self._woken.poll():
            self._woken.recv_bytes()
        for worker in list(self._workers):
            self._deal(self._hear, worker)

    def _deal(self, do: Callable[[Worker], None], worker: Worker) -> None:
        """Do something about a worker; one with which that fails is ended, lest it fail for ever."""
        try:
            do(worker)
        except Exception as error:
            _log.exception("A worker can't be dealt with")
            if worker in self._workers:
                name = "" if worker.job is None else worker.job.subject.name
                sentence = f"{name} lost its analysis process ({error}); start the program anew."
                self._retire(worker, Failed(sentence, kind="crash"))

    def _patience_s(self) -> float | None:
        deadlines = [deadline for worker in self._workers if (deadline := worker.deadline_s()) is not None]
        deadlines += [worker.heard_s + self._rest_after_s for worker in self._resting()]
        if not deadlines:
            return None
        return min(max(0.0, min(deadlines) - time.monotonic()), _LONGEST_WAIT_S)

    def _resting(self) -> list[Worker]:
        return [worker for worker in self._workers if worker.lane in RESTING and worker.job is None]

    def _dismiss(self) -> None:
        """End idle workers of lanes that rest where they are too many, have done enough or rest for long."""
        now_s = time.monotonic()
        for worker in self._resting():
            tired = worker.jobs_done >= self._jobs_each or now_s >= worker.heard_s + self._rest_after_s
            if tired or len(self._of(worker.lane)) > self._lanes.places(worker.lane):
                self._retire(worker, None)

    def _of(self, lane: Lane) -> list[Worker]:
        return [worker for worker in self._workers if worker.lane == lane]

    def _cancel_where_asked(self) -> None:
        for job in self._lanes.take_cancelled():
            job.end(Cancelled())
        for worker in self._workers:
            if worker.job is not None and worker.job.cancel_requested:
                worker.ask_to_cancel()

    def _end_overdue(self) -> None:
        now_s = time.monotonic()
        for worker in list(self._workers):
            deadline_s = worker.deadline_s()
            if deadline_s is not None and now_s >= deadline_s:
                self._deal(self._end_silent, worker)

    def _end_silent(self, worker: Worker) -> None:
        self._retire(worker, None if worker.job is None else describe_silence(worker.job))

    def _assign(self) -> None:
        for lane in NICENESS:
            while True:
                own = self._of(lane)
                idle = next((worker for worker in own if worker.job is None), None)
                if idle is None and len(own) >= self._lanes.places(lane):
                    break
                job = self._lanes.take(lane)
                if job is None:
                    break
                job.begin()
                self._start(idle, job)

    def _start(self, worker: Worker | None, job: AnalysisJob[Any]) -> None:
        """Have `job` done by `worker`, or by a new one where that is None or has died in its sleep."""
        try:
            if worker is not None:
                try:
                    worker.start(job)
                    return
                except OSError:
                    worker.job = None
                    self._retire(worker, None)
            worker = Worker(job.lane, self._settings[job.lane])
            self._workers.append(worker)
            worker.start(job)
        except Exception as error:
            _log.exception("No worker for %s", job.subject)
            if worker in self._workers:
                self._workers.remove(worker)
            job.end(Failed(f"{job.subject.name} got no analysis process ({error}); start the program anew."))

    def _hear(self, worker: Worker) -> None:
        """Take in everything `worker` has sent, its death included."""
        try:
            while worker in self._workers and worker.connection.poll():
                self._heed(worker, read_result(worker.connection.recv_bytes()))
        except (EOFError, OSError):
            worker.process.join(2.0)
            self._bury(worker)
        except Exception:
            _log.exception("A message of a worker can't be read")
            self._bury(worker)

    def _heed(self, worker: Worker, message: object) -> None:
        if not isinstance(message, (WorkStarted, WorkProgress, WorkEnded)):
            raise TypeError(f"{type(message).__name__} is no message")
        job = worker.job
        if job is None or message.number != job.work.number:
            return
        worker.heard_s = time.monotonic()
        match message:
            case WorkStarted():
                worker.begun = True
            case WorkProgress():
                if not job.cancel_requested:
                    self._report(job, message)
            case WorkEnded():
                worker.job = None
                worker.jobs_done += 1
                job.end(message.outcome)

    def _bury(self, worker: Worker) -> None:
        """Retire a worker that died; a job it had not begun is given to another one, once."""
        job, exit_code = worker.job, worker.process.exitcode
        if job is not None and not worker.begun and job.tries < _TRIES:
            self._lanes.put_back(job)
            self._retire(worker, None)
        else:
            self._retire(worker, None if job is None else describe_death(job.subject, exit_code))

    def _report(self, job: AnalysisJob[Any], message: WorkProgress) -> None:
        try:
            job.progress(message.done_s, message.total_s)
        except Exception:
            _log.exception("The progress callback for %s failed", job.subject)

    def _retire(self, worker: Worker, outcome: Failed | Cancelled | None) -> None:
        """End `worker`; its job, if any, ends with `outcome`."""
        self._workers.remove(worker)
        try:
            worker.end()
        finally:
            if worker.job is not None and outcome is not None:
                worker.job.end(outcome)

    def _shut(self) -> None:
        for worker in self._workers:
            worker.process.terminate()
        for worker in list(self._workers):
            self._retire(worker, Cancelled())
        with self._lock:
            abandoned = self._lanes.take_all()
            self._waker.close()
            self._woken.close()
        for job in abandoned:
            job.end(Cancelled())
