"""Waiting for what another thread or process does."""

from collections.abc import Callable
from threading import Event
from time import monotonic

PATIENCE_S = 60.0
"""Only a fault takes as long, on a machine however busy."""


def until(condition: Callable[[], object], what: str = "it", look_every_s: float = 0.002) -> None:
    """Look again and again until it is so; an AssertionError names `what` if it never is."""
    pause = Event()
    end_s = monotonic() + PATIENCE_S
    while not condition():
        assert monotonic() < end_s, f"waited in vain for {what}"
        pause.wait(look_every_s)
