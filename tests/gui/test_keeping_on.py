"""One window for a profile: a later start comes to the first, or works beside it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.gui.conftest import House
from tests.gui.starting import Start, started
from tivm_desktop.gui.keeping_on import BESIDE
from tivm_desktop.gui.single_instance import Turn

LATER = """
import sys
from pathlib import Path
from tivm_desktop.gui.kept_session import SessionKeeper
from tivm_desktop.gui.lane import Lane
from tivm_desktop.gui.single_instance import take_turn
from tivm_desktop.library.profile import Profile
print(take_turn(Profile(Path(sys.argv[1])), [Path(sys.argv[2])], 0).handed_over)
"""


@pytest.fixture
def start(house: House, tmp_path: Path) -> Iterator[Start]:
    yield from started(house, tmp_path)


def test_a_later_start_brings_its_files_and_the_window_to_the_front(start: Start) -> None:
    start.begin()
    start.wait(lambda: start.facts().server != "")
    start.house.window.showMinimized()
    command = [sys.executable, "-c", LATER, str(start.profile.root), str(start.video)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as later:
        with start.house.bot.waitSignal(start.house.engine.taken_in) as taken:
            pass
        start.wait(lambda: later.poll() is not None)
        assert later.stdout is not None
        assert later.stdout.read() == "True\n"
    assert taken.args[0].video.path == start.video
    assert not start.house.window.isMinimized()


def test_beside_a_window_that_does_not_answer_nothing_is_kept_and_that_is_said(start: Start) -> None:
    start.begin(turn=Turn(beside=True))
    assert start.house.window.message.text() == BESIDE
    start.house.open(start.video)
    start.house.window.close()
    start.made.pop().finish()
    assert start.kept() is None
    assert not start.profile.mark_file.exists()
