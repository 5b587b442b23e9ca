"""Processes that are ours: how much they take, and when they end."""

import multiprocessing
import os
import signal
from multiprocessing.connection import Connection

import pytest

from tests.waiting import until
from tivm_desktop.machine.child_process import belong_to_parent, one_thread_each


def test_processes_started_meanwhile_compute_on_one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "7")
    monkeypatch.delenv("MKL_NUM_THREADS", raising=False)
    with one_thread_each():
        assert os.environ["OMP_NUM_THREADS"] == os.environ["MKL_NUM_THREADS"] == "1"
    assert os.environ["OMP_NUM_THREADS"] == "7"
    assert "MKL_NUM_THREADS" not in os.environ


def grandchild(said: Connection) -> None:
    belong_to_parent()
    os.kill(os.getpid(), signal.SIGINT)
    said.send(os.getpid())
    said.recv()


def child(said: Connection) -> None:
    multiprocessing.get_context("spawn").Process(target=grandchild, args=(said,)).start()
    said.recv()


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_process_hears_no_ctrl_c_and_ends_when_who_started_it_is_killed() -> None:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    middle = context.Process(target=child, args=(theirs,))
    middle.start()
    with ours, theirs:
        pid = ours.recv()
        assert alive(pid)
        middle.kill()
        middle.join()
        until(lambda: not alive(pid), "the end of the process")
