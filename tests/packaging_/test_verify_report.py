"""The report says what was promised, what was found, and nothing more."""

import io
import json
from pathlib import Path

import pytest
from verify.report import BrokenPromiseError, Report


@pytest.fixture
def out() -> io.StringIO:
    return io.StringIO()


def test_promises_that_were_kept(out: io.StringIO, tmp_path: Path) -> None:
    report = Report(out, "a fresh root", complete=True)
    with report.step("install", "apt installs it") as step:
        step.note(packages=12)
    report.write(tmp_path)
    document = json.loads((tmp_path / "report.json").read_text())
    assert document["verdict"] == "VERIFIED: 1 promises kept"
    assert (document["kept"], document["complete"]) == (True, True)
    assert document["steps"][0]["packages"] == 12
    assert (tmp_path / "report.txt").read_text() == out.getvalue()
    assert "packages: 12" in out.getvalue()


def test_a_broken_promise_ends_it_with_its_sentence(out: io.StringIO, tmp_path: Path) -> None:
    report = Report(out, "a fresh root", complete=True)
    with pytest.raises(BrokenPromiseError), report.step("drop", "a video plays"):
        raise BrokenPromiseError("0 frames in 8 s")
    report.write(tmp_path)
    document = json.loads((tmp_path / "report.json").read_text())
    assert document["verdict"] == "BROKEN: drop: 0 frames in 8 s"
    assert (document["kept"], document["complete"]) == (False, False)
    assert "NOT " in out.getvalue()


def test_what_nobody_expected_breaks_the_promise_too(out: io.StringIO) -> None:
    report = Report(out, "a fresh root", complete=True)
    with pytest.raises(BrokenPromiseError, match="KeyError: 'frames'"), report.step("drop", "a video plays"):
        raise KeyError("frames")


def test_ctrl_c_is_no_success(out: io.StringIO) -> None:
    report = Report(out, "a fresh root", complete=True)
    with pytest.raises(KeyboardInterrupt), report.step("drop", "a video plays"):
        raise KeyboardInterrupt
    assert report.document()["kept"] is False


def test_what_was_not_looked_at_is_never_called_verified(out: io.StringIO) -> None:
    report = Report(out, "an unpacked tree", complete=False)
    report.leave_out("purge", "nothing is left", "no root")
    with report.step("drop", "a video plays"):
        pass
    document = report.document()
    assert document["verdict"] == "VERIFIED IN PART, in an unpacked tree: 1 promises kept, 1 not looked at"
    assert (document["kept"], document["complete"]) == (True, False)


def test_a_weaker_place_alone_is_no_whole_proof(out: io.StringIO) -> None:
    report = Report(out, "an unpacked tree", complete=False)
    with report.step("drop", "a video plays"):
        pass
    assert report.document()["complete"] is False
