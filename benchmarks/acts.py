"""Plays a script in the real window: a generator that goes a step on whenever the event loop is free."""

import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tivm_desktop.app import Desktop

Acts = Iterator[str]
"""Yields as long as there is something to do."""


def play(desktop: "Desktop", acts: Acts, every_ms: int) -> None:
    """Run the program and the script in it, then close the window."""
    from PySide6.QtCore import QTimer

    def go_on() -> None:
        if next(acts, None) is None:
            desktop.window.close()

    clock = QTimer(interval=every_ms)
    clock.timeout.connect(go_on)
    clock.start()
    # Keys go to the active window, which a screen without a window manager makes of none.
    desktop.window.usable.connect(desktop.window.activateWindow)
    desktop.application.exec()


def until(so: Callable[[], bool], patience_s: float = 600.0) -> Acts:
    """Let the program run until it is so.

    Raises:
        TimeoutError: it was not so within `patience_s`.
    """
    give_up_s = time.monotonic() + patience_s
    while not so():
        if time.monotonic() > give_up_s:
            raise TimeoutError("the window never got there")
        yield "waiting"


def pause(seconds: float) -> Acts:
    """Let the program run for some seconds."""
    end_s = time.monotonic() + seconds
    yield from until(lambda: time.monotonic() >= end_s)
