"""How long the event loop of a Qt program stands still, and how a script waits without stopping it.

Needs nothing but PySide6 and numpy, so that a peer's environment can run it too.
"""

import time
from collections.abc import Callable
from typing import Any

import numpy as np
from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

BEAT_MS = 5
WORST = 5
"""So many stalls are told with their moment."""


class Heartbeat(QObject):
    """A timer of 5 ms in the GUI thread that notes when it was called."""

    def __init__(self) -> None:
        super().__init__()
        self._beats_s: list[float] = []
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer, interval=BEAT_MS)
        self._timer.timeout.connect(lambda: self._beats_s.append(time.monotonic()))

    def start(self) -> None:
        """Forget what was and begin."""
        self._beats_s = []
        self._timer.start()

    def figures(self) -> dict[str, Any]:
        """The beats so far: each stall is a distance between two beats, beyond the 5 ms that it should be."""
        stalls_ms = np.maximum(np.diff(self._beats_s) * 1e3 - BEAT_MS, 0.0)
        if not len(stalls_ms):
            return {"beats": 0}
        return {
            "beats": len(stalls_ms),
            "longest_stall_ms": round(float(stalls_ms.max()), 1),
            "p99_9_stall_ms": round(float(np.percentile(stalls_ms, 99.9)), 1),
            "stalls_over_50_ms": int((stalls_ms > 50.0).sum()),
            "worst": [
                {
                    "at_s": round(self._beats_s[index] - self._beats_s[0], 1),
                    "ms": round(float(stalls_ms[index]), 1),
                }
                for index in np.sort(np.argsort(stalls_ms)[-WORST:]).tolist()
            ],
        }


def until(done: Callable[[], bool], limit_s: float, what: str = "") -> None:
    """Let the event loop run until something is so, looked for every 5 ms.

    Raises:
        TimeoutError: it was not so within `limit_s`, and `what` says what was waited for.
    """
    loop = QEventLoop()
    end_s = time.monotonic() + limit_s
    poll = QTimer(interval=BEAT_MS)
    poll.timeout.connect(lambda: loop.quit() if done() or time.monotonic() > end_s else None)
    poll.start()
    loop.exec()
    poll.stop()
    if what and not done():
        raise TimeoutError(f"waited {limit_s:.0f} s in vain for {what}")


def pause(seconds: float) -> None:
    """Let the event loop run for a while."""
    until(lambda: False, seconds)
