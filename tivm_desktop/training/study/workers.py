"""Cells done by several processes, one thread each."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from tivm_desktop.domain.errors import TivmError
from tivm_desktop.machine.child_process import belong_to_parent, one_thread_each
from tivm_desktop.training.archives.archive import PairedArchive
from tivm_desktop.training.study.plan import Cell, Plan

CellListener = Callable[[Cell, str | None], None]
"""Called after each cell with what went wrong, None if nothing."""


def do_cells(plan: Plan, cells: Sequence[Cell], jobs: int, done: CellListener) -> None:
    """Do the cells in `jobs` processes; each begins with an interpreter of its own and ends with this call.

    A cell that fails is told and the others go on. However this call ends, Ctrl-C included, no process is
    left. What was being done goes on at the next call.
    """
    waiting = list(reversed(cells))
    workers: list[_Worker] = []
    try:
        for _ in range(min(jobs, len(cells))):
            workers.append(_Worker(plan))
            workers[-1].give(waiting.pop())
        while workers:
            by_connection: dict[object, _Worker] = {worker.connection: worker for worker in workers}
            for ready in wait([worker.connection for worker in workers]):
                worker = by_connection[ready]
                cell, complaint, alive = worker.taken()
                done(cell, complaint)
                if not alive and waiting:
                    workers[workers.index(worker)] = worker = _Worker(plan)
                elif not waiting:
                    workers.remove(worker)
                    worker.end()
                    continue
                worker.give(waiting.pop())
    finally:
        for worker in workers:
            worker.kill()


class _Worker:
    """A process that does one cell after the other."""

    def __init__(self, plan: Plan) -> None:
        context = get_context("spawn")
        self.connection, theirs = context.Pipe()
        self._process: BaseProcess = context.Process(target=serve, args=(theirs, plan), daemon=True)
        with one_thread_each():
            self._process.start()
        theirs.close()
        self._cell: Cell | None = None

    def give(self, cell: Cell) -> None:
        """Have a cell done."""
        self._cell = cell
        with suppress(OSError):  # A process that has died says so when its answer is taken.
            self.connection.send(cell)

    def taken(self) -> tuple[Cell, str | None, bool]:
        """Return the cell that was done, what went wrong, and whether the process goes on living."""
        assert self._cell is not None  # noqa: S101
        try:
            complaint: str | None = self.connection.recv()
        except (EOFError, OSError):
            self._process.join()
            return self._cell, f"its process ended with status {self._process.exitcode}", False
        return self._cell, complaint, True

    def end(self) -> None:
        """Let the process end by itself."""
        self.connection.close()
        self._process.join(5.0)
        self.kill()

    def kill(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.join()


def serve(connection: Connection, plan: Plan) -> None:
    """Do cells that come through the connection until it closes: what a worker process runs."""
    belong_to_parent()
    from tivm_desktop.training.study.cells import do_cell

    archive: PairedArchive | None = None
    while True:
        try:
            cell = connection.recv()
        except EOFError:
            return
        complaint = None
        try:
            archive = archive or plan.archive()
            do_cell(plan, archive, cell)
        except (TivmError, ValueError, ArithmeticError, RuntimeError) as error:
            complaint = f"{type(error).__name__}: {error}"
        connection.send(complaint)
