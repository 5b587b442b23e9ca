import os
import signal
from collections.abc import Iterator

import pytest

from tivm_desktop.commands.ctrl_c import CtrlC


@pytest.fixture
def ctrl_c() -> Iterator[CtrlC]:
    before = signal.getsignal(signal.SIGINT)
    made = CtrlC()
    yield made
    made.close()
    assert signal.getsignal(signal.SIGINT) is before


def press() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def test_it_ends_the_work(ctrl_c: CtrlC) -> None:
    done = []
    with ctrl_c:
        done.append("begun")
        press()
        done.append("ended")
    assert (done, ctrl_c.came) == (["begun"], True)


def test_it_does_not_end_the_clearing_up(ctrl_c: CtrlC) -> None:
    cleared = []
    try:
        with ctrl_c:
            press()
    finally:
        press()
        cleared.append("all")
    assert (cleared, ctrl_c.came) == (["all"], True)


def test_pressed_after_the_end_it_is_noted(ctrl_c: CtrlC) -> None:
    with ctrl_c:
        pass
    assert not ctrl_c.came
    press()
    assert ctrl_c.came


def test_pressed_before_the_beginning_nothing_begins(ctrl_c: CtrlC) -> None:
    press()
    with pytest.raises(KeyboardInterrupt), ctrl_c:
        pytest.fail("the work began")


def test_another_error_gets_through(ctrl_c: CtrlC) -> None:
    with pytest.raises(ValueError, match="broken"), ctrl_c:
        raise ValueError("broken")
    assert not ctrl_c.came
