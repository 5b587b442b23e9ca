"""What a person says of tracks: by keys, in the row, in its editor."""

from dataclasses import replace
from math import nan

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.gui.conftest import House
from tests.gui.fakes import order, suggestion
from tivm_desktop.domain.marks import Marks
from tivm_desktop.domain.track_facts import Depth
from tivm_desktop.gui.row_places import row_px


def press(house: House, key: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(house.window, key, with_)


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
    heart = QPoint(view.width() - 29, row_px() // 2 + 11)
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


def test_ctrl_enter_in_the_note_closes_the_editor_and_keeps_it(playing: House) -> None:
    track = playing.window.tracks.model.suggestions[0]
    editor = playing.window.library.marks.editor
    playing.window.library.marks.write(track)
    QTest.keyClicks(editor.note, "slow")
    QTest.keyClick(editor.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not editor.isVisible()
    assert playing.session.asked("set_marks") == [(track.path, Marks(notes="slow"))]
