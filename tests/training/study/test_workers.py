"""Cells in processes of their own; CCA only, which needs no torch."""

from dataclasses import replace
from multiprocessing import active_children
from pathlib import Path

import pytest

from tests.training.making import make_archive
from tivm_desktop.training.archives.archive import write_archive
from tivm_desktop.training.study.cells import read_cell
from tivm_desktop.training.study.plan import Cell, Plan
from tivm_desktop.training.study.workers import do_cells


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    write_archive(make_archive(24), tmp_path / "a.npz")
    return Plan(tmp_path / "a.npz", tmp_path / "study", seeds=2, folds=2, recipes=("cca",))


def test_all_cells_are_done_and_told(plan: Plan) -> None:
    cells = plan.cells(plan.archive())
    told: list[tuple[Cell, str | None]] = []
    do_cells(plan, cells, 2, lambda cell, complaint: told.append((cell, complaint)))
    assert sorted(told) == sorted((cell, None) for cell in cells)
    assert all(read_cell(plan, cell) is not None for cell in cells)


def test_one_that_fails_stops_no_other(plan: Plan) -> None:
    good, bad = Cell("cca", "official", 0, 0), Cell("cca", "folds", 0, 99)
    told: dict[Cell, str | None] = {}
    do_cells(plan, [bad, good], 1, told.__setitem__)
    assert told[good] is None
    assert "fewer than two" in str(told[bad])
    assert read_cell(plan, bad) is None


def test_data_that_can_not_be_read_is_told_with_every_cell(plan: Plan) -> None:
    told: dict[Cell, str | None] = {}
    cells = [Cell("cca", "official", seed, 0) for seed in range(2)]
    do_cells(replace(plan, data=plan.data.with_name("gone.npz")), cells, 1, told.__setitem__)
    assert all("gone.npz" in str(told[cell]) for cell in cells)


def test_a_process_that_dies_is_told_with_its_cell_and_another_goes_on(plan: Plan) -> None:
    cells = plan.cells(plan.archive())[:3]
    told: dict[Cell, str | None] = {}

    def kill_after_the_first(cell: Cell, complaint: str | None) -> None:
        told[cell] = complaint
        if len(told) == 1:
            for process in active_children():
                process.kill()
                process.join()

    do_cells(plan, cells, 1, kill_after_the_first)
    assert told[cells[0]] is None
    assert "ended with status -9" in str(told[cells[1]])
    assert told[cells[2]] is None
    assert active_children() == []


def test_an_interruption_leaves_no_process_and_the_rest_can_be_done_later(plan: Plan) -> None:
    cells = plan.cells(plan.archive())

    def interrupt(cell: Cell, complaint: str | None) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        do_cells(plan, cells, 1, interrupt)
    assert active_children() == []
    assert read_cell(plan, cells[0]) is not None
    assert read_cell(plan, cells[-1]) is None
    missing = [cell for cell in cells if read_cell(plan, cell) is None]
    do_cells(plan, missing, 1, lambda cell, complaint: None)
    assert all(read_cell(plan, cell) is not None for cell in cells)
