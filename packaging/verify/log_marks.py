"""What in a log or on stderr means that something is broken, in one place."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Mark:
    """Text that no healthy run writes."""

    pattern: str
    example: str
    """A line as it really looks, for the test."""


MARKS = (
    Mark(r"Traceback \(most recent call last\)", "Traceback (most recent call last):"),
    Mark(r"Segmentation fault", "Segmentation fault (core dumped)"),
    Mark(r"Fatal Python error", "Fatal Python error: Aborted"),
    Mark(r"\bAborted\b", "Aborted (core dumped)"),
    Mark(r"Bus error", "Bus error"),
    Mark(r"Illegal instruction", "Illegal instruction"),
    Mark(r"Assertion .*failed|ASSERT:|ASSERT failure", "python: mixer.c:12: mix: Assertion `n > 0' failed."),
    Mark(r"terminate called", "terminate called after throwing an instance of 'std::bad_alloc'"),
    Mark(r"double free|corrupted size|invalid pointer", "free(): invalid pointer"),
    Mark(
        r"cannot open shared object",
        "libEGL.so.1: cannot open shared object file: No such file or directory",
    ),
    Mark(r"undefined symbol", "libQt6Gui.so.6: undefined symbol: _ZN5QUuid, version Qt_6"),
    Mark(r"version `[^']+' not found", "libm.so.6: version `GLIBC_2.38' not found (required by libx.so)"),
    Mark(
        r"qt\.qpa\.plugin",
        'qt.qpa.plugin: Could not load the Qt platform plugin "xcb" in "" even though it was found.',
    ),
    Mark(r"no Qt platform plugin", "This application failed to start because no Qt platform plugin could be"),
    Mark(r"qt\.qpa\.xcb", "qt.qpa.xcb: could not connect to display :9"),
    Mark(r"QObject::\w+: ", "QObject::startTimer: Timers cannot be started from another thread"),
    Mark(r"QThread: Destroyed", "QThread: Destroyed while thread '' is still running"),
    Mark(r"QPainter::\w+: ", "QPainter::begin: Paint device returned engine == 0, type: 3"),
    Mark(r"QSqlDatabase|QSettings: ", "QSettings: failed to sync"),
    Mark(r"QFontDatabase: Cannot find", "QFontDatabase: Cannot find font directory /usr/share/fonts"),
    Mark(r"Failed to execute script", "[PYI-12:ERROR] Failed to execute script 'tivm-desktop' due to"),
    Mark(r"\[PYI-\d+:ERROR\]", "[PYI-12:ERROR] Could not load PyInstaller's embedded PKG archive"),
    Mark(r"ModuleNotFoundError|ImportError", "ModuleNotFoundError: No module named 'scipy.special'"),
    Mark(r"FileNotFoundError", "FileNotFoundError: TIVM Desktop's folder models is missing"),
    Mark(r" (ERROR|CRITICAL) ", "2026-11-22 16:00:00,000 ERROR tivm_desktop.app: unexpected"),
    Mark(r"Xlib: |X Error of failed request", "X Error of failed request:  BadWindow"),
    Mark(r"leaked \w+ objects", "resource_tracker: There appear to be 1 leaked semaphore objects"),
    Mark(r"Exception ignored in", "Exception ignored in: <function Player.__del__ at 0x7f>"),
)


@dataclass(frozen=True, slots=True)
class Found:
    """A line that says that something is broken."""

    source: str
    line: str


def fatal_lines(texts: Iterable[tuple[str, str]]) -> list[Found]:
    """Return the lines with a mark in them.

    Args:
        texts: of each log its name and what is in it.
    """
    either = re.compile("|".join(f"(?:{mark.pattern})" for mark in MARKS))
    return [
        Found(source, line) for source, text in texts for line in text.splitlines() if either.search(line)
    ]


def logs_in(folder: Path) -> list[tuple[str, str]]:
    """Return name and text of each file below `folder` that is called a log."""
    return [
        (str(path.relative_to(folder)), path.read_text(encoding="utf-8", errors="replace"))
        for path in sorted(folder.rglob("*.log*"))
        if path.is_file()
    ]
