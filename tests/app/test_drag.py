"""A file is dragged out of another program's window and dropped on ours: two X11 clients, one mouse."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.app import drag_source
from tests.app.conftest import Program
from tests.app.screen import PATIENCE_S, Screen, wait_until

pytestmark = [pytest.mark.window, pytest.mark.slow]

Start = Callable[..., Program]
DragOnto = Callable[[Program, Path], None]


@pytest.fixture
def drag_onto(desk: Screen, tmp_path: Path) -> Iterator[DragOnto]:
    """Starts the second program with a file, and drags that file out of it onto ours."""
    started: list[subprocess.Popen[bytes]] = []

    def drag(program: Program, file: Path) -> None:
        source = [sys.executable, drag_source.__file__, str(file)]
        log = tmp_path / "drag source.log"
        with log.open("wb") as said:
            started.append(subprocess.Popen(source, env=desk.environment, stdout=said))
        ours, theirs = desk.window("TIVM Desktop"), desk.window(drag_source.NAME)
        desk.place(ours, 0, 20, 1200, 900)
        desk.place(theirs, 1320, 60, 160, 120)
        left, top = desk.position(theirs)
        with desk.dragging((left + 60, top + 60), (500, 400)):
            program.wait_for("dragged over: ")
            wait_until("the file accepted", lambda: drag_source.ACCEPTED in log.read_text())

    yield drag
    for process in started:
        process.terminate()
        process.wait(PATIENCE_S)


def test_a_video_dragged_from_another_program_plays(
    desk: Screen, program: Start, drag_onto: DragOnto, cut: Path
) -> None:
    ours = program()
    drag_onto(ours, cut)
    assert float(ours.wait_for("first picture ").split()[0]) > 0
    desk.window("cut.mp4 — TIVM Desktop")
    status, said = ours.end()
    assert said["frames_shown"] > 0
    assert status == 0


def test_a_text_dragged_from_another_program_is_refused(
    program: Start, drag_onto: DragOnto, tmp_path: Path
) -> None:
    text = tmp_path / "notes.mp4"
    text.write_text("not a film\n")
    ours = program()
    drag_onto(ours, text)
    ours.wait_for("told: notes.mp4")
    status, said = ours.end()
    assert any(sentence.startswith("notes.mp4") for sentence in said["errors"])
    assert (status, said["frames_shown"]) == (1, 0)
