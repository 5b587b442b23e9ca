"""What a test may leave behind: threads, child processes, open temporary files, windows and timers."""

import gc
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

PATIENCE_S = 30.0
"""How long threads, processes and files may take to go away after a test, on a machine that is busy."""

Look = Callable[[], set[str]]
"""Names what is there at the moment."""


def left_after_a_while(look: Look, before: set[str]) -> set[str]:
    """What is there, was not before, and doesn't go away by itself."""
    left = look() - before
    give_up_s = time.monotonic() + PATIENCE_S
    collected = False
    while left and time.monotonic() < give_up_s:
        if not collected:
            gc.collect()
            collected = True
        threading.Event().wait(0.01)
        left = look() - before
    return left


def threads() -> set[str]:
    """Threads that Python knows."""
    return {f"{thread.name} ({thread.ident})" for thread in threading.enumerate()}


def children() -> set[str]:
    """Child processes that are neither zombies nor multiprocessing's own resource tracker."""
    if not sys.platform.startswith("linux"):
        return set()
    found = set()
    for listing in Path("/proc/self/task").glob("*/children"):
        for child in _text(listing).split():
            state = _text(Path(f"/proc/{child}/stat")).rpartition(")")[2].split()[:1]
            command = _text(Path(f"/proc/{child}/cmdline")).replace("\0", " ").strip()
            if state not in ([], ["Z"]) and "resource_tracker" not in command:
                found.add(f"{child}: {command[:100]}")
    return found


def open_files(folder: Path) -> set[str]:
    """Files in a folder that this process has open."""
    if not sys.platform.startswith("linux"):
        return set()
    found = set()
    for descriptor in Path("/proc/self/fd").iterdir():
        try:
            target = str(descriptor.readlink())
        except OSError:
            continue
        if target.startswith(str(folder)):
            found.add(f"{target} (descriptor {descriptor.name})")
    return found


def windows() -> set[str]:
    """Widgets that lie in no other, once those that were to be deleted are."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        return set()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    return {
        f"{type(widget).__name__} {widget.objectName()} {id(widget):#x}"
        for widget in QApplication.topLevelWidgets()
    }


def timers() -> set[str]:
    """Timers made in Python that run."""
    import shiboken6
    from PySide6.QtCore import QTimer

    return {
        f"{type(timer).__name__} {timer.objectName()} {id(timer):#x}"
        for timer in shiboken6.getAllValidWrappers()
        if isinstance(timer, QTimer) and timer.isActive()
    }


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
