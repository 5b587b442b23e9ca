"""A track dragged by a real pointer out of the window into another program, on an X server of their own."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Event
from time import monotonic
from typing import Any, TypeAlias

import pytest

from benchmarks.virtual_screen import virtual_screen

PATIENCE_S = 20.0
Told: TypeAlias = dict[str, Any]
TOOLS = ("Xvfb", "openbox", "xdotool")

pytestmark = [
    pytest.mark.skipif(not all(shutil.which(tool) for tool in TOOLS), reason=f"needs {', '.join(TOOLS)}"),
]


@contextmanager
def running(command: list[str], environment: dict[str, str]) -> Iterator[None]:
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        process.wait(10.0)


class Stage:
    """The screen with both programs on it."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self._folder = folder
        self._environment = environment

    def told(self, name: str, when: Callable[[Told], bool] = lambda told: True) -> Told:
        """What a program told, once it is so."""
        end_s = monotonic() + PATIENCE_S
        pause = Event()
        while monotonic() < end_s:
            file = self._folder / f"{name}.json"
            if file.exists() and when(document := json.loads(file.read_text())):
                return document
            pause.wait(0.02)
        raise AssertionError(f"{name} did not tell in time")

    def pointer(self, *words: object) -> None:
        """Do something with the pointer."""
        subprocess.run(["xdotool", *map(str, words)], env=self._environment, check=True, timeout=10.0)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press, move in steps as a hand does, let go."""
        self.pointer("mousemove", *start, "sleep", "0.1", "mousedown", "1")
        for step in range(1, 21):
            x, y = (a + (b - a) * step // 20 for a, b in zip(start, end, strict=True))
            self.pointer("mousemove", x, y, "sleep", "0.02")
        self.pointer("sleep", "0.2", "mouseup", "1")


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    with ExitStack() as stack:
        display = stack.enter_context(virtual_screen("1400x900x24"))
        environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        environment["PYTHONPATH"] = str(Path(__file__).parents[2])
        stack.enter_context(running(["openbox"], environment))
        made = Stage(tmp_path, environment)
        for program in ("target", "source"):
            command = [sys.executable, "-m", "tests.gui.dragging", program, str(tmp_path)]
            stack.enter_context(running(command, environment))
            made.told(program)
        yield made
        (tmp_path / "end").touch()


def test_an_editor_receives_the_file_and_the_audition_goes_on(stage: Stage, tmp_path: Path) -> None:
    before = stage.told("source", lambda told: told["playing"] and told["under"])
    stage.drag(tuple(before["at"]), tuple(stage.told("target")["at"]))
    dropped = stage.told("dropped")
    track = tmp_path / "ä b#%20.wav"
    assert dropped["uri-list"].split() == [track.as_uri()]
    assert dropped["text"] == str(track)
    assert {"text/uri-list", "text/plain"} <= set(dropped["formats"])
    assert dropped["action"] == "CopyAction"
    looked = stage.told("source")["looks"] + 5
    after = stage.told("source", lambda told: told["looks"] >= looked)
    assert after | {"looks": 0} == before | {"looks": 0}
    assert after["under"] == str(tmp_path / "a.wav")
    x, y = before["at"]
    stage.pointer("mousemove", x, y, "click", "1")
    stage.told("source", lambda told: told["under"] == str(track))
