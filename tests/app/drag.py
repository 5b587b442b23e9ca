"""A file dragged out of a second program's window and dropped on ours: two X11 clients, one mouse."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.app import drag_source
from tests.app.screen import PATIENCE_S, Screen, wait_until

OURS = "TIVM Desktop"
"""Title of our window while it has no video."""


@contextmanager
def dropped(desk: Screen, file: Path, log: Path, hovering: Callable[[], None]) -> Iterator[None]:
    """Start a second program with `file`, drag it onto our window, let go; that program ends after the body.

    Args:
        desk: the screen with our window on it.
        file: as our program names it.
        log: takes in what the second program says.
        hovering: waits until our program has seen the file above its window.
    """
    with log.open("wb") as said:
        source = subprocess.Popen(
            [sys.executable, drag_source.__file__, str(file)], env=desk.environment, stdout=said
        )
    try:
        ours, theirs = desk.window(OURS), desk.window(drag_source.NAME)
        desk.place(ours, 0, 20, 1200, 900)
        desk.place(theirs, 1320, 60, 160, 120)
        left, top = desk.position(theirs)
        with desk.dragging((left + 60, top + 60), (500, 400)):
            hovering()
            wait_until("the file accepted", lambda: drag_source.ACCEPTED in log.read_text())
        yield
    finally:
        source.terminate()
        source.wait(PATIENCE_S)
