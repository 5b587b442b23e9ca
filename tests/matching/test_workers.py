import os
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.matching import worker_jobs
from tivm_desktop.matching.jobs import Cancelled, Done, Failed, Outcome
from tivm_desktop.matching.lanes import NICENESS
from tivm_desktop.matching.worker_process import TRIM_EVERY
from tivm_desktop.matching.workers import AnalysisPool

SONG = Path("/music/song.mp3")
WAIT_S = 20.0


@pytest.fixture
def pool() -> Iterator[AnalysisPool]:
    pool = AnalysisPool(worker_jobs.make_tools, workers=1)
    yield pool
    pool.close()


def wait_for_file(path: Path) -> int:
    """Wait until `path` holds a process id."""
    for _ in range(2000):
        if path.exists() and path.read_text():
            return int(path.read_text())
        threading.Event().wait(0.01)
    raise AssertionError(f"{path} never appeared")


def is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def wait_for_end(process: int) -> bool:
    for _ in range(500):
        if not is_running(process):
            return True
        threading.Event().wait(0.01)
    return False


def test_a_job_gives_its_result(pool: AnalysisPool) -> None:
    assert pool.submit(worker_jobs.double, 21, subject=SONG).wait(WAIT_S) == Done(42)


def test_the_outcome_reaches_the_callback_before_wait_returns(pool: AnalysisPool) -> None:
    heard: list[Outcome[int]] = []
    job = pool.submit(worker_jobs.double, 1, subject=SONG, done=heard.append)
    job.wait(WAIT_S)
    assert heard == [Done(2)]


def test_tools_are_made_once_in_the_worker_and_kept(pool: AnalysisPool) -> None:
    first = pool.submit(worker_jobs.process_of, subject=SONG).wait(WAIT_S)
    second = pool.submit(worker_jobs.process_of, subject=SONG).wait(WAIT_S)
    assert isinstance(first, Done)
    assert first == second
    assert first.result[0] == first.result[1] != os.getpid()


def test_arrays_of_megabytes_come_back_whole(pool: AnalysisPool) -> None:
    outcome = pool.submit(worker_jobs.big_array, subject=SONG).wait(WAIT_S)
    assert isinstance(outcome, Done)
    np.testing.assert_array_equal(outcome.result, np.arange(2_000_000, dtype=np.float32))


def test_progress_comes_back_in_order_and_before_the_end(pool: AnalysisPool) -> None:
    heard: list[object] = []
    job = pool.submit(
        worker_jobs.report_ten_seconds,
        subject=SONG,
        progress=lambda done_s, total_s: heard.append((done_s, total_s)),
        done=heard.append,
    )
    job.wait(WAIT_S)
    assert heard[0] == (0.0, 10.0)
    assert len(heard) >= 5
    assert heard[:-1] == sorted(heard[:-1])  # type: ignore[type-var]
    assert heard[-1] == Done(None)


def test_cancelling_between_seconds_keeps_the_worker(pool: AnalysisPool, tmp_path: Path) -> None:
    job = pool.submit(worker_jobs.until_cancelled, tmp_path / "started", subject=SONG)
    worker = wait_for_file(tmp_path / "started")
    job.cancel()
    assert job.wait(WAIT_S) == Cancelled()
    assert pool.submit(worker_jobs.process_of, subject=SONG).wait(WAIT_S) == Done((worker, worker))


def test_a_worker_that_does_not_hear_the_cancellation_is_ended(pool: AnalysisPool, tmp_path: Path) -> None:
    job = pool.submit(worker_jobs.deaf, tmp_path / "started", subject=SONG)
    worker = wait_for_file(tmp_path / "started")
    job.cancel()
    assert job.wait(WAIT_S) == Cancelled()
    assert wait_for_end(worker)
    assert pool.submit(worker_jobs.double, 2, subject=SONG).wait(WAIT_S) == Done(4)


def test_a_waiting_job_is_cancelled_without_a_worker(pool: AnalysisPool, tmp_path: Path) -> None:
    at_work = pool.submit(worker_jobs.until_cancelled, tmp_path / "started", subject=SONG)
    wait_for_file(tmp_path / "started")
    waiting = pool.submit(worker_jobs.double, 2, subject=SONG)
    waiting.cancel()
    assert waiting.wait(WAIT_S) == Cancelled()
    assert at_work.outcome is None


def test_silence_beyond_the_time_limit_fails_that_file(pool: AnalysisPool, tmp_path: Path) -> None:
    pool.submit(worker_jobs.double, 2, subject=SONG).wait(WAIT_S)
    outcome = pool.submit(worker_jobs.deaf, tmp_path / "started", subject=SONG, timeout_s=0.3).wait(WAIT_S)
    assert isinstance(outcome, Failed)
    assert "song.mp3 got no further" in outcome.sentence


def test_the_interactive_lane_does_not_wait_behind_indexing(pool: AnalysisPool, tmp_path: Path) -> None:
    indexing = pool.submit(worker_jobs.until_cancelled, tmp_path / "started", subject=SONG)
    wait_for_file(tmp_path / "started")
    assert pool.submit(worker_jobs.double, 4, subject=SONG, lane="interactive").wait(WAIT_S) == Done(8)
    assert indexing.outcome is None


