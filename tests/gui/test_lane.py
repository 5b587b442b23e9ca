"""Jobs off the GUI thread: whoever made something, somebody takes it or it is ended."""

from threading import Event

from pytestqt.qtbot import QtBot

from tivm_desktop.gui.lane import Lane
from tivm_desktop.gui.marshal import Marshal

PATIENCE_S = 10.0


def test_an_outcome_is_taken_once_and_not_ended(qtbot: QtBot) -> None:
    taken: list[str] = []
    ended: list[str] = []
    lane = Lane(Marshal(), "test")
    lane.submit(lambda: "player", taken.append, taken.append, ended.append)
    qtbot.waitUntil(lambda: taken == ["player"])
    lane.close()
    assert (taken, ended) == (["player"], [])


def test_what_was_made_for_a_window_that_has_closed_meanwhile_is_ended(qtbot: QtBot) -> None:
    begun, go_on = Event(), Event()
    taken: list[str] = []
    ended: list[str] = []

    def make() -> str:
        begun.set()
        go_on.wait(PATIENCE_S)
        return "session"

    lane = Lane(Marshal(), "test")
    lane.submit(make, taken.append, taken.append, ended.append)
    assert begun.wait(PATIENCE_S)
    go_on.set()
    lane.close()
    assert ended == ["session"]
    qtbot.wait(1)
    assert taken == []
