"""An analysis in the hands of the pool, and what an indexer needs of that."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from tivm_desktop.matching.analysed import AnalysedTrack
from tivm_desktop.matching.index_queue import Wanted
from tivm_desktop.matching.jobs import AnalysisJob, Outcome


class IndexingPool(Protocol):
    """What the indexer needs of an `AnalysisPool`."""

    def submit(
        self,
        function: Callable[..., AnalysedTrack],
        *args: object,
        subject: Path,
        done: Callable[[Outcome[AnalysedTrack]], None] | None = None,
        timeout_s: float | None = None,
    ) -> AnalysisJob[AnalysedTrack]:
        """See `AnalysisPool.submit`."""
        ...

    def set_workers(self, workers: int) -> None:
        """See `AnalysisPool.set_workers`."""
        ...


class Hand:
    """An analysis that was handed to the pool."""

    def __init__(self, wanted: Wanted) -> None:
        """Make it before the pool gets it."""
        self.wanted = wanted
        self.job: AnalysisJob[AnalysedTrack] | None = None

    @property
    def begun(self) -> bool:
        """Whether a worker has begun it."""
        return self.job is not None and self.job.began_s is not None

    @property
    def took_s(self) -> float:
        """How long a worker was at it."""
        return self.job.took_s if self.job is not None else 0.0

    def cancel(self) -> None:
        """Have it given up."""
        if self.job is not None:
            self.job.cancel()
