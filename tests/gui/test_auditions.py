"""What lies under the video, apart from any window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication

from tests.gui.conftest import House
from tests.gui.fakes import FakePlayer, FakeSession, suggestion, track_analysis
from tivm_desktop.domain.level_match import LevelMatch
from tivm_desktop.domain.placed_track import PlacedTrack
from tivm_desktop.gui.auditions import Auditions, Found


@dataclass
class Alone:
    """Auditions without a window; what is looked up is found when the test says so."""

    player: FakePlayer
    session: FakeSession
    asked: list[Callable[[], None]]
    auditions: Auditions

    def look_up(self) -> None:
        """Find all that was asked for, in order."""
        while self.asked:
            self.asked.pop(0)()

    def standby(self) -> tuple[PlacedTrack, ...]:
        """Return who stands by."""
        (tracks,) = self.player.asked("set_standby")[-1]
        assert isinstance(tracks, tuple)
        return tracks


@pytest.fixture
def alone(qapp: QApplication) -> Alone:
    del qapp
    player, session, asked = FakePlayer(), FakeSession(), list[Callable[[], None]]()

    def look_up(find: Callable[[], Sequence[Found]], take: Callable[[Sequence[Found]], None]) -> None:
        asked.append(lambda: take(find()))

    auditions = Auditions(lambda call: call(player), look_up, lambda: session)
    return Alone(player, session, asked, auditions)


@pytest.fixture
def entered(playing: House) -> House:
    with playing.bot.waitSignal(playing.engine.auditions.entered):
        playing.engine.auditions.enter(suggestion("a"), play=True)
    return playing


def test_a_track_enters_where_it_is_suggested(entered: House) -> None:
    current = entered.engine.auditions.current
    assert current is not None
    assert current.placed.placement_s == 12.0
    assert entered.player.asked("set_track")[-1] == (current.placed.path, 12.0, current.placed.gain_db)


def test_a_track_that_was_moved_stays_there_when_it_comes_back(entered: House) -> None:
    auditions = entered.engine.auditions
    auditions.place(11.5)
    with entered.bot.waitSignal(auditions.entered):
        auditions.enter(suggestion("b"), play=False)
    with entered.bot.waitSignal(auditions.entered):
        auditions.enter(suggestion("a"), play=False)
    assert entered.player.asked("set_track")[-1][1] == 11.5
    assert suggestion("a").path in auditions.moves
    auditions.place(None)
    assert entered.player.asked("set_track")[-1][1] == 12.0
    assert suggestion("a").path not in auditions.moves


def test_levels_change_at_once(entered: House) -> None:
    auditions = entered.engine.auditions
    with entered.bot.waitSignal(auditions.placed):
        auditions.set_level(LevelMatch(on=False))
    assert entered.player.asked("set_track")[-1] == (suggestion("a").path, 12.0, 0.0)


def test_tracks_stand_by_with_place_and_level(alone: Alone) -> None:
    alone.session.analyses[suggestion("b").path] = track_analysis(peak_dbfs=-20.0)
    alone.auditions.set_level(LevelMatch(target_lufs=-8.0))
    alone.auditions.stand_by([suggestion("b"), suggestion("c")])
    alone.look_up()
    assert [(one.path.stem, one.gain_db) for one in alone.standby()] == [("b", 2.0), ("c", -1.0)]
    assert {one.placement_s for one in alone.standby()} == {12.0}
    alone.auditions.set_level(LevelMatch(on=False))
    assert {one.gain_db for one in alone.standby()} == {0.0}


def test_a_track_that_stands_by_enters_at_once(alone: Alone) -> None:
    alone.auditions.stand_by([suggestion("b")])
    alone.look_up()
    alone.auditions.enter(suggestion("b", rank=3), play=False)
    assert alone.auditions.current is not None
    assert alone.auditions.current.suggestion == suggestion("b", rank=3)
    assert alone.player.asked("set_track")[-1][0] == suggestion("b").path


def test_the_newest_wins_over_one_that_is_being_looked_up(alone: Alone) -> None:
    alone.auditions.stand_by([suggestion("b")])
    alone.look_up()
    alone.auditions.enter(suggestion("c"), play=False)
    alone.auditions.enter(suggestion("b"), play=False)
    alone.look_up()
    assert alone.auditions.current is not None
    assert alone.auditions.current.suggestion == suggestion("b")


def test_those_asked_for_last_stand_by(alone: Alone) -> None:
    alone.auditions.stand_by([suggestion("b")])
    alone.auditions.stand_by([suggestion("c")])
    alone.look_up()
    assert alone.player.asked("set_standby") == [(alone.standby(),)]
    assert [one.path.stem for one in alone.standby()] == ["c"]


def test_nothing_to_move_without_a_track(entered: House) -> None:
    entered.engine.auditions.leave()
    before = len(entered.player.calls)
    entered.engine.auditions.place(3.0)
    assert len(entered.player.calls) == before


def test_a_track_that_is_not_placed_yet_is_placed_before_it_enters(entered: House) -> None:
    auditions = entered.engine.auditions
    row = suggestion("far down", placement_s=0.0, why=(), fit_curve=(), placed=False)
    placed = suggestion("far down", placement_s=31.5)
    entered.session.placements[row.path] = placed
    with entered.bot.waitSignal(auditions.entered):
        auditions.enter(row, play=False)
    assert auditions.current is not None
    assert auditions.current.suggestion == placed
    assert entered.player.asked("set_track")[-1][:2] == (row.path, 31.5)
    assert auditions.placing(suggestion("a"))().placement_s == 12.0
    auditions.leave()
    assert auditions.placing(row)().placement_s == 31.5


def test_a_track_heard_in_windows_only_enters_from_its_start(entered: House) -> None:
    row = suggestion("new", placement_s=0.0, why=(), fit_curve=(), placed=False)
    with entered.bot.waitSignal(entered.engine.auditions.entered):
        entered.engine.auditions.enter(row, play=False)
    assert entered.player.asked("set_track")[-1][:2] == (row.path, 0.0)


def test_what_is_not_placed_does_not_stand_by(alone: Alone) -> None:
    alone.auditions.stand_by([suggestion("b"), suggestion("c", placed=False)])
    alone.look_up()
    assert [one.path.stem for one in alone.standby()] == ["b"]


def test_a_track_that_is_heard_in_full_meanwhile_shows_its_waveform_and_stays(
    entered: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    auditions, session = entered.engine.auditions, entered.session
    waveforms: list[object] = []
    monkeypatch.setattr(entered.window.timeline.timeline, "set_track", waveforms.append)
    row = suggestion("new", placement_s=0.0, why=(), fit_curve=(), placed=False)
    with entered.bot.waitSignal(auditions.entered):
        auditions.enter(row, play=True)
    session.analyses[row.path] = analysis = track_analysis()
    placed = suggestion("new", placement_s=31.5)
    sent = len(entered.player.asked("set_track"))
    with entered.bot.waitSignal(auditions.heard):
        auditions.learn([suggestion("a"), placed])
    assert waveforms[0] is None
    assert waveforms[-1] is analysis.sound.peaks
    assert auditions.current is not None
    assert (auditions.current.suggestion, auditions.current.placed.placement_s) == (placed, 0.0)
    assert len(entered.player.asked("set_track")) == sent
    auditions.place(None)
    assert entered.player.asked("set_track")[-1][:2] == (row.path, 31.5)


def test_what_is_known_already_is_not_looked_up_again(alone: Alone) -> None:
    alone.auditions.learn([suggestion("a")])
    alone.auditions.enter(suggestion("a"), play=False)
    alone.look_up()
    alone.auditions.learn([suggestion("a", placement_s=3.0)])
    alone.auditions.learn([suggestion("b")])
    assert alone.asked == []


def test_what_is_learnt_of_a_track_that_was_left_counts_for_nothing(alone: Alone) -> None:
    told: list[object] = []
    alone.auditions.heard.connect(told.append)
    alone.auditions.enter(suggestion("a", placed=False), play=False)
    alone.look_up()
    alone.auditions.learn([suggestion("a")])
    alone.auditions.leave()
    alone.look_up()
    assert told == []


def test_a_track_that_stood_by_for_another_range_is_placed_anew(alone: Alone) -> None:
    alone.auditions.stand_by([suggestion("a", placement_s=10.0)])
    alone.look_up()
    row = suggestion("a", placed=False)
    alone.session.placements[row.path] = suggestion("a", placement_s=77.0)
    alone.auditions.enter(row, play=False)
    alone.look_up()
    assert alone.auditions.current is not None
    assert alone.auditions.current.placed.placement_s == 77.0
