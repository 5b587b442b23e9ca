"""The library in the window: folders, search, marks, listening, what is left out."""

from dataclasses import replace
from math import inf, nan
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.gui.conftest import VIDEO, House
from tests.gui.fakes import order, suggestion
from tivm_desktop.domain.finding import Column, Order, Query
from tivm_desktop.domain.found_track import FoundTrack
from tivm_desktop.domain.indexing import IndexPace
from tivm_desktop.domain.library_status import LibraryState, LibraryStatus
from tivm_desktop.domain.marks import Marks
from tivm_desktop.domain.suggestion import SkippedTrack
from tivm_desktop.domain.track_facts import UNKNOWN, Depth, TrackFacts
from tivm_desktop.gui.row_places import ROW_PX
from tivm_desktop.gui.settings import Settings

MUSIC, MORE = Path("/music"), Path("/more")
FACTS = TrackFacts(Depth.FULL, 200.0, 96.0, 9, "minor", -12.0, -0.9, 0.1, 0.8, 0.2)


def press(house: House, key: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(house.window, key, with_)


# Folders


def test_a_second_folder_joins_the_first_and_both_are_remembered(house: House, tmp_path: Path) -> None:
    house.window.open_folder(MUSIC)
    house.window.open_folder(MORE)
    assert house.session.asked("set_music_folders")[-1] == ((MUSIC, MORE),)
    house.settings.flush()
    assert Settings(tmp_path / "window.ini").music_folders == (MUSIC, MORE)
    assert house.window.top.folders.text() == "2 music folders"


def test_a_folder_that_is_in_the_library_is_looked_at_again(house: House) -> None:
    house.window.open_folder(MUSIC)
    house.window.open_folder(MUSIC / "loud")
    assert house.engine.library.folders == (MUSIC,)
    assert house.session.asked("rescan") == [()]


def test_a_folder_around_others_takes_their_place(house: House) -> None:
    house.window.open_folder(MUSIC / "loud")
    house.window.open_folder(MORE)
    house.window.open_folder(MUSIC)
    assert house.engine.library.folders == (MORE, MUSIC)


def test_removing_a_folder_can_be_undone(house: House) -> None:
    house.window.open_folder(MUSIC, MORE)
    house.window.library.folders.popover.removed.emit(MUSIC)
    assert house.engine.library.folders == (MORE,)
    assert house.window.message.action() == "Undo"
    house.window.message.press()
    assert house.engine.library.folders == (MUSIC, MORE)
    assert not house.window.message.isVisible()


def test_a_folder_of_the_time_before_there_were_several_is_kept(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "old.ini")
    settings.remember("music/folder", "/old")
    assert settings.music_folders == (Path("/old"),)


# Search


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


# Marks


def test_keys_mark_the_current_track_and_the_session_keeps_it(playing: House) -> None:
    view = playing.window.tracks.view
    view.setCurrentIndex(playing.window.tracks.model.index(1, 0))
    path = playing.window.tracks.model.suggestions[1].path
    press(playing, Qt.Key.Key_F)
    press(playing, Qt.Key.Key_4)
    assert playing.session.asked("set_marks") == [
        (path, Marks(favourite=True)),
        (path, Marks(rating=4, favourite=True)),
    ]
    assert playing.window.tracks.model.suggestions[1].marks == Marks(rating=4, favourite=True)


def test_marks_outlast_an_order_from_before_they_were_made(playing: House) -> None:
    tracks = playing.window.tracks
    first = tracks.model.suggestions[0]
    playing.window.library.marks.rate(first, 5)
    tracks.model.show(order("b", "a", "c"))
    assert tracks.model.suggestions[1].marks.rating == 5
    tracks.model.show(tuple(replace(one, marks=Marks(rating=5)) for one in order("a")))
    tracks.model.show(order("a"))
    assert tracks.model.suggestions[0].marks.rating == 0


def test_a_heart_and_stars_in_the_row_are_clicked_and_nothing_enters(playing: House) -> None:
    view = playing.window.tracks.view
    before = len(playing.player.asked("set_track"))
    heart = QPoint(view.width() - 29, ROW_PX // 2 + 11)
    for at in (heart, heart - QPoint(9 + 6 + 7, 0)):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    marks = [call[1] for call in playing.session.asked("set_marks")]
    assert marks == [Marks(favourite=True), Marks(rating=5, favourite=True)]
    assert len(playing.player.asked("set_track")) == before


def test_never_suggesting_a_track_can_be_undone(playing: House) -> None:
    track = playing.window.tracks.model.suggestions[2]
    playing.window.library.marks.toggle_never(track)
    assert playing.session.asked("set_marks")[-1] == (track.path, Marks(never=True))
    playing.window.message.press()
    assert playing.session.asked("set_marks")[-1] == (track.path, Marks())


def test_tags_and_note_are_kept_when_the_editor_closes(playing: House) -> None:
    track = playing.window.tracks.model.suggestions[0]
    marks = playing.window.library.marks
    marks.write(track)
    marks.editor.tags.setText("wedding,  rain , wedding")
    marks.editor.note.setPlainText("For the second act.\n")
    marks.editor.close()
    wanted = Marks(tags=("rain", "wedding"), notes="For the second act.")
    assert playing.session.asked("set_marks") == [(track.path, wanted)]
    marks.write(track)
    marks.editor.close()
    assert len(playing.session.asked("set_marks")) == 1


def test_a_track_that_was_not_listened_to_is_not_marked(playing: House) -> None:
    track = suggestion("new", depth=Depth.NONE, fit=nan)
    playing.window.library.marks.toggle_favourite(track)
    assert playing.session.asked("set_marks") == []
    assert playing.window.status.text() == "new can be marked once it was listened to."


# Listening


@pytest.mark.parametrize(
    ("status", "says"),
    [
        (LibraryStatus((MUSIC,), state=LibraryState.SCANNING), "Looking at the music folders…"),
        (
            LibraryStatus((MUSIC,), 1200, 300, 0, LibraryState.INDEXING, 340.0),
            "Listening · 300 of 1,200 · 6 min left",
        ),
        (
            LibraryStatus((MUSIC,), 12, 12, 3, LibraryState.INDEXING, 20.0),
            "Listening in full · 3 of 12 · less than a minute left",
        ),
        (
            LibraryStatus((MUSIC,), 12, 3, 0, LibraryState.WAITING, why_waiting="on battery"),
            "Waiting: on battery · 3 of 12",
        ),
        (LibraryStatus((MUSIC,), 12, 3, 0, LibraryState.PAUSED), "Listening is paused · 3 of 12"),
        (LibraryStatus((MUSIC,), 12, 12, 12), ""),
    ],
)
def test_one_line_says_how_listening_goes(house: House, status: LibraryStatus, says: str) -> None:
    house.engine.marshal.library_changed(status)
    assert house.window.library.index.bar.text() == says


def test_listening_is_paused_and_goes_on(house: House) -> None:
    press(house, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    press(house, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    names = [call[0] for call in house.session.calls]
    assert names[-2:] == ["pause_indexing", "resume_indexing"]


def test_the_pace_is_kept(house: House) -> None:
    pace = IndexPace(workers=1, only_when_idle=True, wait_on_battery=True)
    house.window.library.index.popover.chosen.emit(pace)
    assert house.session.asked("set_pace") == [(pace,)]
    assert house.settings.text("library/only_when_idle") == "yes"


def test_rows_on_the_screen_are_told_once_they_rest(playing: House) -> None:
    playing.bot.waitUntil(lambda: bool(playing.session.asked("set_in_view")))
    paths = tuple(shown.path for shown in playing.window.tracks.model.suggestions)
    assert playing.session.asked("set_in_view") == [(paths,)]


# What is left out


def test_files_left_out_are_tried_again_and_copied(house: House) -> None:
    house.window.open_folder(MUSIC)
    failed = (SkippedTrack(MUSIC / "x.mp3", "x is empty."), SkippedTrack(MUSIC / "y.mp3", "y is broken."))
    house.engine.marshal.library_changed(LibraryStatus((MUSIC,), 9, 7, 7, failed=failed))
    control = house.window.library.left_out
    control.open()
    assert control.list.files == failed
    control.list.again.click()
    control.list.again_asked.emit([failed[1].path])
    assert house.session.asked("try_again") == [(None,), ([failed[1].path],)]
    control.copy()
    text = QGuiApplication.clipboard().text()
    assert text.splitlines() == [f"{one.path}\t{one.reason}" for one in failed]
    house.engine.marshal.library_changed(LibraryStatus((MUSIC,), 7, 7, 7))
    assert not control.list.isVisible()
