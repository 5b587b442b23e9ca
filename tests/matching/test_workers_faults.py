import math
import multiprocessing.connection
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.matching import worker_jobs
from tests.matching.test_workers import SONG, WAIT_S, wait_for_end, wait_for_file
from tivm_desktop.matching import workers
from tivm_desktop.matching.jobs import Done, Failed
from tivm_desktop.matching.workers import AnalysisPool

PARENT = """
import sys, threading
from pathlib import Path
from tests.matching import worker_jobs
from tivm_desktop.matching.workers import AnalysisPool

if __name__ == "__main__":
    pool = AnalysisPool(worker_jobs.make_tools, workers=1)
    pool.submit(worker_jobs.deaf, Path(sys.argv[1]), subject=Path("song.mp3"))
    pool.submit(worker_jobs.deaf, Path(sys.argv[2]), subject=Path("clip.mp4"), lane="interactive")
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        pool.close()
        sys.exit(130)
"""


@pytest.fixture
def pool() -> Iterator[AnalysisPool]:
    pool = AnalysisPool(worker_jobs.make_tools, workers=1)
    yield pool
    pool.close()


@pytest.fixture
def parent(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], list[int]]]:
    """A program with two busy workers, in a session of its own, and the ids of its workers."""
    program = tmp_path / "program.py"
    program.write_text(PARENT)
    marks = [tmp_path / "one", tmp_path / "two"]
    with subprocess.Popen(
        [sys.executable, str(program), *map(str, marks)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        yield process, [wait_for_file(mark) for mark in marks]
        process.kill()


def test_a_crash_costs_one_file_and_names_it(pool: AnalysisPool) -> None:
    before = pool.submit(worker_jobs.double, 1, subject=SONG)
    crashing = pool.submit(worker_jobs.crash, subject=SONG)
    after = pool.submit(worker_jobs.double, 3, subject=SONG)
    assert (before.wait(WAIT_S), after.wait(WAIT_S)) == (Done(2), Done(6))
    outcome = crashing.outcome
    assert isinstance(outcome, Failed)
    assert outcome.sentence.startswith("song.mp3 made its decoder crash (SIGSEGV);")


def test_a_signal_without_a_name_costs_one_file(pool: AnalysisPool) -> None:
    crashing = pool.submit(worker_jobs.killed_by, signal.SIGRTMIN + 1, subject=SONG)
    after = pool.submit(worker_jobs.double, 3, subject=SONG)
    assert after.wait(WAIT_S) == Done(6)
    outcome = crashing.outcome
    assert isinstance(outcome, Failed)
    assert f"(signal {signal.SIGRTMIN + 1})" in outcome.sentence


def test_an_end_that_can_not_be_described_costs_one_file(
    pool: AnalysisPool, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(workers, "describe_death", None)
    crashing = pool.submit(worker_jobs.crash, subject=SONG)
    after = pool.submit(worker_jobs.double, 3, subject=SONG)
    assert after.wait(WAIT_S) == Done(6)
    outcome = crashing.outcome
    assert isinstance(outcome, Failed)
    assert outcome.sentence.startswith("song.mp3 lost its analysis process")
    assert not outcome.lasting
    assert "can't be dealt with" in caplog.text


def test_the_dispatcher_goes_on_when_a_step_of_it_fails(
    pool: AnalysisPool, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def wait_once_in_vain(*waited: object) -> object:
        monkeypatch.setattr(workers, "wait", waiting)
        raise OSError("too many open files")

    waiting = multiprocessing.connection.wait
    monkeypatch.setattr(workers, "wait", wait_once_in_vain)
    assert pool.submit(worker_jobs.double, 3, subject=SONG).wait(WAIT_S) == Done(6)
    assert pool.submit(worker_jobs.double, 4, subject=SONG).wait(WAIT_S) == Done(8)
    assert "too many open files" in caplog.text


def test_a_job_may_take_for_ever(pool: AnalysisPool) -> None:
    job = pool.submit(worker_jobs.double, 3, subject=SONG, timeout_s=math.inf)
    assert job.wait(WAIT_S) == Done(6)


def test_ten_crashes_in_a_row_cost_ten_files(pool: AnalysisPool) -> None:
    jobs = [pool.submit(worker_jobs.crash, subject=SONG) for _ in range(10)]
    assert all(isinstance(job.wait(WAIT_S), Failed) for job in jobs)
    assert pool.submit(worker_jobs.double, 3, subject=SONG).wait(WAIT_S) == Done(6)


def test_a_worker_killed_in_its_sleep_is_replaced(pool: AnalysisPool) -> None:
    outcome = pool.submit(worker_jobs.process_of, subject=SONG).wait(WAIT_S)
    assert isinstance(outcome, Done)
    os.kill(outcome.result[1], signal.SIGKILL)
    assert pool.submit(worker_jobs.double, 3, subject=SONG).wait(WAIT_S) == Done(6)


def test_a_worker_killed_at_work_says_that_memory_may_be_short(pool: AnalysisPool, tmp_path: Path) -> None:
    job = pool.submit(worker_jobs.deaf, tmp_path / "started", subject=SONG)
    os.kill(wait_for_file(tmp_path / "started"), signal.SIGKILL)
    outcome = job.wait(WAIT_S)
    assert isinstance(outcome, Failed)
    assert "song.mp3, short of memory perhaps" in outcome.sentence


def test_a_worker_that_leaves_fails_its_file(pool: AnalysisPool) -> None:
    outcome = pool.submit(worker_jobs.leave, subject=SONG).wait(WAIT_S)
    assert outcome == Failed(
        "song.mp3 ended its analysis process (exit code 3); convert it to another format.", kind="crash"
    )


def test_what_is_wrong_with_a_file_is_passed_on_as_it_is(pool: AnalysisPool) -> None:
    outcome = pool.submit(worker_jobs.refuse, subject=SONG).wait(WAIT_S)
    assert outcome == Failed("song.mp3 is empty; leave it out.")


def test_an_unexpected_error_becomes_one_line(pool: AnalysisPool) -> None:
    outcome = pool.submit(worker_jobs.blunder, subject=SONG).wait(WAIT_S)
    assert isinstance(outcome, Failed)
    assert "song.mp3 could not be analysed (ValueError: odd number)" in outcome.sentence


def test_a_result_that_can_not_be_sent_fails_its_file(pool: AnalysisPool) -> None:
    outcome = pool.submit(worker_jobs.unsendable, subject=SONG).wait(WAIT_S)
    assert isinstance(outcome, Failed)
    assert "its result can't be sent" in outcome.sentence


def test_tools_that_can_not_be_made_fail_every_file_with_their_reason() -> None:
    pool = AnalysisPool(worker_jobs.make_no_tools)
    for _ in range(2):
        outcome = pool.submit(worker_jobs.double, 1, subject=SONG).wait(WAIT_S)
        assert outcome == Failed("The pack is altered; install it again.")
    pool.close()


def test_what_a_decoder_prints_goes_to_the_log(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    log = tmp_path / "workers.log"
    pool = AnalysisPool(worker_jobs.make_tools, log_file=log)
    pool.submit(worker_jobs.chatter, subject=SONG).wait(WAIT_S)
    pool.submit(worker_jobs.crash, subject=SONG).wait(WAIT_S)
    pool.close()
    assert capfd.readouterr() == ("", "")
    assert "from C on 1" in log.read_text()
    assert "Segmentation fault" in log.read_text()


def test_a_log_that_can_not_be_written_costs_nothing(tmp_path: Path) -> None:
    pool = AnalysisPool(worker_jobs.make_tools, log_file=tmp_path / "missing" / "workers.log")
    assert pool.submit(worker_jobs.double, 1, subject=SONG).wait(WAIT_S) == Done(2)
    pool.close()


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGKILL])
def test_workers_end_when_their_parent_is_killed(
    parent: tuple[subprocess.Popen[str], list[int]], sent: signal.Signals
) -> None:
    process, theirs = parent
    process.send_signal(sent)
    process.wait(WAIT_S)
    assert all(wait_for_end(worker) for worker in theirs)


def test_ctrl_c_in_a_terminal_ends_all_without_a_word(
    parent: tuple[subprocess.Popen[str], list[int]],
) -> None:
    process, theirs = parent
    os.killpg(process.pid, signal.SIGINT)
    output, errors = process.communicate(timeout=WAIT_S)
    assert (process.returncode, output, errors) == (130, "", "")
    assert all(wait_for_end(worker) for worker in theirs)
