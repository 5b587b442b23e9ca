"""Real windows: an X server, the program as a process, and a video made on the spot."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from tests.app.screen import PATIENCE_S, Screen, missing_tools, screen, wait_until

START = "from tivm_desktop.entry import desktop; desktop()"


@dataclass
class Program:
    """The program as a process of its own, in smoke mode."""

    process: subprocess.Popen[str]
    log: Path

    def wait_for(self, line: str) -> str:
        """Wait until the program's log has a line with this in it, and return what follows."""

        try:
            wait_until(f"{line!r} in the log", lambda: line in self.said())
        except AssertionError as error:
            error.add_note(f"The log says:\n{self.said()}")
            raise
        return self.said().split(line, 1)[1].splitlines()[0]

    def said(self) -> str:
        """Return the program's log so far."""
        return self.log.read_text(encoding="utf-8") if self.log.exists() else ""

    def end(self) -> tuple[int, dict[str, Any]]:
        """Ask it to end, and return its status and what it says of itself."""
        self.process.send_signal(signal.SIGINT)
        return self.wait()

    def wait(self) -> tuple[int, dict[str, Any]]:
        """Return its status and what it says of itself when it has ended."""
        output, complaints = self.process.communicate(timeout=2 * PATIENCE_S)
        assert output, complaints
        return self.process.returncode, json.loads(output.splitlines()[-1])


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Screen]:
    """A screen with a window manager."""
    missing = missing_tools()
    if missing:
        pytest.skip(f"no {', '.join(missing)} on this system")
    with screen(tmp_path / "screen.log") as made:
        yield made


@pytest.fixture
def program(desk: Screen, tmp_path: Path) -> Iterator[Callable[..., Program]]:
    """Starts the program on the screen with arguments of the test's own."""
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: str, smoke_s: float = 120) -> Program:
        command = [sys.executable, "-c", START, *arguments]
        process = subprocess.Popen(
            [*command, "--profile", str(tmp_path / "profile"), "--smoke", str(smoke_s)],
            env=desk.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return Program(process, tmp_path / "profile" / "log" / "tivm-desktop.log")

    yield start
    for process in started:
        if process.poll() is None:
            process.kill()
        process.wait(PATIENCE_S)
        for stream in (process.stdout, process.stderr):
            if stream is not None:
                stream.close()


@pytest.fixture
def cut(tmp_path: Path) -> Path:
    """Six seconds of video: a square that wanders over a green ground."""
    path = tmp_path / "cut.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mpeg4", rate=25)
        stream.width, stream.height, stream.pix_fmt = 320, 180, "yuv420p"
        for number in range(150):
            picture = np.full((180, 320, 3), (40, 120, 60), np.uint8)
            picture[60:120, number : number + 60] = (230, 200, 80)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode(None))
    return path
