"""Hears later starts of the program, over a socket that only this user may use."""

import logging
import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget

from tivm_desktop.runs.handover import ANSWER, LONGEST, decode

IMPATIENT_MS = 2000
"""Whoever says nothing whole for so long is not listened to any more."""
_ROOM = 100
"""A socket's path may be 107 bytes long on Linux, 103 on macOS."""
_log = logging.getLogger(__name__)


class Doorbell(QObject):
    """Listens until it is closed."""

    rung = Signal(object)
    """`Handover`: what a later start was asked for."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._open)

    def listen(self) -> str:
        """Begin, and return under which name; empty where that can't be."""
        name = f"tivm-desktop-{os.urandom(8).hex()}"
        if not self._server.listen(_place(name)):
            _log.warning("later starts are not heard: %s", self._server.errorString())
            return ""
        return self._server.fullServerName()

    def close(self) -> None:
        """End; nothing is left behind."""
        self._server.close()

    def _open(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            _Visit(socket, self)


class _Visit(QObject):
    """One start on the line: a line from it, an answer to it."""

    def __init__(self, socket: QLocalSocket, bell: Doorbell) -> None:
        super().__init__(bell)
        self._socket = socket
        self._bell = bell
        socket.setReadBufferSize(LONGEST + 1)
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(self._forget)
        self._patience = QTimer(self, singleShot=True, interval=IMPATIENT_MS)
        self._patience.timeout.connect(self._hang_up)
        self._patience.start()
        self._read()

    def _read(self) -> None:
        if not self._socket.canReadLine():
            if self._socket.bytesAvailable() > LONGEST:
                self._socket.abort()
            return
        try:
            said = decode(bytes(self._socket.readLine(LONGEST + 1).data()))
        except ValueError as error:
            _log.warning("a start that was not understood: %s", error)
            self._socket.abort()
            return
        self._socket.write(ANSWER)
        self._socket.flush()
        self._socket.disconnectFromServer()
        self._bell.rung.emit(said)

    def _hang_up(self) -> None:
        self._socket.abort()

    def _forget(self) -> None:
        self._patience.stop()
        self._socket.deleteLater()
        self.deleteLater()


def clear_away(server: str) -> None:
    """Remove the socket of a run that did not come to its end."""
    QLocalServer.removeServer(server)


def come_to_front(window: QWidget, token: str) -> None:
    """Show a window before all others, as far as the desktop lets it.

    Args:
        window: minimised, hidden behind others, or in front already.
        token: the desktop's leave, which Qt takes from the environment on Wayland.
    """
    if token and sys.platform == "linux":
        os.environ["XDG_ACTIVATION_TOKEN"] = token
    window.setWindowState(
        window.windowState() & ~Qt.WindowState.WindowMinimized | Qt.WindowState.WindowActive
    )
    window.show()
    window.raise_()
    window.activateWindow()


def _place(name: str) -> str:
    """Put a socket into the folder that the system keeps for this login, else into Qt's own place."""
    folder = Path(os.environ.get("XDG_RUNTIME_DIR") or "/nowhere")
    path = str(folder / name)
    fits = len(os.fsencode(path)) <= _ROOM
    return path if sys.platform == "linux" and fits and os.access(folder, os.W_OK) else name
