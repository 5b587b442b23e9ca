import numpy as np

from tivm_desktop.training.archives.gates import opened, runs, without_short


def test_a_gate_opens_high_and_closes_low() -> None:
    levels = np.array([0, 3, 6, 3, 3, 0, 3, 3, 0, 6.0])
    assert opened(levels, 5, 2).astype(int).tolist() == [0, 1, 1, 1, 1, 0, 0, 0, 0, 1]


def test_runs_are_found_at_both_ends() -> None:
    assert runs(np.array([1, 1, 0, 1, 0, 0, 1], bool)) == [(0, 2), (3, 4), (6, 7)]
    assert runs(np.zeros(3, bool)) == []
    assert runs(np.zeros(0, bool)) == []


def test_short_runs_are_taken_out() -> None:
    mask = np.array([1, 1, 0, 1, 1, 1, 0, 1], bool)
    assert without_short(mask, 3).astype(int).tolist() == [0, 0, 0, 1, 1, 1, 0, 0]
