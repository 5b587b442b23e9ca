"""A run's mark tells a run that came to its end from one that did not, and one that goes on from both."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tivm_desktop.runs.mark import ENDED, ENDING, RUNNING, STARTING, RunFacts, RunMark, peek

HOLD = """
import sys
from pathlib import Path
from tivm_desktop.runs.mark import RUNNING, RunMark
mark = RunMark(Path(sys.argv[1]), faults_from=7)
mark.note(state=RUNNING, restored=sys.argv[2] == "restored", steady=sys.argv[3] == "steady", server="bell")
print("held", flush=True)
input()
"""


def killed(mark: Path, *, restored: bool = False, steady: bool = False) -> None:
    """Have another process hold the mark and be killed."""
    said = ["restored" if restored else "-", "steady" if steady else "-"]
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(mark), *said],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        with pytest.raises(BlockingIOError):
            RunMark(mark)
        first = peek(mark)
        assert first is not None
        assert (first.state, first.server) == (RUNNING, "bell")
        process.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)


def test_the_first_run_has_none_before_it(tmp_path: Path) -> None:
    mark = RunMark(tmp_path / "running")
    assert mark.last is None
    assert mark.facts.state == STARTING
    mark.end()


def test_a_run_that_came_to_its_end_is_no_news(tmp_path: Path) -> None:
    mark = RunMark(tmp_path / "running")
    mark.note(state=RUNNING)
    mark.end()
    after = peek(tmp_path / "running")
    assert after is not None
    assert after.state == ENDED
    later = RunMark(tmp_path / "running")
    assert later.last is None
    later.end()


def test_a_killed_run_is_found_with_what_it_said_of_itself(tmp_path: Path) -> None:
    killed(tmp_path / "running", restored=True)
    mark = RunMark(tmp_path / "running")
    assert mark.last is not None
    assert (mark.last.state, mark.last.restored, mark.last.faults_from) == (RUNNING, True, 7)
    assert mark.last_seen > mark.last.started - 1
    mark.end()


def test_ends_soon_after_a_session_was_brought_back_are_counted_in_a_row(tmp_path: Path) -> None:
    counted = []
    for steady in (False, False, True):
        killed(tmp_path / "running", restored=True, steady=steady)
        mark = RunMark(tmp_path / "running")
        counted.append(mark.facts.failed_before)
        mark.note(state=ENDING)
        mark.end()
    assert counted == [1, 1, 0]


def test_the_count_goes_on_over_runs_that_did_not_end(tmp_path: Path) -> None:
    for _ in range(3):
        killed(tmp_path / "running", restored=True)
    mark = RunMark(tmp_path / "running")
    assert mark.facts.failed_before == 3
    mark.end()
    killed(tmp_path / "running", restored=False)
    mark = RunMark(tmp_path / "running")
    assert mark.facts.failed_before == 0
    mark.end()


def test_nothing_is_written_after_the_end(tmp_path: Path) -> None:
    mark = RunMark(tmp_path / "running")
    mark.end()
    mark.note(state=RUNNING)
    after = peek(tmp_path / "running")
    assert after is not None
    assert after.state == ENDED


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 1000, b"[1]", b'{"state": 3, "started": "x", "news": 1}', b"{"]
)
def test_a_mark_of_any_content_can_be_held(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "running").write_bytes(content)
    mark = RunMark(tmp_path / "running")
    assert mark.last in (None, RunFacts())
    mark.note(device="ü" * 5000)
    told = peek(tmp_path / "running")
    assert told is not None
    assert told.device == mark.facts.device[: len(told.device)] != ""
    mark.end()
