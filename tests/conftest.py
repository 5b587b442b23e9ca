"""What holds for every test: no screen, no network, and nothing left behind."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
if "PYTEST_XDIST_WORKER" in os.environ:
    os.environ.setdefault("OMP_NUM_THREADS", "1")

import gc
import ipaddress
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests import leftovers, surroundings

# Started in the background by a shell, or by nohup, this process and all that it starts would ignore these.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
if sys.platform != "win32" and signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    signal.signal(signal.SIGHUP, signal.SIG_DFL)

# Every process that a test starts would compile the program anew, for a second of each.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# pytest-qt waits for five seconds where a test names no time, which a busy machine may take.
for _waiting in (QtBot.waitExposed, QtBot.waitActive, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitUntil):
    _waiting.__kwdefaults__ = {**(_waiting.__kwdefaults__ or {}), "timeout": 30_000}

MOST_WORKERS = 8
SHARED_MEDIA = Path(__file__).resolve().parents[2] / "shared" / "media"


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors, as much of the time is waiting; each takes up to two gigabytes."""
    processors = len(os.sched_getaffinity(0)) if sys.platform.startswith("linux") else os.cpu_count() or 1
    return min(processors, MOST_WORKERS - 1) + 1


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long, in the random order it has: begun last, it would keep one worker alone."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def pytest_collection_finish() -> None:
    """Spare the garbage collector what is imported: it would go through a million objects again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def shared_media() -> Path:
    """Folder of real videos that may lie beside the project."""
    if not SHARED_MEDIA.is_dir():
        pytest.skip("no ../shared/media beside the project")
    return SHARED_MEDIA


@pytest.fixture(autouse=True)
def kept_surroundings() -> Iterator[None]:
    """Fail a test that leaves changed what it shares with the next one."""
    with surroundings.kept():
        yield


@pytest.fixture(autouse=True)
def no_network(kept_surroundings: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection that would leave this machine."""
    del kept_surroundings
    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, _only_local(getattr(socket.socket, name)))


@pytest.fixture(autouse=True)
def nothing_left_behind(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """Fail a test that leaves a thread, a child process, an open temporary file, a widget or a timer."""
    watched: dict[str, leftovers.Look] = {
        "threads": leftovers.threads,
        "child processes": leftovers.children,
        "open files": lambda: leftovers.open_files(tmp_path_factory.getbasetemp()),
    }
    if {"qtbot", "qapp"} & set(request.fixturenames):
        watched |= {"windows": leftovers.windows, "running timers": leftovers.timers}
    before = {what: look() for what, look in watched.items()}
    yield
    for what, look in watched.items():
        left = leftovers.left_after_a_while(look, before[what])
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
