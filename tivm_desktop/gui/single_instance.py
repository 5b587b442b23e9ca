"""One window for a profile: a later start hands what it was asked for to the first."""

import logging
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tivm_desktop.library.profile import Profile
from tivm_desktop.runs.handover import ANSWER, encode
from tivm_desktop.runs.mark import ENDING, RUNNING, STARTING, RunMark, peek

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

PATIENCE_S = 2.0
"""How long a running window may take to answer."""
LONGER_S = 12.0
"""How long one may take that is starting or ending."""
_STEP_S = 0.05
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Turn:
    """What a start found."""

    mark: RunMark | None = None
    """Held by this window; None where another holds it, or where nothing can be held."""
    handed_over: bool = False
    """Whether a running window took what was asked for."""
    beside: bool = False
    """Whether there is another window, which does not answer."""


def take_turn(profile: Profile, paths: Sequence[Path], faults_from: int) -> Turn:
    """Be the profile's window, or hand `paths` to the one that is.

    Args:
        profile: whose window it is.
        paths: what this start was asked to open.
        faults_from: where stacks of a crash of this run would begin in their file.
    """
    began_s = time.monotonic()
    while True:
        try:
            return Turn(RunMark(profile.mark_file, faults_from))
        except BlockingIOError:
            pass
        except OSError as error:
            _log.info("the mark of this run can't be held: %s", error)
            return Turn()
        first = peek(profile.mark_file)
        passed_s = time.monotonic() - began_s
        if first is not None and first.server and first.state == RUNNING and _hand_over(first.server, paths):
            return Turn(handed_over=True)
        busy = first is None or first.state == ENDING
        busy |= first is not None and first.state == STARTING and time.time() - first.started < LONGER_S
        if passed_s > (LONGER_S if busy else PATIENCE_S):
            return Turn(beside=True)
        time.sleep(_STEP_S)


def leave_to_come_forward() -> str:
    """Return what the desktop gave this start to bring a window to the front with, empty if nothing."""
    return os.environ.get("XDG_ACTIVATION_TOKEN") or os.environ.get("DESKTOP_STARTUP_ID") or ""


def _hand_over(server: str, paths: Sequence[Path]) -> bool:
    """Tell the first window, and hear that it understood."""
    from PySide6.QtNetwork import QLocalSocket

    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
    socket = QLocalSocket()
    socket.connectToServer(server)
    patience_ms = round(PATIENCE_S * 1000)
    try:
        if not socket.waitForConnected(patience_ms):
            return False
        socket.write(encode(paths, leave_to_come_forward()))
        return _answered(socket, patience_ms)
    finally:
        socket.abort()


def _answered(socket: "QLocalSocket", patience_ms: int) -> bool:
    until_s = time.monotonic() + patience_ms / 1000
    while not socket.canReadLine():
        left_ms = round((until_s - time.monotonic()) * 1000)
        if left_ms <= 0 or (not socket.waitForReadyRead(left_ms) and not socket.canReadLine()):
            return False
    return bytes(socket.readLine().data()) == ANSWER
