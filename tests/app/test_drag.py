"""A file is dragged out of another program's window and dropped on ours: two X11 clients, one mouse."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.app.conftest import Program
from tests.app.drag import dropped
from tests.app.screen import Screen

pytestmark = [pytest.mark.window, pytest.mark.slow]

Start = Callable[..., Program]
DragOnto = Callable[[Program, Path], None]


@pytest.fixture
def drag_onto(desk: Screen, tmp_path: Path) -> Iterator[DragOnto]:
    """Starts the second program with a file, and drags that file out of it onto ours."""
    with ExitStack() as sources:

        def drag(program: Program, file: Path) -> None:
            def hovering() -> None:
                program.wait_for("dragged over: ")

            sources.enter_context(dropped(desk, file, tmp_path / "drag source.log", hovering))

        yield drag


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
