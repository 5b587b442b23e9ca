"""A screen of one's own: an X server, a window manager, and a hand on the mouse."""

import os
import re
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PATIENCE_S = 30.0
TOOLS = ("Xvfb", "openbox", "xdotool")
SCREEN = (1600, 1000)


def missing_tools() -> list[str]:
    """What a test with a window lacks on this system."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


def wait_until(what: str, look: Callable[[], bool], patience_s: float = PATIENCE_S) -> None:
    """Look again and again until it is so; an AssertionError names `what` if it never is."""
    give_up_s = time.monotonic() + patience_s
    while not look():
        assert time.monotonic() < give_up_s, f"never seen: {what}"
        threading.Event().wait(0.05)


@dataclass(frozen=True)
class Screen:
    """Windows by their names, and the mouse."""

    environment: dict[str, str]

    def windows(self, name: str) -> list[str]:
        """Ids of the visible windows whose whole title matches the regular expression `name`."""
        found = self._xdotool("search", "--onlyvisible", "--name", f"^{name}$", check=False)
        return found.split()

    def window(self, name: str) -> str:
        """Wait for a window of that name and return its id."""
        wait_until(f"a window called {name}", lambda: bool(self.windows(name)))
        return self.windows(name)[0]

    def place(self, window: str, x: int, y: int, width: int, height: int) -> None:
        """Put a window somewhere, and wait until it is there."""
        self._xdotool("windowsize", "--sync", window, str(width), str(height))
        self._xdotool("windowmove", window, str(x), str(y))
        wait_until("the window in its place", lambda: abs(self.position(window)[0] - x) < 20)

    def position(self, window: str) -> tuple[int, int]:
        """Left upper corner of a window."""
        text = self._xdotool("getwindowgeometry", window)
        match = re.search(r"Position: (-?\d+),(-?\d+)", text)
        assert match is not None, text
        return int(match[1]), int(match[2])

    @contextmanager
    def dragging(self, start: tuple[int, int], end: tuple[int, int]) -> Iterator[None]:
        """Press at `start` and go to `end` in steps; let go when the body is done."""
        self._xdotool("mousemove", "--sync", *map(str, start), "mousedown", "1")
        steps = 12
        for step in range(1, steps + 1):
            x, y = (a + (b - a) * step // steps for a, b in zip(start, end, strict=True))
            self._xdotool("mousemove", "--sync", str(x), str(y))
        yield
        self._xdotool("mouseup", "1")

    def _xdotool(self, *arguments: str, check: bool = True) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE_S,
        )
        assert done.returncode == 0 or not check, f"xdotool {arguments}: {done.stderr}"
        return done.stdout


@contextmanager
def screen(log: Path) -> Iterator[Screen]:
    """Start Xvfb on a free display and openbox on it; end both."""
    reading, writing = os.pipe()
    size = f"{SCREEN[0]}x{SCREEN[1]}x24"
    with log.open("wb") as output:
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"],
            pass_fds=(writing,),
            stdout=output,
            stderr=output,
        )
        os.close(writing)
        with os.fdopen(reading) as pipe:
            display = f":{pipe.readline().strip()}"
        environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}
        manager = subprocess.Popen(["openbox"], env=environment, stdout=output, stderr=output)
        try:
            yield Screen(environment)
        finally:
            for process in (manager, server):
                process.terminate()
                process.wait(PATIENCE_S)
