"""The window tells what the engine does, and only about what it shows."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.gui.conftest import House
from tests.gui.fakes import FakePlayer, FakeSession, order, parts, suggestion, track_analysis, video_analysis
from tivm_desktop.domain.errors import MediaError
from tivm_desktop.domain.library_status import LibraryState, LibraryStatus
from tivm_desktop.domain.mix import Mix
from tivm_desktop.gui.engine import Engine
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.intake import Intake
from tivm_desktop.gui.marshal import Marshal
from tivm_desktop.gui.output_button import SILENT
from tivm_desktop.gui.settings import Settings
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.window import MainWindow

VIDEO, OTHER, FOLDER = Path("/v/cut.mp4"), Path("/v/other.mp4"), Path("/music")


def test_an_empty_window_says_what_to_do(house: House) -> None:
    assert house.window.empty.isVisible()
    assert house.window.tracks.hint.text() == "Where is your music?"
    house.window.open_folder(FOLDER)
    assert house.window.tracks.hint.text() == "Ready when your video is"
    house.open(VIDEO)
    assert house.window.tracks.hint.text() == "Looking at the picture"


def test_a_click_enters_the_track_where_it_fits_at_the_common_level(house: House) -> None:
    house.open(VIDEO)
    track = suggestion("Embers", placement_s=7.5, integrated_lufs=-10.0)
    house.session.analyses[track.path] = track_analysis(peak_dbfs=-0.2)
    house.engine.marshal.ranked(VIDEO, (track,))
    with house.bot.waitSignal(house.engine.auditions.entered):
        QTest.mouseClick(house.window.tracks.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(120, 30))
    assert house.player.asked("set_track")[-1] == (track.path, 7.5, -6.0)
    assert house.player.asked("seek") == []
    assert house.player.state.playing


def test_of_two_quick_choices_only_the_last_enters(house: House) -> None:
    house.open(VIDEO)
    first, second = order("a", "b")
    with house.bot.waitSignal(house.engine.auditions.entered) as heard:
        house.engine.auditions.enter(first, play=True)
        house.engine.auditions.enter(second, play=True)
    assert heard.args[0].suggestion == second
    assert [call[0] for call in house.player.asked("set_track") if call[0]] == [second.path]


def test_stepping_while_paused_stays_paused(house: House) -> None:
    house.open(VIDEO)
    house.player.pause()
    with house.bot.waitSignal(house.engine.auditions.entered):
        house.engine.auditions.enter(suggestion("a"), play=False)
    assert not house.player.state.playing


def test_a_click_on_the_timeline_seeks(house: House) -> None:
    house.open(VIDEO)
    timeline = house.window.timeline.timeline
    QTest.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=QPoint(timeline.width() // 2, 50))
    assert house.player.asked("seek") == [(5.0,)]


def test_news_of_an_earlier_video_is_not_shown(house: House) -> None:
    house.open(VIDEO)
    house.open(OTHER)
    marshal = house.engine.marshal
    marshal.ranked(VIDEO, order("a"))
    marshal.video_ready(VIDEO, video_analysis())
    marshal.video_failed(VIDEO, "cut.mp4 is broken.")
    marshal.library_changed(LibraryStatus((FOLDER,), total=2, coarse=1))
    assert house.window.tracks.model.rowCount() == 0
    assert house.window.timeline.looking
    assert house.window.message.text() == ""
    assert not house.window.top.analysing


def test_another_video_empties_the_list_and_silences_the_track(house: House) -> None:
    house.open(VIDEO)
    house.engine.marshal.ranked(VIDEO, order("a", "b"))
    house.open(OTHER)
    assert house.window.tracks.model.rowCount() == 0
    assert house.player.asked("set_track")[-1] == (None, 0.0, 0.0)


def test_the_folder_tells_how_far_it_is(house: House) -> None:
    house.window.open_folder(FOLDER)
    assert house.window.top.count_text() == "Looking for music…"
    status = LibraryStatus((FOLDER,), total=197, coarse=57, full=3, state=LibraryState.INDEXING)
    house.engine.marshal.library_changed(status)
    assert house.window.library.index.bar.text() == "Listening · 57 of 197"
    assert house.window.top.analysing
    house.engine.marshal.library_changed(LibraryStatus((FOLDER,), total=197, coarse=197, full=197))
    assert house.window.top.count_text() == "197 tracks"
    assert not house.window.top.analysing


def test_a_folder_that_is_gone_is_told(house: House) -> None:
    house.window.open_folder(FOLDER)
    house.engine.marshal.folder_failed(FOLDER, "The folder /music is not there any more; choose it again.")
    assert "not there any more" in house.window.message.text()
    assert not house.window.top.analysing


def test_a_video_that_cannot_be_analysed_still_plays_and_says_why(house: House) -> None:
    house.open(VIDEO)
    house.engine.marshal.video_failed(VIDEO, "cut.mp4 broke its decoder: convert it.")
    assert house.window.message.text() == "cut.mp4 broke its decoder: convert it."
    assert not house.window.timeline.looking
    assert house.player.state.playing


def test_without_a_sound_device_it_says_so(house: House) -> None:
    house.player.state = replace(house.player.state, device=None)
    house.bot.waitUntil(lambda: house.window.status.device_text() == SILENT)


def test_an_error_of_the_player_waits_for_a_video_and_is_told_once(house: House) -> None:
    told: list[str] = []
    house.window.problem_told.connect(told.append)
    house.player.state = replace(house.player.state, error="The sound device went away: plug it in.")
    with house.bot.waitSignals([house.engine.state_changed] * 2):
        pass
    assert told == []
    house.open(VIDEO)
    house.bot.waitUntil(lambda: bool(told))
    with house.bot.waitSignals([house.engine.state_changed] * 3):
        pass
    assert told == ["The sound device went away: plug it in."]
    house.player.state = replace(house.player.state, error=None)
    house.bot.waitUntil(lambda: not house.window.message.isVisible())


def test_a_player_that_refuses_a_video_is_heard(house: House) -> None:
    house.player.open_error = MediaError(VIDEO, "cut.mp4 can't be opened: copy it again.")
    house.open(VIDEO)
    assert house.window.message.text() == "cut.mp4 can't be opened: copy it again."


def test_the_chip_says_how_many_wait_and_lets_them_in(house: House) -> None:
    house.open(VIDEO)
    tracks = house.window.tracks
    house.engine.marshal.ranked(VIDEO, order("a", "b"))
    tracks.view.settling.entered()
    house.engine.marshal.ranked(VIDEO, order("c", "a", "b", "d"))
    assert tracks.waiting_text() == "2 new  ·  Update"
    tracks.view.settling.let_out_now()
    assert tracks.waiting_text() == ""
    assert [s.title for s in tracks.model.suggestions] == ["c", "a", "b", "d"]
    tracks.view.settling.left()


def test_what_is_asked_before_the_engine_is_there_is_done_when_it_is(
    house: House, themes: Themes, icons: Icons, tmp_path: Path
) -> None:
    player, session = FakePlayer(), FakeSession()
    engine = Engine(parts(player, session), Marshal())
    window = MainWindow(engine, Settings(tmp_path / "later.ini"), themes, icons)
    house.bot.addWidget(window)
    with house.bot.waitSignal(engine.taken_in):
        engine.take_in([tmp_path, VIDEO])
    assert player.calls == []
    with house.bot.waitSignals([engine.player_ready, engine.pack_named]):
        engine.start()
    assert player.asked("open_video") == [(VIDEO,)]
    assert session.asked("set_video") == [(VIDEO,)]
    assert session.asked("set_music_folders") == [((tmp_path,),)]
    window.close()
    assert player.calls[-1] == ("close",)
    assert session.calls[-1] == ("close",)


def test_the_next_start_looks_the_same(house: House, themes: Themes, icons: Icons, tmp_path: Path) -> None:
    house.window.resize(799, 610)
    house.settings.remember_volume("music", 0.25)
    house.window.close()
    player = FakePlayer()
    engine = Engine(parts(player, FakeSession()), Marshal())
    again = MainWindow(engine, Settings(tmp_path / "window.ini"), themes, icons)
    house.bot.addWidget(again)
    assert again.height() == 610
    with house.bot.waitSignals([engine.player_ready, engine.pack_named]):
        engine.start()
    assert ("set_mix", Mix(music_volume=0.25)) in player.calls
    again.close()


def test_a_settings_file_that_was_spoilt_is_no_obstacle(qapp: object, tmp_path: Path) -> None:
    del qapp
    file = tmp_path / "window.ini"
    file.write_bytes(b"[volume]\nmusic=loud\n[layout]\nwindow=x\n\xff\xfe[[[")
    settings = Settings(file)
    assert settings.volume("music") == 1.0
    assert settings.layout("window") is None
    assert settings.music_folders == ()


def test_an_intake_without_anything_new_changes_nothing(house: House) -> None:
    house.engine.taken_in.emit(Intake())
    assert house.window.empty.isVisible()
