"""Exports come one after the other, beside the GUI thread."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event, current_thread, main_thread

import pytest
from pytestqt.qtbot import QtBot

from tivm_desktop.domain.errors import TivmError
from tivm_desktop.domain.progress import Progress
from tivm_desktop.gui.export_queue import Export, ExportQueue
from tivm_desktop.gui.marshal import Marshal

PATIENCE_S = 10.0


class Work:
    """Something to write that goes on when the test says so."""

    def __init__(self, name: str, error: Exception | None = None) -> None:
        self.begun, self.go_on = Event(), Event()
        self.error = error
        self.beside = False
        self.export = Export(name, self.write)

    def write(self, progress: Progress) -> Path:
        self.beside = current_thread() is not main_thread()
        self.begun.set()
        assert self.go_on.wait(PATIENCE_S)
        progress(5.0, 10.0)
        if self.error is not None:
            raise self.error
        return Path(self.export.name)


@pytest.fixture
def queue(qapp: object) -> Iterator[ExportQueue]:
    del qapp
    made = ExportQueue(Marshal())
    yield made
    made.close()


def test_one_comes_after_the_other(queue: ExportQueue, qtbot: QtBot) -> None:
    first, second = Work("first"), Work("second")
    queue.add(first.export)
    queue.add(second.export)
    assert first.begun.wait(PATIENCE_S)
    assert (queue.running, queue.waiting) == (first.export, 1)
    assert not second.begun.is_set()
    with qtbot.waitSignal(queue.written) as written:
        first.go_on.set()
    assert written.args == [first.export, Path("first")]
    assert second.begun.wait(PATIENCE_S)
    with qtbot.waitSignal(queue.written):
        second.go_on.set()
    assert first.beside
    assert second.beside
    assert (queue.running, queue.waiting) == (None, 0)


def test_what_goes_wrong_is_told_and_the_next_begins(queue: ExportQueue, qtbot: QtBot) -> None:
    bad, good = Work("bad", TivmError("The drive is full.")), Work("good")
    queue.add(bad.export)
    queue.add(good.export)
    good.go_on.set()
    told: list[tuple[Export, str]] = []
    queue.failed.connect(lambda export, sentence: told.append((export, sentence)))
    with qtbot.waitSignal(queue.written) as written:
        bad.go_on.set()
    assert told == [(bad.export, "The drive is full.")]
    assert written.args == [good.export, Path("good")]


def test_a_fault_of_ours_is_one_sentence(
    queue: ExportQueue, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    work = Work("a.mp4", ZeroDivisionError("zero"))
    work.go_on.set()
    with qtbot.waitSignal(queue.failed) as failed:
        queue.add(work.export)
    assert failed.args is not None
    assert failed.args[1] == "a.mp4 could not be exported, something went wrong inside: zero"
    assert "exporting a.mp4 failed" in caplog.text


def test_progress_is_told_in_steps(queue: ExportQueue, qtbot: QtBot) -> None:
    def write(progress: Progress) -> Path:
        for step in range(10_000):
            progress(step, 9_999.0)
        return Path("many")

    shares: list[float] = []
    queue.moved.connect(lambda export, share: shares.append(share))
    with qtbot.waitSignal(queue.written):
        queue.add(Export("many", write))
    assert 90 <= len(shares) <= 102
    assert shares == sorted(shares)


def test_cancelling_gives_up_one_and_goes_on_with_the_next(queue: ExportQueue, qtbot: QtBot) -> None:
    first, second = Work("first"), Work("second")
    queue.add(first.export)
    queue.add(second.export)
    second.go_on.set()
    assert first.begun.wait(PATIENCE_S)
    cancelled: list[Export] = []
    queue.cancelled.connect(cancelled.append)
    with qtbot.waitSignal(queue.written) as written:
        queue.cancel()
        first.go_on.set()
    assert cancelled == [first.export]
    assert written.args == [second.export, Path("second")]


def test_closing_ends_everything_and_tells_nothing_more(queue: ExportQueue, qtbot: QtBot) -> None:
    first, second = Work("first"), Work("second")
    told: list[object] = []
    for signal in (queue.written, queue.failed, queue.cancelled):
        signal.connect(lambda *what: told.append(what))
    queue.add(first.export)
    queue.add(second.export)
    assert first.begun.wait(PATIENCE_S)
    first.go_on.set()
    queue.close()
    qtbot.wait(1)
    assert told == []
    assert not second.begun.is_set()
