"""What the window is at is kept while it is at it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from tests.gui.conftest import House
from tests.gui.fakes import order, suggestion
from tests.gui.starting import TRACK, Start, started
from tivm_desktop.domain.finding import Query
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.gui.kept_session import SessionKeeper
from tivm_desktop.gui.lane import Lane
from tivm_desktop.runs.kept_session import KeptSession
from tivm_desktop.runs.mark import ENDED, ENDING


@pytest.fixture
def start(house: House, tmp_path: Path) -> Iterator[Start]:
    yield from started(house, tmp_path)


def test_what_the_window_is_at_is_kept_while_it_is_at_it(start: Start) -> None:
    house = start.house
    start.begin()
    house.open(start.video)
    house.engine.marshal.ranked(start.video, order("a", "b"))
    house.window.pins.toggle_track(suggestion("b"))
    with house.bot.waitSignal(house.engine.auditions.entered):
        house.engine.auditions.enter(suggestion("a"), play=False)
    house.engine.auditions.place(3.25)
    house.engine.set_range(VideoRange(2.0, 8.0))
    house.window.transport.loop_toggled.emit()
    house.window.library.search.look_for(Query(text="piano"))
    house.player.pause()
    house.player.seek(6.5)
    wanted = KeptSession(
        start.video,
        position_s=6.5,
        range=(2.0, 8.0),
        loop=True,
        track=TRACK,
        placement_s=3.25,
        moved={TRACK: 3.25},
        pinned=(suggestion("b").path,),
        query=Query(text="piano"),
    )
    start.wait(lambda: start.kept() == wanted)


def test_without_a_video_what_was_kept_stays(start: Start) -> None:
    session = start.keep()
    start.begin(asked=True)
    start.house.window.close()
    start.made.pop().finish()
    assert start.kept() == session
    assert start.facts().state == ENDED


def test_the_last_moment_is_kept_at_the_end(start: Start) -> None:
    start.begin()
    start.house.open(start.video)
    start.house.player.seek(7.0)
    start.house.window.close()
    start.made.pop().finish()
    kept = start.kept()
    assert kept is not None
    assert kept.position_s == 7.0


def test_a_full_disk_is_told_once(start: Start) -> None:
    house = start.house
    told: list[str] = []
    done: list[None] = []
    start.profile.session_file.mkdir()
    lane = Lane(house.engine.marshal, "keeping")
    keeper = SessionKeeper(house.window, house.engine, lane, start.profile.session_file, told.append)
    house.open(start.video)
    for number in (1, 2):
        house.player.seek(float(number))
        keeper.look()
        lane.submit(lambda: None, done.append, told.append)
        start.wait(lambda number=number: len(done) == number)  # type: ignore[misc]
    lane.close()
    assert len(told) == 1
    assert "make room" in told[0]


def test_who_logs_out_finds_everything_kept_and_no_crash(start: Start) -> None:
    start.begin()
    start.house.open(start.video)
    start.house.player.seek(2.0)
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.commitDataRequest.emit(None)
    kept = start.kept()
    assert kept is not None
    assert kept.position_s == 2.0
    assert start.facts().state == ENDING
