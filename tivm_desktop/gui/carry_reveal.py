"""Showing a file in the desktop's file manager, without waiting for it."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QUrl
from PySide6.QtGui import QDesktopServices

from tivm_desktop.gui.language import tr

_MANAGER = "org.freedesktop.FileManager1"
_MANAGER_PATH = "/org/freedesktop/FileManager1"

Told = Callable[[str], None]
"""Called on the GUI thread with one sentence."""


def reveal(path: Path, failed: Told, parent: QObject) -> None:
    """Have the file manager open the folder of `path` with the file selected.

    Where the file manager can't select, the folder is opened. Returns at once.

    Args:
        path: The file.
        failed: Called when neither works.
        parent: Owns what waits for the file manager's answer.
    """
    if not path.exists():
        failed(
            tr("{file} is not there: it may have been moved or its drive unplugged.").format(file=path.name)
        )
    elif sys.platform == "darwin":
        _start("open", ["-R", str(path)], path, failed)
    elif sys.platform == "win32":
        _start("explorer.exe", ["/select,", str(path)], path, failed)
    else:
        _ask_manager(path, failed, parent)


def _start(program: str, arguments: list[str], path: Path, failed: Told) -> None:
    started, _ = QProcess.startDetached(program, arguments)
    if not started:
        _open_folder(path, failed)


def _ask_manager(path: Path, failed: Told, parent: QObject) -> None:
    from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        _open_folder(path, failed)
        return
    message = QDBusMessage.createMethodCall(_MANAGER, _MANAGER_PATH, _MANAGER, "ShowItems")
    url = bytes(QUrl.fromLocalFile(str(path)).toEncoded().data()).decode("ascii")
    message.setArguments([[url], ""])
    watcher = QDBusPendingCallWatcher(bus.asyncCall(message), parent)

    def answered() -> None:
        if watcher.isError():
            _open_folder(path, failed)
        watcher.deleteLater()

    watcher.finished.connect(answered)


def _open_folder(path: Path, failed: Told) -> None:
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))):
        said = tr("No file manager could be started to show {file}: it is in {folder}.")
        failed(said.format(file=path.name, folder=path.parent))
