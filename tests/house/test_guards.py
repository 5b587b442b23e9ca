"""The guards around every test do fail a test that misbehaves."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

MISBEHAVING = """
import logging, os, signal, socket, subprocess, sys, threading, warnings

import pytest

kept = []
forever = threading.Event()


def test_leaves_a_thread():
    threading.Thread(target=forever.wait, daemon=True, name="stray").start()


def test_leaves_a_process():
    kept.append(subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE))


def test_leaves_an_open_file(tmp_path):
    kept.append(open(tmp_path / "stray.txt", "w"))


def test_leaves_a_window(qapp):
    from PySide6.QtWidgets import QWidget
    kept.append(QWidget())


def test_leaves_a_timer(qapp):
    from PySide6.QtCore import QTimer
    timer = QTimer()
    timer.start(1000)
    kept.append(timer)


def test_goes_to_the_network():
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as stray:
        stray.connect(("192.0.2.1", 80))


def test_warns():
    warnings.warn("stray", stacklevel=1)


def test_makes_qt_warn(qapp):
    from PySide6.QtCore import qWarning
    qWarning("stray")


def test_leaves_the_search_path_changed():
    sys.path.insert(0, "stray")


def test_leaves_the_environment_changed():
    os.environ["STRAY"] = "1"


def test_leaves_the_folder(tmp_path):
    os.chdir(tmp_path)


def test_leaves_a_logger_louder():
    logging.getLogger("tivm_desktop.stray").setLevel(logging.DEBUG)


def test_leaves_a_deaf_process():
    signal.signal(signal.SIGTERM, signal.SIG_IGN)


def test_finds_all_as_it_was():
    assert "stray" not in sys.path
    assert "STRAY" not in os.environ
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_behaves(tmp_path, qapp):
    (tmp_path / "file").write_text("closed")
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()


@pytest.fixture(scope="session", autouse=True)
def tidy():
    yield
    forever.set()
    for thing in kept:
        if isinstance(thing, subprocess.Popen):
            thing.stdin.close()
            thing.wait()
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What pytest says of tests that misbehave, in a project with this one's guards and settings."""
    project = tmp_path_factory.mktemp("project")
    (project / "tests").mkdir()
    for name in ("conftest.py", "leftovers.py", "surroundings.py"):
        shutil.copy(ROOT / "tests" / name, project / "tests")
    shutil.copy(ROOT / "pyproject.toml", project)
    looks = project / "tests" / "leftovers.py"
    looks.write_text(re.sub(r"PATIENCE_S = .*", "PATIENCE_S = 0.2", looks.read_text()))
    (project / "tests" / "test_misbehaving.py").write_text(MISBEHAVING)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-rA", "-p", "no:cacheprovider", "-p", "no:randomly"],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout


@pytest.mark.parametrize(
    ("test", "reason"),
    [
        ("leaves_a_thread", "threads left behind: stray"),
        ("leaves_a_process", "child processes left behind"),
        ("leaves_an_open_file", "open files left behind"),
        ("leaves_a_window", "windows left behind: QWidget"),
        ("leaves_a_timer", "running timers left behind: QTimer"),
        ("goes_to_the_network", "a test tried to reach 192.0.2.1"),
        ("warns", "UserWarning: stray"),
        ("makes_qt_warn", "Qt messages"),
        ("leaves_the_search_path_changed", "left changed: sys.path"),
        ("leaves_the_environment_changed", "left changed: os.environ of STRAY"),
        ("leaves_the_folder", "left changed: the folder"),
        ("leaves_a_logger_louder", "left changed: levels of logging of tivm_desktop.stray"),
        ("leaves_a_deaf_process", "left changed: hearers of signals of 15"),
    ],
)
def test_it_is_noticed(report: str, test: str, reason: str) -> None:
    said = [line for line in report.splitlines() if re.match(rf"(ERROR|FAILED) .*::test_{test}\b", line)]
    assert said, report
    assert any(reason in line for line in said) or reason in report, said


@pytest.mark.parametrize("test", ["behaves", "finds_all_as_it_was"])
def test_a_test_that_behaves_passes(report: str, test: str) -> None:
    assert re.search(rf"PASSED .*::test_{test}\b", report)
    assert not re.search(rf"(ERROR|FAILED) .*::test_{test}\b", report)
