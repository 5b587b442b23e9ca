"""Questions to disks: answered, answered too late, and not waited for any more."""

import threading
from collections.abc import Callable
from queue import SimpleQueue

from tivm_desktop.matching.asking import Asking

LONG_S = 10.0


class Desk:
    """A thread that asks; it makes the calls that come when it is told to."""

    def __init__(self, patience_s: float = LONG_S) -> None:
        self.calls: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self.asking = Asking(self.calls.put, patience_s)
        self.heard: list[str | None] = []

    def ask(self, question: Callable[[], str]) -> None:
        self.asking.ask(question, self.heard.append)

    def hear(self) -> None:
        self.calls.get(timeout=LONG_S)()


def stumble() -> str:
    raise OSError("no such device")


def test_an_answer_comes_where_it_was_asked_for() -> None:
    desk = Desk()
    desk.ask(lambda: threading.current_thread().name)
    assert desk.asking.busy
    desk.hear()
    assert not desk.asking.busy
    [name] = desk.heard
    assert name == "disk-question"
    desk.asking.close()


def test_a_disk_that_hangs_or_fails_gives_no_answer() -> None:
    desk, woken = Desk(patience_s=0.05), threading.Event()

    def hang() -> str:
        woken.wait(LONG_S)
        return "too late"

    for question in (hang, stumble):
        desk.ask(question)
        desk.hear()
    woken.set()
    assert desk.heard == [None, None]
    assert not desk.asking.busy
    desk.asking.close()


def test_a_question_that_is_open_at_the_end_is_not_waited_for() -> None:
    desk, woken = Desk(), threading.Event()
    desk.ask(lambda: str(woken.wait(LONG_S)))
    desk.asking.close()
    desk.hear()
    woken.set()
    assert desk.heard == []
