"""What runs on the machines of a cluster: an actor that turns a block of files into a finished fragment."""

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tivm_desktop.cluster.fragment import FailedItem, finished_ids, write_fragment
from tivm_desktop.cluster.in_hand import InHand
from tivm_desktop.cluster.output import Output
from tivm_desktop.cluster.tools import try_tools
from tivm_desktop.cluster.work import MadeWith, WorkItem, fragment_name
from tivm_desktop.domain.errors import TivmError
from tivm_desktop.library.known import FailureKind
from tivm_desktop.matching.analyse_track import analyse_track
from tivm_desktop.matching.analysed import AnalysedTrack
from tivm_desktop.matching.jobs import Done, Failed
from tivm_desktop.matching.workers import DEFAULT_TIMEOUT_S, AnalysisPool

if TYPE_CHECKING:
    import pyarrow as pa

STRIKES = 2
"""So often a file may be found in hand after a worker went down, before it is taken for the cause."""

ANALYSED = "analysed"
FAILED = "failed"
UNREACHABLE = "unreachable"
STOPPED = "stopped"


@dataclass(frozen=True)
class Plan:
    """What all actors of a run are told; can be pickled."""

    output: str
    """As `Output` takes it."""
    run: str
    """A name of its own for each run."""
    make_tools: Callable[[], object]
    """Called in each process that analyses; if it raises, the run ends."""
    made_with: MadeWith
    analyse: Callable[..., AnalysedTrack] = analyse_track
    """Called as `analyse(tools, path, progress=...)`; importable by name on every machine."""
    timeout_s: float = DEFAULT_TIMEOUT_S
    """Longest silence of an analysis."""


class FragmentAnalyser:
    """An actor: analyses files in a process of its own, so that a decoder that crashes costs one file."""

    def __init__(self, plan: Plan) -> None:
        """Make the actor; no process is started before the first block."""
        self._plan = plan
        self._output = Output(plan.output)
        self._in_hand = InHand(self._output, plan.run)
        self._pool: AnalysisPool | None = None

    def __call__(self, block: "pa.Table") -> "pa.Table":
        """Analyse the files of a block and write their fragment.

        Args:
            block: a `pyarrow.Table` of `WorkItem` rows.

        Returns:
            A `pyarrow.Table`: `file_id`, `outcome` and `reason`, one row a file. Where the output can't be
            written, or nothing can be analysed on this machine, the outcome is `STOPPED` and the reason the
            sentence that says so: an exception would reach the driver buried in what Ray has to say of it.
        """
        import pyarrow as pa

        items = [WorkItem.from_row(row) for row in block.to_pylist()]
        reason = ""
        try:
            outcomes = self._outcomes(items)
        except TivmError as error:
            outcomes, reason = [STOPPED] * len(items), str(error)
        file_ids = [item.file_id for item in items]
        return pa.table({"file_id": file_ids, "outcome": outcomes, "reason": [reason] * len(items)})

    def close(self) -> None:
        """End the process that analyses; Ray's actors end with theirs."""
        if self._pool is not None:
            self._pool.close()
            self._pool = None

    def _outcomes(self, items: Sequence[WorkItem]) -> list[str]:
        name = fragment_name(self._plan.run, items)
        finished = finished_ids(self._output, name)
        if finished is None:
            finished = self._analyse_all(name, items)
        outcomes = dict.fromkeys(finished[0], ANALYSED) | dict.fromkeys(finished[1], FAILED)
        return [outcomes.get(item.file_id, UNREACHABLE) for item in items]

    def _analyse_all(self, name: str, items: Sequence[WorkItem]) -> tuple[list[str], list[str]]:
        with self._in_hand.making(name) as begun_before:
            return self._make(name, items, suspicious=begun_before)

    def _make(self, name: str, items: Sequence[WorkItem], *, suspicious: bool) -> tuple[list[str], list[str]]:
        pool = self._ready_pool()
        strikes = self._in_hand.strikes() if suspicious else Counter[str]()
        analysed: list[tuple[WorkItem, AnalysedTrack]] = []
        failed: list[FailedItem] = []
        # What is suspected comes first: if it brings the machine down again, little work is lost.
        for item in sorted(items, key=lambda item: -strikes[item.file_id]):
            if strikes[item.file_id] >= STRIKES:
                failed.append(FailedItem(item, FailureKind.CRASH, _deadly(item.place)))
                continue
            with self._in_hand.holding(item.file_id) if suspicious else nullcontext():
                outcome = self._analysed(pool, item)
            if isinstance(outcome, FailedItem):
                failed.append(outcome)
            elif outcome is not None:
                analysed.append((item, outcome))
        if analysed or failed:
            write_fragment(self._output, name, analysed, failed, self._plan.made_with)
            self._in_hand.forgive(item.file_id for item in items if strikes[item.file_id])
        return [item.file_id for item, _ in analysed], [one.item.file_id for one in failed]

    def _analysed(self, pool: AnalysisPool, item: WorkItem) -> AnalysedTrack | FailedItem | None:
        """What is found out of a file; None if it can't be reached from here, no fault of its own."""
        path = item.place
        job = pool.submit(self._plan.analyse, path, subject=path, timeout_s=self._plan.timeout_s)
        outcome = job.wait()
        if isinstance(outcome, Done):
            return outcome.result
        if not isinstance(outcome, Failed) or (outcome.kind == "file" and not _is_there(path)):
            return None
        return FailedItem(item, FailureKind(outcome.kind), outcome.sentence)

    def _ready_pool(self) -> AnalysisPool:
        """The pool, once it is known that its processes can make their tools."""
        if self._pool is None:
            pool = AnalysisPool(self._plan.make_tools)
            outcome = pool.submit(try_tools, subject=Path(self._plan.output)).wait()
            if isinstance(outcome, Failed):
                pool.close()
                raise TivmError(outcome.sentence)
            self._pool = pool
        return self._pool


def _is_there(path: Path) -> bool:
    try:
        with path.open("rb"):
            return True
    except OSError:
        return False


def _deadly(path: Path) -> str:
    return (
        f"{path.name} was in hand {STRIKES + 1} times when its worker went down, short of memory perhaps;"
        " convert it to another format or leave it out."
    )
