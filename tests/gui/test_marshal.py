"""What foreign threads say is heard on the GUI thread, in order."""

import threading
from pathlib import Path

from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from tests.gui.fakes import order, video_analysis
from tivm_desktop.domain.errors import MediaError
from tivm_desktop.domain.library_status import LibraryStatus
from tivm_desktop.gui.lane import Lane
from tivm_desktop.gui.marshal import Marshal

VIDEO, FOLDER = Path("/v/cut.mp4"), Path("/music")


class Ear(Marshal):
    """A receiver that lives on the GUI thread."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[object, ...]] = []
        self.threads: set[bool] = set()

    def hear(self, *what: object) -> None:
        self.heard.append(what)
        self.threads.add(QThread.isMainThread())


def in_a_thread(*calls: object) -> None:
    def run() -> None:
        for call in calls:
            assert callable(call)
            call()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()


def test_everything_a_session_says_arrives_on_the_gui_thread(qtbot: QtBot) -> None:
    marshal, ear = Marshal(), Ear()
    for signal in (
        marshal.folder_refused,
        marshal.video_moved,
        marshal.video_analysed,
        marshal.video_refused,
        marshal.order_changed,
        marshal.library_moved,
        marshal.tracks_found,
        marshal.speech_heard,
        marshal.speech_refused,
        marshal.provider_named,
        marshal.provider_refused,
        marshal.warning_given,
    ):
        signal.connect(ear.hear)
    analysis, ranked, status = video_analysis(), order("a"), LibraryStatus(total=3)
    in_a_thread(
        lambda: marshal.folder_failed(FOLDER, "gone"),
        lambda: marshal.video_progress(VIDEO, 1.0, 2.0),
        lambda: marshal.video_ready(VIDEO, analysis),
        lambda: marshal.video_failed(VIDEO, "broken"),
        lambda: marshal.ranked(VIDEO, ranked, 9),
        lambda: marshal.library_changed(status),
        lambda: marshal.found((), 7),
        lambda: marshal.speech_found(VIDEO, ((1.0, 2.0),)),
        lambda: marshal.speech_failed(VIDEO, "deaf"),
        lambda: marshal.provider_active("CPU"),
        lambda: marshal.provider_failed("no CUDA"),
        lambda: marshal.warned("disk full"),
    )
    assert ear.heard == []
    qtbot.waitUntil(lambda: len(ear.heard) == 12)
    assert ear.threads == {True}
    assert ear.heard[0] == (FOLDER, "gone")
    assert ear.heard[2] == (VIDEO, analysis)
    assert ear.heard[4] == (VIDEO, ranked, 9)
    assert ear.heard[5:7] == [(status,), ((), 7)]
    assert ear.heard[7:9] == [(VIDEO, ((1.0, 2.0),)), (VIDEO, "deaf")]
    assert [heard[-1] for heard in ear.heard[9:]] == ["CPU", "no CUDA", "disk full"]


def test_a_lane_works_elsewhere_and_answers_here(qtbot: QtBot) -> None:
    lane, ear = Lane(Marshal(), "test"), Ear()
    lane.submit(QThread.isMainThread, lambda main: ear.hear("result", main), ear.hear)
    qtbot.waitUntil(lambda: bool(ear.heard))
    assert ear.heard == [("result", False)]
    assert ear.threads == {True}
    lane.close()


def test_a_lane_tells_errors_as_their_sentence(qtbot: QtBot) -> None:
    lane, ear = Lane(Marshal(), "test"), Ear()

    def refuse() -> None:
        raise MediaError(VIDEO, "cut.mp4 is empty: copy it again.")

    lane.submit(refuse, ear.hear, ear.hear)
    lane.submit(lambda: 1 / 0, ear.hear, ear.hear)
    qtbot.waitUntil(lambda: len(ear.heard) == 2)
    assert ear.heard[0] == ("cut.mp4 is empty: copy it again.",)
    assert "division by zero" in str(ear.heard[1][0])
    lane.close()


def test_a_closed_lane_does_nothing_more(qtbot: QtBot) -> None:
    marshal, ear = Marshal(), Ear()
    lane = Lane(marshal, "test")
    lane.submit(lambda: 1, ear.hear, ear.hear)
    lane.close()
    lane.submit(lambda: 2, ear.hear, ear.hear)
    done: list[int] = []
    marshal.post(lambda: done.append(1))
    qtbot.waitUntil(lambda: done == [1])
    assert ear.heard == []
