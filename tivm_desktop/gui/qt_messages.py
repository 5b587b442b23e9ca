"""What Qt has to say goes to the log, its last words before it ends the program too."""

import logging
import sys
from collections.abc import Callable

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from tivm_desktop.bundle import build

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_SCREEN_GONE = "connection broke"
"""How Qt says that the X server or the compositor went away, before it ends the program."""
_log = logging.getLogger("qt")


class QtMessages:
    """Writes Qt's messages to the log, and to the terminal where there is one.

    Args:
        screen_gone: called when the desktop went away, which is how a logout may look from here.
    """

    def __init__(self, screen_gone: Callable[[], None]) -> None:
        self._screen_gone = screen_gone
        self._before = qInstallMessageHandler(self._note)

    def close(self) -> None:
        """Leave messages to whoever had them before: Qt may speak later than Python does."""
        qInstallMessageHandler(self._before)

    def _note(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if _SCREEN_GONE in message:
            self._screen_gone()
        level = _LEVELS.get(kind, logging.WARNING)
        more = f" (TIVM Desktop {build().described})" if kind == QtMsgType.QtFatalMsg else ""
        _log.log(level, "%s: %s%s", context.category or "default", message, more)
        if sys.stderr is not None and level > logging.DEBUG:
            sys.stderr.write(f"{message}\n")
