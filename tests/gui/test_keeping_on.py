"""What the window is at outlasts the window, however it ends."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from tests.gui.conftest import House
from tests.gui.fakes import order, suggestion, track_analysis
from tivm_desktop.domain.finding import Query
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.gui.crash_notice import COPY, said_at
from tivm_desktop.gui.keeping_on import CONTINUE, KeepingOn
from tivm_desktop.gui.kept_session import SessionKeeper
from tivm_desktop.gui.lane import Lane
from tivm_desktop.gui.single_instance import BESIDE, Turn
from tivm_desktop.library.profile import Profile
from tivm_desktop.runs.ended import Ended
from tivm_desktop.runs.kept_session import KeptSession, read_session, write_session
from tivm_desktop.runs.mark import ENDED, ENDING, RUNNING, RunFacts, RunMark, peek

TRACK = suggestion("a").path
LATER = """
import sys
from pathlib import Path
from tivm_desktop.gui.kept_session import SessionKeeper
from tivm_desktop.gui.lane import Lane
from tivm_desktop.gui.single_instance import take_turn
from tivm_desktop.library.profile import Profile
print(take_turn(Profile(Path(sys.argv[1])), [Path(sys.argv[2])], 0).handed_over)
"""


@dataclass
class Start:
    """A window that goes on where another was, in a profile of its own."""

    house: House
    profile: Profile
    video: Path
    made: list[KeepingOn]

    def begin(
        self, ended: Ended | None = None, turn: Turn | None = None, *, asked: bool = False
    ) -> KeepingOn:
        """Begin to keep on, as a start does once the window was painted."""
        house = self.house
        turn = turn or Turn(RunMark(self.profile.mark_file))
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        keeping = KeepingOn(
            application, house.window, house.engine, house.settings, self.profile, turn, ended, asked=asked
        )
        self.made.append(keeping)
        house.window.usable.emit()
        return keeping

    def kept(self) -> KeptSession | None:
        """What the next start would find."""
        return read_session(self.profile.session_file)

    def keep(self, **more: object) -> KeptSession:
        """Have a session found by this start."""
        session = replace(KeptSession(self.video, position_s=4.5), **more)  # type: ignore[arg-type]
        write_session(self.profile.session_file, session)
        return session

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait for something that is done off the GUI thread."""
        self.house.bot.waitUntil(until, timeout=5000)

    def facts(self) -> RunFacts:
        """What this run says of itself."""
        facts = peek(self.profile.mark_file)
        assert facts is not None
        return facts


@pytest.fixture
def start(house: House, tmp_path: Path) -> Iterator[Start]:
    profile = Profile(tmp_path / "profile")
    profile.create()
    video = tmp_path / "cut.mp4"
    video.touch()
    house.session.analyses[TRACK] = track_analysis()
    made = Start(house, profile, video, [])
    yield made
    house.window.close()
    for keeping in made.made:
        keeping.finish()


def crash(**more: object) -> Ended:
    facts = replace(RunFacts(RUNNING, 1000.0), **more)  # type: ignore[arg-type]
    return Ended(facts, 1900.0, "Fatal Python error: Aborted", ("opening /v/Secret.mp4",))


# Keeping


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


# Bringing back


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
    assert house.engine.auditions.is_moved(track.path) == moved


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
    start.wait(empty.continue_button.isVisible)
    assert "cut.mp4" in empty.continue_button.accessibleName()
    assert start.house.engine.video is None
    empty.continue_button.click()
    start.wait(lambda: start.house.engine.video is not None)
    assert start.house.player.asked("seek")[-1] == (4.5,)
    assert start.house.window.message.text() == ""


def test_who_wants_it_at_every_start_gets_it(start: Start) -> None:
    start.house.settings.remember(CONTINUE, "yes")
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
    assert start.house.window.empty.continue_button.isVisible()


# Saying


def test_the_end_is_told_in_one_sentence_and_its_report_can_be_copied(start: Start) -> None:
    start.keep(playing=True)
    start.begin(crash())
    tell_library(start)
    message = start.house.window.message
    start.wait(lambda: message.text() != "")
    assert message.text().endswith(
        "while cut.mp4 was playing. Your library is whole. You are back where you were."
    )
    assert message.action() == COPY
    message.press()
    report = QGuiApplication.clipboard().text()
    assert "Fatal Python error: Aborted" in report
    assert "Secret" not in report
    assert len(list(start.profile.log_folder.glob("crash-*.txt"))) == 1
    assert "Nothing was sent" in start.house.window.status.text()


def test_a_library_that_was_damaged_is_not_called_whole(start: Start) -> None:
    start.begin(crash(state="starting"))
    start.house.engine.marshal.warned("The library was damaged.")
    tell_library(start)
    message = start.house.window.message
    start.wait(lambda: message.action() == COPY)
    assert "while it was starting. The library was damaged." in message.text()
    assert "whole" not in message.text()


def test_what_was_said_before_is_not_wiped_away(start: Start) -> None:
    start.begin(crash())
    start.house.window.tell("No sound device was found.")
    tell_library(start)
    message = start.house.window.message
    start.wait(lambda: message.action() == COPY)
    assert message.text().endswith("Your library is whole. No sound device was found.")


def test_no_news_is_no_sentence(start: Start) -> None:
    start.begin()
    tell_library(start)
    start.wait(lambda: start.facts().server != "")
    assert start.house.window.message.text() == ""


def test_when_it_was_is_said_as_people_say_it() -> None:
    now = datetime(2026, 11, 23, 15, 0).astimezone()
    for passed, said in (
        (timedelta(minutes=58), "today at 14:02"),
        (timedelta(days=2, minutes=58), "on 21 Nov at 14:02"),
        (timedelta(days=365), "on 23 Nov 2025 at 15:00"),
    ):
        assert said_at((now - passed).timestamp(), now) == said


# Being the only one


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
    start.begin(turn=Turn(says=BESIDE))
    assert start.house.window.message.text() == BESIDE
    start.house.open(start.video)
    start.house.window.close()
    start.made.pop().finish()
    assert start.kept() is None
    assert not start.profile.mark_file.exists()


def tell_library(start: Start) -> None:
    """Say that the library is open, which means that it was checked."""
    start.house.engine.pack_named.emit("toy 1")


def write_mark(file: Path, facts: RunFacts) -> None:
    """Leave the mark of a run that said this and did not come to its end."""
    file.write_bytes(json.dumps(asdict(facts)).encode().ljust(1000))
