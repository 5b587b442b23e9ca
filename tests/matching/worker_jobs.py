"""Jobs for the tests of the worker pool: importable by a spawned process."""

import os
import signal
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.errors import MediaError
from tivm_desktop.domain.progress import Progress


@dataclass(frozen=True)
class Tools:
    """Stands for encoders: says which process made it."""

    made_by: int


def make_tools() -> Tools:
    return Tools(os.getpid())


def make_no_tools() -> Tools:
    raise MediaError(Path("pack.json"), "The pack is altered; install it again.")


def double(tools: Tools, number: int, progress: Progress) -> int:
    progress(1.0, 1.0)
    return 2 * number


def process_of(tools: Tools, progress: Progress) -> tuple[int, int]:
    return tools.made_by, os.getpid()


def big_array(tools: Tools, progress: Progress) -> NDArray[np.float32]:
    return np.arange(2_000_000, dtype=np.float32)


def report_ten_seconds(tools: Tools, progress: Progress) -> None:
    for second in range(11):
        progress(float(second), 10.0)
        threading.Event().wait(0.06)


def until_cancelled(tools: Tools, started: Path, progress: Progress) -> None:
    """Works for ever, asking between seconds whether it is still wanted; says on disk that it began."""
    started.write_text(str(os.getpid()))
    while True:
        progress(0.0, 0.0)
        threading.Event().wait(0.01)


def deaf(tools: Tools, started: Path, progress: Progress) -> None:
    """Hangs without ever asking, as a decoder in C may."""
    started.write_text(str(os.getpid()))
    threading.Event().wait()


def crash(tools: Tools, progress: Progress) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)
    threading.Event().wait()


def leave(tools: Tools, progress: Progress) -> None:
    os._exit(3)


def refuse(tools: Tools, progress: Progress) -> None:
    raise MediaError(Path("song.mp3"), "song.mp3 is empty; leave it out.")


def blunder(tools: Tools, progress: Progress) -> None:
    raise ValueError("odd\nnumber")


def unsendable(tools: Tools, progress: Progress) -> object:
    return threading.Lock()


def chatter(tools: Tools, progress: Progress) -> None:
    """Prints on every channel a decoder has."""
    print("from python")  # noqa: T201
    os.write(1, b"from C on 1\n")
    os.write(2, b"from C on 2\n")


def surroundings(tools: Tools, progress: Progress) -> dict[str, object]:
    return {
        "threads": os.environ.get("OMP_NUM_THREADS"),
        "niceness": os.nice(0),
        "modules": [name for name in ("PySide6", "torch") if name in sys.modules],
    }


def killed_by(tools: Tools, number: int, progress: Progress) -> None:
    """Ends by a signal, which may have no name."""
    os.kill(os.getpid(), number)
    threading.Event().wait()