def test_the_listening_lane_does_not_wait_behind_the_interactive_one(
    pool: AnalysisPool, tmp_path: Path
) -> None:
    analysis = pool.submit(worker_jobs.until_cancelled, tmp_path / "on", subject=SONG, lane="interactive")
    wait_for_file(tmp_path / "on")
    assert pool.submit(worker_jobs.double, 4, subject=SONG, lane="listening").wait(WAIT_S) == Done(8)
    assert analysis.outcome is None


def test_a_file_is_identified_while_others_are_listened_to(pool: AnalysisPool, tmp_path: Path) -> None:
    pool.submit(worker_jobs.until_cancelled, tmp_path / "on", subject=SONG)
    wait_for_file(tmp_path / "on")
    assert pool.submit(worker_jobs.double, 4, subject=SONG, lane="identifying").wait(WAIT_S) == Done(8)


def test_several_workers_work_at_once(tmp_path: Path) -> None:
    pool = AnalysisPool(worker_jobs.make_tools, workers=2)
    for name in ("one", "two"):
        pool.submit(worker_jobs.until_cancelled, tmp_path / name, subject=SONG)
    assert wait_for_file(tmp_path / "one") != wait_for_file(tmp_path / "two")
    pool.close()


def test_closing_cancels_everything_and_leaves_no_process(tmp_path: Path) -> None:
    pool = AnalysisPool(worker_jobs.make_tools, workers=1)
    at_work = pool.submit(worker_jobs.deaf, tmp_path / "started", subject=SONG)
    waiting = pool.submit(worker_jobs.double, 2, subject=SONG)
    worker = wait_for_file(tmp_path / "started")
    pool.close()
    assert (at_work.outcome, waiting.outcome) == (Cancelled(), Cancelled())
    assert not is_running(worker)


def test_a_closed_pool_takes_no_job(pool: AnalysisPool) -> None:
    pool.close()
    with pytest.raises(RuntimeError, match="closed"):
        pool.submit(worker_jobs.double, 2, subject=SONG)


def test_a_callback_may_close_the_pool(pool: AnalysisPool) -> None:
    closed = threading.Event()

    def close(_: Outcome[int]) -> None:
        pool.close()
        closed.set()

    pool.submit(worker_jobs.double, 2, subject=SONG, done=close)
    assert closed.wait(WAIT_S)


def test_a_callback_that_fails_does_not_stop_the_pool(
    pool: AnalysisPool, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_: object) -> None:
        raise ValueError("callback")

    def fail_to_report(done_s: float, total_s: float) -> None:
        raise ValueError(f"{done_s} of {total_s}")

    job = pool.submit(worker_jobs.double, 2, subject=SONG, progress=fail_to_report, done=fail)
    assert job.wait(WAIT_S) == Done(4)
    assert pool.submit(worker_jobs.double, 3, subject=SONG).wait(WAIT_S) == Done(6)
    assert "callback for /music/song.mp3 failed" in caplog.text


def test_workers_are_modest_and_know_neither_qt_nor_torch(
    pool: AnalysisPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    outcome = pool.submit(worker_jobs.surroundings, subject=SONG).wait(WAIT_S)
    assert isinstance(outcome, Done)
    assert outcome.result == {
        "threads": "1",
        "niceness": min(19, os.nice(0) + NICENESS["indexing"]),
        "modules": [],
    }


def ids_of(pool: AnalysisPool, jobs: int) -> set[int]:
    """The processes that do so many jobs, one after the other."""
    found = set()
    for _ in range(jobs):
        outcome = pool.submit(worker_jobs.process_of, subject=SONG).wait(WAIT_S)
        assert isinstance(outcome, Done)
        found.add(outcome.result[1])
    return found


def test_a_worker_makes_room_for_a_fresh_one_after_a_while() -> None:
    pool = AnalysisPool(worker_jobs.make_tools, jobs_each=2)
    assert len(ids_of(pool, 5)) == 3
    pool.close()


def test_a_worker_with_nothing_to_do_ends_and_another_comes_when_wanted() -> None:
    pool = AnalysisPool(worker_jobs.make_tools, rest_after_s=0.2)
    (resting,) = ids_of(pool, 1)
    assert wait_for_end(resting)
    assert ids_of(pool, 1) != {resting}
    pool.close()


def test_more_workers_begin_at_once_and_fewer_end_after_their_jobs(
    pool: AnalysisPool, tmp_path: Path
) -> None:
    marks = [tmp_path / "one", tmp_path / "two"]
    jobs = [pool.submit(worker_jobs.until_cancelled, mark, subject=SONG) for mark in marks]
    pool.set_workers(2)
    processes = [wait_for_file(mark) for mark in marks]
    pool.set_workers(1)
    assert all(is_running(process) for process in processes)
    jobs[0].cancel()
    assert wait_for_end(processes[0])
    assert is_running(processes[1])


def test_one_worker_does_many_jobs(pool: AnalysisPool) -> None:
    assert len(ids_of(pool, 3 * TRIM_EVERY)) == 1
