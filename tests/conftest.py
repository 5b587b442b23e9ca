"""What holds for every test: no screen, no network, and nothing left behind."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import gc
import ipaddress
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

# Started in the background by a shell, or by nohup, this process and all that it starts would ignore these.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
if sys.platform != "win32" and signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    signal.signal(signal.SIGHUP, signal.SIG_DFL)

PATIENCE_S = 3.0
"""How long threads, processes and files may take to go away after a test."""

SHARED_MEDIA = Path(__file__).resolve().parents[2] / "shared" / "media"


@pytest.fixture
def shared_media() -> Path:
    """Folder of real videos that may lie beside the project."""
    if not SHARED_MEDIA.is_dir():
        pytest.skip("no ../shared/media beside the project")
    return SHARED_MEDIA


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection that would leave this machine."""
    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, _only_local(getattr(socket.socket, name)))


@pytest.fixture(autouse=True)
def nothing_left_behind(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """Fail a test that leaves a thread, a child process, an open temporary file, a widget or a timer."""
    watched: dict[str, Callable[[], set[str]]] = {
        "threads": _threads,
        "child processes": _children,
        "open files": lambda: _open_files(tmp_path_factory.getbasetemp()),
    }
    if {"qtbot", "qapp"} & set(request.fixturenames):
        watched |= {"windows": _windows, "running timers": _timers}
    before = {what: look() for what, look in watched.items()}
    yield
    for what, look in watched.items():
        left = _left_after_a_while(look, before[what])
        assert not left, f"{what} left behind: {', '.join(sorted(left))}"


def _only_local(connect: Callable[..., object]) -> Callable[..., object]:
    def guarded(self: socket.socket, address: tuple[object, ...]) -> object:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_loopback(str(address[0])):
            pytest.fail(f"a test tried to reach {address[0]}")
        return connect(self, address)

    return guarded


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _left_after_a_while(look: Callable[[], set[str]], before: set[str]) -> set[str]:
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


def _threads() -> set[str]:
    return {f"{thread.name} ({thread.ident})" for thread in threading.enumerate()}


def _children() -> set[str]:
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


def _open_files(folder: Path) -> set[str]:
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


def _windows() -> set[str]:
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


def _timers() -> set[str]:
    import shiboken6
    from PySide6.QtCore import QTimer

    return {
        f"{type(timer).__name__} {timer.objectName()} {id(timer):#x}"
        for timer in gc.get_objects()
        if issubclass(type(timer), QTimer) and shiboken6.isValid(timer) and timer.isActive()
    }


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
