"""The whole program, ended in every way: what it was at comes back, and a later start finds it."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from tests.app.conftest import START
from tests.app.screen import PATIENCE_S, wait_until
from tivm_desktop.library.profile import Profile
from tivm_desktop.runs.mark import ENDED, RUNNING, RunFacts, peek

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are ended by signals")

ENDS = {"crash": signal.SIGSEGV, "abort": signal.SIGABRT, "kill": signal.SIGKILL}


@dataclass
class Desk:
    """Starts of the program on one profile, without a screen."""

    profile: Profile
    started: list[subprocess.Popen[str]] = field(default_factory=list)

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Start it as a user does."""
        command = [sys.executable, "-c", START, *arguments, "--provider", "cpu"]
        process = subprocess.Popen(
            [*command, "--profile", str(self.profile.root)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.started.append(process)
        return process

    def open(self, *arguments: str) -> subprocess.Popen[str]:
        """Start it and wait until later starts would find it."""
        before = self.facts().started
        process = self.start(*arguments)
        wait_until("a window that listens", lambda: self.facts().started > before and self.listens())
        return process

    def listens(self) -> bool:
        return self.facts().state == RUNNING and self.facts().server != ""

    def facts(self) -> RunFacts:
        """What the last run says of itself."""
        return peek(self.profile.mark_file) or RunFacts()

    def session(self) -> dict[str, Any]:
        """What is kept."""
        file = self.profile.session_file
        return json.loads(file.read_text()) if file.exists() else {}

    def log(self) -> str:
        """What the program said of all its runs."""
        return self.profile.log_file.read_text(encoding="utf-8")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    made = Desk(Profile(tmp_path / "profile"))
    with TemporaryDirectory(prefix="tivm-") as short:  # what is killed leaves its socket
        monkeypatch.setenv("XDG_RUNTIME_DIR", short)
        yield made
        for process in made.started:
            if process.poll() is None:
                process.kill()
            process.communicate(timeout=PATIENCE_S)


@pytest.mark.parametrize("how", ENDS)
def test_after_an_unexpected_end_the_video_is_back_and_the_end_is_told(
    desk: Desk, cut: Path, how: str
) -> None:
    first = desk.open(str(cut))
    wait_until("a kept position", lambda: desk.session().get("position_s", 0) > 0)
    first.send_signal(ENDS[how])
    assert first.wait(PATIENCE_S) < 0, (
        "it ends by a signal: by this one, or by what its stacks' writing ran into"
    )
    second = desk.open()
    wait_until("the sentence", lambda: "ended unexpectedly today at" in desk.log())
    told = desk.log().split("ended unexpectedly", 1)[1].splitlines()[0]
    assert "cut.mp4 was playing" in told
    assert "You are back where you were." in told
    assert desk.facts().restored
    report = next(desk.profile.log_folder.glob("crash-*.txt")).read_text()
    assert ("Fatal Python error" in report) == (how != "kill")
    assert "cut.mp4" not in report
    second.send_signal(signal.SIGTERM)
    assert second.wait(PATIENCE_S) == 0
    assert desk.facts().state == ENDED
    assert desk.session()["video"] == str(cut)


def test_a_session_that_ends_each_run_is_not_brought_back_for_ever(desk: Desk, cut: Path) -> None:
    desk.open(str(cut))
    wait_until("a kept session", lambda: desk.session() != {})
    for _ in range(2):
        desk.started[-1].kill()
        desk.started[-1].wait(PATIENCE_S)
        desk.open()
        wait_until("a session on its way", lambda: desk.facts().restored)
    desk.started[-1].kill()
    desk.started[-1].wait(PATIENCE_S)
    desk.open()
    wait_until("the sentence", lambda: "this was the third time in a row" in desk.log())
    assert not desk.facts().restored
    assert desk.session()["video"] == str(cut)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_who_is_asked_to_end_ends_in_order(desk: Desk, cut: Path, how: signal.Signals) -> None:
    first = desk.open(str(cut))
    first.send_signal(how)
    assert first.wait(PATIENCE_S) == 0
    assert desk.facts().state == ENDED
    desk.open().send_signal(how)
    assert desk.started[-1].wait(PATIENCE_S) == 0
    assert "unexpectedly" not in desk.log()


def test_a_later_start_hands_its_video_over_and_ends(
    desk: Desk, cut: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open()
    monkeypatch.chdir(cut.parent)
    later = desk.start(cut.name)
    assert later.wait(PATIENCE_S) == 0
    assert later.communicate() == ("", "")
    wait_until("the video in the first window", lambda: desk.session().get("video") == str(cut))


def test_a_window_that_hangs_is_worked_beside(desk: Desk, cut: Path) -> None:
    first = desk.open()
    first.send_signal(signal.SIGSTOP)
    try:
        later = desk.start(str(cut))
        wait_until("the sentence", lambda: "is open and does not answer" in desk.log())
        later.send_signal(signal.SIGTERM)
        assert later.wait(PATIENCE_S) == 0
        assert desk.session() == {}
    finally:
        first.send_signal(signal.SIGCONT)


def test_what_the_system_asks_to_open_is_opened(tmp_path: Path, cut: Path) -> None:
    program = f"""
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent
from tivm_desktop.app import build, parse
from tivm_desktop.library.profile import Profile
profile = Profile(Path({str(tmp_path / "profile")!r}))
profile.create()
desktop = build(parse(["--provider", "cpu"]), profile)
opened = []
def note(intake):
    opened.append(intake.video.path.name)
    QCoreApplication.sendEvent(desktop.application, QFileOpenEvent(QUrl.fromLocalFile({str(cut)!r})))
    if len(opened) == 2:
        desktop.window.close()
desktop.engine.taken_in.connect(note)
QCoreApplication.sendEvent(desktop.application, QFileOpenEvent(QUrl.fromLocalFile({str(cut)!r})))
desktop.window.show()
desktop.application.exec()
print(opened)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "['cut.mp4', 'cut.mp4']\n"
