"""Ends the program in order when somebody else asks it to: the user's desktop, a terminal, the system."""

import os
import signal
import sys
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_ASKING = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


class OrderlyEnd(QObject):
    """Closes the window on signals, and hears when the user logs out."""

    logging_out = Signal()
    """All is to be kept now: the system may end the program without another word."""

    def __init__(self, application: QGuiApplication, window: QWidget) -> None:
        super().__init__(window)
        self._application = application
        self._window = window
        self._before: dict[int, object] = {}
        self._pipe: tuple[int, int] | None = None
        self._notifier: QSocketNotifier | None = None
        for name in _ASKING:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                self._before[number] = signal.signal(number, self._on_signal)
        if sys.platform != "win32":
            self._wake_up_on_signals()
        application.commitDataRequest.connect(self._on_logout, Qt.ConnectionType.DirectConnection)

    def close(self) -> None:
        """Leave signals to whoever had them before."""
        self._application.commitDataRequest.disconnect(self._on_logout)
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]
        self._before.clear()
        if self._pipe is not None:
            signal.set_wakeup_fd(-1)
            if self._notifier is not None:
                self._notifier.setEnabled(False)
            for end in self._pipe:
                os.close(end)
            self._pipe = None

    def _wake_up_on_signals(self) -> None:
        """Python runs its handlers between two of its instructions; an idle window executes none."""
        self._pipe = os.pipe()
        for end in self._pipe:
            os.set_blocking(end, False)
        signal.set_wakeup_fd(self._pipe[1], warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._pipe[0], QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._drain)

    def _drain(self) -> None:
        if self._pipe is not None:
            os.read(self._pipe[0], 64)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        QTimer.singleShot(0, self._end)

    def _end(self) -> None:
        self._window.close()
        self._application.quit()

    def _on_logout(self) -> None:
        self.logging_out.emit()
