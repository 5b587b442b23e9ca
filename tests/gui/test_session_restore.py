"""What the window was at comes back, and nobody is held up by it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.gui.conftest import House
from tests.gui.fakes import suggestion
from tests.gui.starting import TRACK, Start, crash, started, tell_library, write_mark
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.gui.crash_notice import COPY
from tivm_desktop.gui.settings_values import keep_continued
from tivm_desktop.runs.kept_session import KeptSession
from tivm_desktop.runs.mark import RUNNING, RunFacts


@pytest.fixture
def start(house: House, tmp_path: Path) -> Iterator[Start]:
    yield from started(house, tmp_path)


def test_after_a_crash_the_video_waits_where_it_was_with_its_track(start: Start) -> None:
    house = start.house
    b = suggestion("b").path
    start.keep(range=(2.0, 8.0), loop=True, track=TRACK, moved={TRACK: 3.25}, pinned=(b,), playing=True)
    start.begin(crash())
    start.wait(lambda: house.engine.video is not None)
    assert house.player.asked("seek")[-1] == (4.5,)
    assert house.player.asked("play") == []
    assert house.engine.range == VideoRange(2.0, 8.0)
    assert house.player.asked("set_loop")[-1] == ((2.0, 8.0),)
    assert start.facts().restored


def test_its_track_comes_back_where_it_was_moved_once_it_is_ranked(start: Start, tmp_path: Path) -> None:
    house = start.house
    track = replace(suggestion("a"), path=tmp_path / "a.opus")
    track.path.touch()
    start.keep(track=track.path, moved={track.path: 3.25}, pinned=(suggestion("b").path,))
    start.begin(crash())
    start.wait(lambda: house.engine.video is not None)
    assert house.engine.auditions.current is None
    with house.bot.waitSignal(house.engine.auditions.entered):
        house.engine.marshal.ranked(start.video, (track, suggestion("b", 2)))
    assert house.player.asked("set_track")[-1][:2] == (track.path, 3.25)
    assert house.player.asked("play") == []
    assert house.window.pins.pinned == (suggestion("b").path,)
    assert house.window.tracks.view.current_path() == track.path


@pytest.mark.parametrize(("lay_s", "moved"), [(12.0, False), (20.0, True)])
def test_a_track_lies_where_it_lay_though_another_place_is_suggested_now(
    start: Start, tmp_path: Path, lay_s: float, *, moved: bool
) -> None:
    house = start.house
    track = replace(suggestion("a", placement_s=12.0), path=tmp_path / "a.opus")
    track.path.touch()
    start.keep(track=track.path, placement_s=lay_s)
    start.begin(crash())
    start.wait(lambda: house.engine.video is not None)
    with house.bot.waitSignal(house.engine.auditions.entered):
        house.engine.marshal.ranked(start.video, (track,))
    assert house.player.asked("set_track")[-1][:2] == (track.path, lay_s)
    assert (track.path in house.engine.auditions.moves) == moved


def test_what_is_on_its_way_back_is_not_forgotten_by_another_crash(start: Start, tmp_path: Path) -> None:
    track = tmp_path / "a.opus"
    track.touch()
    start.keep(track=track)
    start.begin(crash())
    start.wait(lambda: start.house.engine.video is not None)
    start.house.player.seek(9.0)
    start.wait(lambda: (start.kept() or KeptSession(start.video)).position_s == 9.0)
    kept = start.kept()
    assert kept is not None
    assert kept.track == track


def test_what_the_user_takes_meanwhile_goes_before(start: Start, tmp_path: Path) -> None:
    house = start.house
    track = replace(suggestion("late"), path=tmp_path / "late.opus")
    track.path.touch()
    start.keep(track=track.path)
    start.begin(crash())
    start.wait(lambda: house.engine.video is not None)
    with house.bot.waitSignal(house.engine.auditions.entered):
        house.engine.auditions.enter(suggestion("a"), play=False)
    house.engine.marshal.ranked(start.video, (suggestion("a"), track))
    current = house.engine.auditions.current
    assert current is not None
    assert current.suggestion.path == TRACK


def test_another_video_goes_before(start: Start, tmp_path: Path) -> None:
    other = tmp_path / "other.mp4"
    other.touch()
    start.keep()
    start.house.open(other)
    start.begin(crash())
    tell_library(start)
    start.wait(lambda: start.house.window.message.action() == COPY)
    assert start.house.engine.video is not None
    assert start.house.engine.video.path == other
    assert start.house.player.asked("seek") == []


def test_what_the_command_line_asks_for_goes_before(start: Start) -> None:
    start.keep()
    start.begin(crash(), asked=True)
    tell_library(start)
    start.wait(lambda: "ended unexpectedly" in start.house.window.message.text())
    assert start.house.engine.video is None


def test_a_video_that_is_gone_is_told_and_nothing_else_is_lost(start: Start) -> None:
    session = start.keep()
    start.video.unlink()
    start.begin(crash())
    tell_library(start)
    start.wait(lambda: "cut.mp4 is not where it was" in start.house.window.message.text())
    assert start.house.window.message.action() == COPY
    assert start.kept() == session


def test_a_track_that_is_gone_is_told_and_waited_for(start: Start, tmp_path: Path) -> None:
    start.keep(track=tmp_path / "away" / "a.opus")
    start.begin(crash())
    tell_library(start)
    start.wait(lambda: "a.opus is not where it was." in start.house.window.message.text())
    start.house.player.seek(9.0)
    start.wait(lambda: (start.kept() or KeptSession(start.video)).position_s == 9.0)
    kept = start.kept()
    assert kept is not None
    assert kept.track == tmp_path / "away" / "a.opus"


def test_after_an_orderly_end_it_is_offered(start: Start) -> None:
    start.keep()
    start.begin()
    empty = start.house.window.empty
    start.wait(empty.start.go_on.isVisible)
    assert "cut.mp4" in empty.start.go_on.accessibleName()
    assert start.house.engine.video is None
    empty.start.go_on.click()
    start.wait(lambda: start.house.engine.video is not None)
    assert start.house.player.asked("seek")[-1] == (4.5,)
    assert start.house.window.message.text() == ""


def test_who_wants_it_at_every_start_gets_it(start: Start) -> None:
    keep_continued(start.house.settings, on=True)
    start.keep()
    start.begin()
    start.wait(lambda: start.house.engine.video is not None)


def test_a_session_that_ends_every_run_is_not_brought_back_a_third_time(start: Start) -> None:
    facts = RunFacts(RUNNING, restored=True, failed_before=1)
    write_mark(start.profile.mark_file, facts)
    start.keep()
    start.begin(crash())
    tell_library(start)
    start.wait(lambda: "third time in a row" in start.house.window.message.text())
    assert start.house.engine.video is None
    assert start.house.window.empty.start.go_on.isVisible()
