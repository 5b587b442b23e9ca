"""Of two starts one is the window; the other hands over, or says why it can't."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from tivm_desktop.gui.doorbell import Doorbell, clear_away
from tivm_desktop.gui.single_instance import take_turn
from tivm_desktop.library.profile import Profile
from tivm_desktop.runs.handover import ANSWER, LONGEST, Handover, encode
from tivm_desktop.runs.mark import ENDING, RUNNING, RunMark

FIRST = """
import sys, threading
from pathlib import Path
from tivm_desktop.runs.mark import RunMark
mark = RunMark(Path(sys.argv[1]))
mark.note(state=sys.argv[2], server=sys.argv[3])
print("held", flush=True)
threading.Event().wait(float(sys.argv[4]))
mark.end()
"""
START = """
import os, sys, threading
from pathlib import Path
from tivm_desktop.gui.single_instance import take_turn
from tivm_desktop.library.profile import Profile
turn = take_turn(Profile(Path(sys.argv[1])), [], 0)
os.mkdir(sys.argv[2])
threading.Event().wait(0.1)
os.rmdir(sys.argv[2])
turn.mark.end()
"""
"""Is the window for a moment, and fails if another is at the same time."""


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    made = Profile(tmp_path)
    made.create()
    return made


@contextmanager
def another(profile: Profile, state: str, server: str, lasts_s: float = 60.0) -> Iterator[None]:
    """A window that is open elsewhere and says this of itself."""
    command = [sys.executable, "-c", FIRST, str(profile.mark_file), state, server, str(lasts_s)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "held\n"
        yield
        first.kill()


@pytest.fixture
def bell(qapp: QObject) -> Iterator[tuple[Doorbell, str, list[Handover]]]:
    """A doorbell, its name, and what was said at the door."""
    made = Doorbell(qapp)
    heard: list[Handover] = []
    made.rung.connect(heard.append)
    yield made, made.listen(), heard
    made.close()


def ring(bot: QtBot, server: str, line: bytes, *, answered: bool) -> bytes:
    """Say something at the door, and return the answer."""
    socket = QLocalSocket()
    socket.connectToServer(server)
    bot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.ConnectedState)
    socket.write(line)
    if answered:
        bot.waitUntil(socket.canReadLine)
    else:
        gone = QLocalSocket.LocalSocketState.UnconnectedState
        bot.waitUntil(lambda: socket.state() == gone)
    answer = bytes(socket.readAll().data())
    socket.abort()
    return answer


def test_the_first_start_is_the_window(profile: Profile) -> None:
    turn = take_turn(profile, [], 5)
    assert turn.mark is not None
    assert turn.mark.facts.faults_from == 5
    assert not turn.handed_over
    turn.mark.end()


def test_of_quick_starts_one_at_a_time_is_the_window(profile: Profile, tmp_path: Path) -> None:
    command = [sys.executable, "-c", START, str(profile.root), str(tmp_path / "only one")]
    starts = [subprocess.Popen(command) for _ in range(3)]
    assert [start.wait(30) for start in starts] == [0, 0, 0]


def test_one_that_is_ending_is_waited_for(profile: Profile) -> None:
    with another(profile, ENDING, "", lasts_s=0.3):
        turn = take_turn(profile, [], 0)
    assert turn.mark is not None
    assert turn.mark.last is None
    turn.mark.end()


def test_one_that_does_not_answer_is_worked_beside(profile: Profile) -> None:
    with another(profile, RUNNING, "tivm-desktop-nobody"):
        turn = take_turn(profile, [], 0)
    assert turn.mark is None
    assert not turn.handed_over
    assert turn.beside


def test_a_folder_where_nothing_can_be_held_stops_nothing(profile: Profile) -> None:
    profile.mark_file.mkdir()
    turn = take_turn(profile, [], 0)
    assert (turn.mark, turn.handed_over, turn.beside) == (None, False, False)


def test_what_is_said_at_the_door_is_heard_and_answered(
    bell: tuple[Doorbell, str, list[Handover]], qtbot: QtBot
) -> None:
    _, name, heard = bell
    line = encode([Path("/v/cut.mp4")], "token")
    assert ring(qtbot, name, line, answered=True) == ANSWER
    assert heard == [Handover((Path("/v/cut.mp4"),), "token")]


@pytest.mark.parametrize("line", [b"nonsense\n", b'{"paths": ["cut.mp4"]}\n', b"x" * (LONGEST + 100), b"{"])
def test_who_says_anything_else_is_not_listened_to(
    bell: tuple[Doorbell, str, list[Handover]], qtbot: QtBot, line: bytes
) -> None:
    _, name, heard = bell
    assert ring(qtbot, name, line, answered=False) == b""
    assert heard == []
    ring(qtbot, name, encode([], ""), answered=True)
    assert heard == [Handover()]


@pytest.mark.skipif(os.name != "posix", reason="sockets have a place and rights on POSIX systems")
def test_only_this_user_may_ring_and_nothing_is_left(
    bell: tuple[Doorbell, str, list[Handover]], monkeypatch: pytest.MonkeyPatch
) -> None:
    made, name, _ = bell
    assert stat.S_IMODE(Path(name).stat().st_mode) & 0o077 == 0
    made.close()
    assert not Path(name).exists()
    with TemporaryDirectory() as short:  # where a socket's name has room, however deep tests' folders are
        monkeypatch.setenv("XDG_RUNTIME_DIR", short)
        assert sys.platform != "linux" or Path(made.listen()).parent == Path(short)
        made.close()


@pytest.mark.skipif(os.name != "posix", reason="named pipes go with their process")
def test_the_socket_of_a_run_that_was_killed_is_cleared_away(tmp_path: Path) -> None:
    listen = (
        "import os, sys; from PySide6.QtCore import QCoreApplication; app = QCoreApplication([]);"
        "from tivm_desktop.gui.doorbell import Doorbell;"
        "print(Doorbell(app).listen(), flush=True); os._exit(9)"
    )
    done = subprocess.run([sys.executable, "-c", listen], capture_output=True, text=True, check=False)
    left = Path(done.stdout.strip())
    assert left.exists()
    clear_away(str(left))
    assert not left.exists()


def test_the_mark_is_not_another_profiles(tmp_path: Path) -> None:
    profiles = [Profile(tmp_path / name) for name in "ab"]
    turns = []
    for profile in profiles:
        profile.create()
        turns.append(take_turn(profile, [], 0))
    assert all(isinstance(turn.mark, RunMark) for turn in turns)
    for turn in turns:
        assert turn.mark is not None
        turn.mark.end()
