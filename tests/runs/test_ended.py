"""What a run leaves that ended unexpectedly, and the report that is made of it."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tivm_desktop.library.profile import Profile
from tivm_desktop.runs.ended import LINES, Ended, ended_before, last_lines
from tivm_desktop.runs.faults import LARGEST, Faults, stack_since
from tivm_desktop.runs.mark import ENDING, RUNNING, RunFacts, RunMark
from tivm_desktop.runs.privacy import Privacy
from tivm_desktop.runs.report import KEPT, compose, privacy_of, save

CRASH = """
import faulthandler, sys, threading
from pathlib import Path
from tivm_desktop.library.profile import Profile
from tivm_desktop.runs.faults import Faults
from tivm_desktop.runs.log import keep_log
from tivm_desktop.runs.mark import RunMark
import logging
profile = Profile(Path(sys.argv[1]))
profile.create()
faults = Faults(profile.faults_file)
mark = RunMark(profile.mark_file, faults.begins_at)
mark.note(state=sys.argv[2])
keep_log(profile)
logging.info("auditioning Secret Song.opus")
threading.Thread(target=threading.Event().wait, daemon=True).start()
def the_guilty_one():
    faulthandler._sigabrt() if sys.argv[3] == "abort" else sys.modules["os"]._exit(9)
the_guilty_one()
"""


def crashed(folder: Path, state: str = RUNNING, how: str = "abort") -> Profile:
    """Have a process that keeps all this die, and return its profile."""
    command = [sys.executable, "-X", "faulthandler", "-c", CRASH, str(folder), state, how]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode != 0, done.stderr
    return Profile(folder)


def left(profile: Profile) -> Ended | None:
    """What the next start finds."""
    mark = RunMark(profile.mark_file)
    try:
        return ended_before(mark, profile)
    finally:
        mark.end()


def test_a_crash_leaves_the_stacks_of_all_threads(tmp_path: Path) -> None:
    ended = left(crashed(tmp_path))
    assert ended is not None
    assert "Fatal Python error: Aborted" in ended.stack
    assert "the_guilty_one" in ended.stack
    assert "threading.py" in ended.stack
    assert ended.log[-1].endswith("auditioning Secret Song.opus")
    assert ended.facts.started - 1 < ended.at < time.time() + 1


def test_a_kill_leaves_none(tmp_path: Path) -> None:
    ended = left(crashed(tmp_path, how="kill"))
    assert ended is not None
    assert ended.stack == ""
    assert ended.log


def test_each_crash_has_its_own_stack(tmp_path: Path) -> None:
    crashed(tmp_path)
    ended = left(crashed(tmp_path))
    assert ended is not None
    assert ended.stack.count("Fatal Python error") == 1


def test_one_that_was_asked_to_end_is_no_news(tmp_path: Path) -> None:
    assert left(crashed(tmp_path, ENDING, "kill")) is None
    assert left(Profile(tmp_path)) is None


def test_the_file_of_stacks_does_not_grow_for_ever(tmp_path: Path) -> None:
    file = tmp_path / "faults.log"
    file.write_bytes(b"x" * (LARGEST + 1))
    faults = Faults(file)
    faults.close()
    assert (faults.begins_at, file.stat().st_size) == (0, 0)
    assert stack_since(file, 0) == stack_since(tmp_path / "none", 5) == ("", 0.0)


def test_where_no_stack_can_be_kept_nothing_else_suffers(tmp_path: Path) -> None:
    faults = Faults(tmp_path / "no folder" / "faults.log")
    assert faults.begins_at == 0
    faults.close()


def test_the_last_lines_go_back_into_the_log_before(tmp_path: Path) -> None:
    log = tmp_path / "a.log"
    (tmp_path / "a.log.1").write_text("".join(f"old {number}\n" for number in range(500)))
    log.write_text("new 0\nnew 1\n")
    lines = last_lines(log, LINES)
    assert len(lines) == LINES
    assert lines[-3:] == ["old 499", "new 0", "new 1"]
    assert last_lines(tmp_path / "none.log", LINES) == []


def test_the_report_has_what_is_needed_and_nothing_private(tmp_path: Path) -> None:
    ended = left(crashed(tmp_path))
    assert ended is not None
    text = compose(ended, privacy_of(Profile(tmp_path), ()))
    for needed in (
        "version   0",
        "system ",
        "Qt 6.",
        "PyAV ",
        "ONNX Runtime ",
        "the_guilty_one",
        "auditioning",
    ):
        assert needed in text
    assert "Secret" not in text
    assert str(Path.home()) not in text or Path.home() == Path("/")


def test_what_the_run_said_of_itself_is_told() -> None:
    facts = RunFacts(RUNNING, 1000.0, restored=True, device="Speakers", provider="CUDA")
    text = compose(Ended(facts, 1012.0), Privacy([], [], Path("/home/anna"), "anna"))
    for told in ("after about 12 s, running, with a session brought back", "Speakers", "CUDA", "No stack"):
        assert told in text


@pytest.mark.parametrize("ends", [3, KEPT + 3])
def test_the_newest_reports_are_kept(tmp_path: Path, ends: int) -> None:
    for number in range(ends):
        path = save(tmp_path, f"report {number}", Ended(RunFacts(), 1000.0 + 60 * number))
    kept = sorted(tmp_path.iterdir())
    assert len(kept) == min(ends, KEPT)
    assert kept[-1] == path
    assert path.read_text() == f"report {ends - 1}"
