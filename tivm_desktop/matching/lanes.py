"""The queues that jobs stand in, and how many workers each may have."""

import threading
from collections import deque
from types import MappingProxyType
from typing import Any

from tivm_desktop.matching.jobs import AnalysisJob, Lane

NICENESS = MappingProxyType[Lane, int](
    {"interactive": 5, "listening": 5, "identifying": 19, "indexing": 19},
)
"""How far workers of a lane stand back behind other programs, and behind what the user waits for."""
RESTING = frozenset[Lane]({"identifying", "indexing"})
"""Lanes whose workers end when they have nothing to do for long."""


class Lanes:
    """Jobs that no worker has yet, first come first served in each lane. Any thread."""

    def __init__(self, workers: int) -> None:
        """Begin empty, with so many workers for the indexing lane, at least 1, and one for each other."""
        self._lock = threading.Lock()
        self._waiting: dict[Lane, deque[AnalysisJob[Any]]] = {lane: deque() for lane in NICENESS}
        self._places: dict[Lane, int] = dict.fromkeys(NICENESS, 1)
        self.set_workers(workers)

    def set_workers(self, workers: int) -> None:
        """Let the indexing lane have so many workers, at least 1."""
        self._places["indexing"] = max(1, workers)

    def places(self, lane: Lane) -> int:
        """How many workers a lane may have."""
        return self._places[lane]

    def put(self, job: AnalysisJob[Any]) -> None:
        """Have a job wait behind the others of its lane."""
        with self._lock:
            self._waiting[job.lane].append(job)

    def put_back(self, job: AnalysisJob[Any]) -> None:
        """Have a job that was taken wait again, before the others."""
        with self._lock:
            self._waiting[job.lane].appendleft(job)

    def take(self, lane: Lane) -> AnalysisJob[Any] | None:
        """Take the next job of a lane; None if none waits."""
        with self._lock:
            return self._waiting[lane].popleft() if self._waiting[lane] else None

    def take_cancelled(self) -> list[AnalysisJob[Any]]:
        """Take the jobs that nobody wants any more."""
        with self._lock:
            cancelled: list[AnalysisJob[Any]] = []
            for lane, jobs in self._waiting.items():
                cancelled += [job for job in jobs if job.cancel_requested]
                self._waiting[lane] = deque(job for job in jobs if not job.cancel_requested)
            return cancelled

    def take_all(self) -> list[AnalysisJob[Any]]:
        """Take whatever waits."""
        with self._lock:
            taken = [job for jobs in self._waiting.values() for job in jobs]
            for jobs in self._waiting.values():
                jobs.clear()
            return taken
