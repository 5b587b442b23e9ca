"""Search, filters and order of the list."""

from math import inf
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import VIDEO, House
from tests.gui.fakes import FakePlayer, FakeSession, order, parts
from tivm_desktop.domain.finding import Column, Order, Query
from tivm_desktop.domain.found_track import FoundTrack
from tivm_desktop.domain.library_status import LibraryStatus
from tivm_desktop.domain.marks import Marks
from tivm_desktop.domain.suggestion import SkippedTrack
from tivm_desktop.domain.track_facts import UNKNOWN, Depth, TrackFacts
from tivm_desktop.gui.engine import Engine
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.marshal import Marshal
from tivm_desktop.gui.settings import Settings
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.window import MainWindow

MUSIC = Path("/music")
FACTS = TrackFacts(Depth.FULL, 200.0, 96.0, 9, "minor", -12.0, -0.9, 0.1, 0.8, 0.2)


def press(house: House, key: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(house.window, key, with_)


def test_what_is_typed_is_looked_for_once_it_rests(playing: House) -> None:
    press(playing, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = playing.window.tracks.search.field
    QTest.keyClicks(field, "rain")
    playing.bot.waitUntil(lambda: playing.session.asked("set_query")[-1:] == [(Query("rain"), Order())])
    QTest.keyClick(field, Qt.Key.Key_Escape)
    playing.bot.waitUntil(lambda: playing.session.asked("set_query")[-1] == (Query(), Order()))
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert playing.window.tracks.view.hasFocus()


def test_an_answer_is_shown_at_once_though_the_pointer_is_over_the_list(playing: House) -> None:
    tracks = playing.window.tracks
    tracks.view.settling.entered()
    playing.window.library.search.look_for(Query("b"))
    playing.engine.marshal.ranked(VIDEO, order("b"))
    assert [shown.title for shown in tracks.model.suggestions] == ["b"]
    assert tracks.count_text() == "1 found by fit"
    tracks.view.settling.left()


def test_filters_are_chips_that_can_be_taken_away(playing: House) -> None:
    search = playing.window.library.search
    search.look_for(Query(tempo_bpm=(90.0, inf), energy=(-inf, -0.5), vocals=False, least_rating=4))
    bar = playing.window.tracks.search
    assert bar.chips() == ["★★★★ or more", "calm", "instrumental", "from 90 bpm"]
    bar.filter_removed.emit("energy")
    assert playing.session.asked("set_query")[-1][0] == Query(
        tempo_bpm=(90.0, inf), vocals=False, least_rating=4
    )
    assert bar.chips() == ["★★★★ or more", "instrumental", "from 90 bpm"]


def test_nothing_found_says_what_to_do(playing: House) -> None:
    playing.window.library.search.look_for(Query("zzz"))
    playing.engine.marshal.ranked(VIDEO, ())
    tracks = playing.window.tracks
    assert tracks.model.rowCount() == 0
    assert tracks.search.isVisible()
    tracks.clear_asked.emit()
    assert playing.session.asked("set_query")[-1] == (Query(), Order())


def test_the_order_of_the_list_is_remembered(playing: House) -> None:
    playing.window.library.search.sort(Order(Column.TITLE, descending=False))
    assert playing.session.asked("set_query")[-1] == (Query(), Order(Column.TITLE, descending=False))
    playing.engine.marshal.ranked(VIDEO, order("a", "b"))
    assert playing.window.tracks.count_text() == "2 ranked by title"
    assert playing.settings.text("list/sorted_by") == "title"


def test_a_list_that_is_cut_says_so(house: House) -> None:
    house.open(VIDEO)
    house.window.open_folder(MUSIC)
    rows = order(*(f"t{number}" for number in range(2000)))
    house.engine.marshal.ranked(VIDEO, rows, 41_233)
    assert house.window.tracks.count_text() == "2,000 of 41,233 shown by fit"
    house.window.library.search.look_for(Query("t"))
    house.engine.marshal.ranked(VIDEO, rows, 5_321)
    assert house.window.tracks.count_text() == "2,000 of 5,321 found by fit"


def test_without_a_video_the_library_is_listed_and_told_in_words(house: House) -> None:
    house.window.open_folder(MUSIC)
    known = FoundTrack(MUSIC / "a.ogg", "Rain", "Somebody", "Weather", FACTS, Marks(rating=3))
    new = FoundTrack(MUSIC / "b.ogg", "", "", "", UNKNOWN)
    failed = (SkippedTrack(MUSIC / "b.ogg", "b is broken."),)
    house.engine.marshal.library_changed(LibraryStatus((MUSIC,), 2, 1, 1, failed=failed))
    house.engine.marshal.found((known, new), 2)
    first, second = house.window.tracks.model.suggestions
    assert second.why == ("can't be listened to",)
    assert not house.window.tracks.tour.isVisible()
    assert first.why == ("calm", "tense", "A minor", "Weather")
    assert (first.marks.rating, second.title) == (3, "b")
    assert house.window.tracks.count_text() == "2 tracks"
    house.window.tracks.view.chosen.emit(first)
    assert house.window.status.text() == "Open a video to hear tracks under it."
    assert house.player.asked("set_track") == []


def test_the_order_is_the_one_of_last_time(
    qtbot: QtBot, themes: Themes, icons: Icons, tmp_path: Path
) -> None:
    settings = Settings(tmp_path / "window.ini")
    settings.remember("list/sorted_by", "title")
    settings.remember("list/descending", "no")
    session = FakeSession()
    engine = Engine(parts(FakePlayer(), session), Marshal())
    window = MainWindow(engine, settings, themes, icons)
    qtbot.addWidget(window)
    with qtbot.waitSignal(engine.pack_named):
        engine.start()
    assert session.asked("set_query") == [(Query(), Order(Column.TITLE, descending=False))]
    window.close()


def test_the_menu_sorts_and_turns_the_list_round(playing: House) -> None:
    menu = playing.window.tracks.search.menu

    def choose(text: str) -> Order:
        next(action for action in menu.actions() if action.text() == text).trigger()
        asked = playing.session.asked("set_query")[-1][1]
        assert isinstance(asked, Order)
        return asked

    assert choose("Title") == Order(Column.TITLE, descending=False)
    assert choose("Reversed") == Order(Column.TITLE, descending=True)
    assert choose("Date added") == Order(Column.ADDED, descending=True)
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Date added"]


def test_the_sort_menu_opens_by_key_under_its_button(playing: House) -> None:
    search = playing.window.tracks.search
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(playing, Qt.Key.Key_S, both)
    assert search.menu.isVisible()
    assert search.menu.y() >= search.sort.mapToGlobal(QPoint()).y()
    search.menu.close()
