"""What a drop on the window does: real Qt drag events, fakes behind."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.gui.conftest import House

NO_BUTTON, NO_KEY = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("cut.mp4", "other.mp4", "song.mp3", "notes.txt"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "tunes").mkdir()
    return tmp_path


def payload(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def enter(house: House, data: QMimeData) -> bool:
    event = QDragEnterEvent(QPoint(300, 300), Qt.DropAction.CopyAction, data, NO_BUTTON, NO_KEY)
    QApplication.sendEvent(house.window, event)
    return event.isAccepted()


def drop(house: House, data: QMimeData) -> None:
    enter(house, data)
    event = QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, data, NO_BUTTON, NO_KEY)
    QApplication.sendEvent(house.window, event)


def drop_and_wait(house: House, *paths: Path) -> None:
    with house.bot.waitSignal(house.engine.taken_in):
        drop(house, payload(*paths))


def test_a_video_plays_at_once_and_is_analysed_behind(house: House, folder: Path) -> None:
    drop_and_wait(house, folder / "cut.mp4")
    assert house.player.asked("open_video") == [(folder / "cut.mp4",)]
    assert house.player.asked("play") == [()]
    assert house.session.asked("set_video") == [(folder / "cut.mp4",)]
    assert house.window.windowTitle() == "cut.mp4 — TIVM Desktop"
    assert not house.window.empty.isVisible()
    assert house.window.timeline.looking


def test_a_folder_becomes_the_music_folder_and_is_remembered(house: House, folder: Path) -> None:
    drop_and_wait(house, folder / "tunes")
    assert house.session.asked("set_music_folders") == [((folder / "tunes",),)]
    assert house.settings.music_folders == (folder / "tunes",)
    assert house.player.asked("open_video") == []


def test_a_music_file_stands_for_its_folder(house: House, folder: Path) -> None:
    drop_and_wait(house, folder / "song.mp3")
    assert house.session.asked("set_music_folders") == [((folder,),)]


def test_video_and_folder_at_once(house: House, folder: Path) -> None:
    drop_and_wait(house, folder / "tunes", folder / "cut.mp4")
    assert house.session.asked("set_music_folders") == [((folder / "tunes",),)]
    assert house.session.asked("set_video") == [(folder / "cut.mp4",)]


def test_something_else_says_what_is_wrong_and_changes_nothing(house: House, folder: Path) -> None:
    drop_and_wait(house, folder / "cut.mp4")
    drop_and_wait(house, folder / "notes.txt")
    assert house.window.message.isVisible()
    assert house.window.message.text() == "notes.txt is not a video or a sound: choose another file."
    assert house.window.windowTitle() == "cut.mp4 — TIVM Desktop"
    assert house.player.asked("open_video") == [(folder / "cut.mp4",)]


def test_the_next_good_drop_takes_the_message_away(house: House, folder: Path) -> None:
    drop_and_wait(house, folder / "notes.txt")
    drop_and_wait(house, folder / "cut.mp4")
    assert not house.window.message.isVisible()


def test_what_is_no_file_of_this_computer_is_refused(house: House) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/cut.mp4")])
    drop(house, data)
    assert "not a file of this computer" in house.window.message.text()


def test_text_dropped_is_refused(house: House) -> None:
    data = QMimeData()
    data.setText("cut.mp4")
    drop(house, data)
    assert "not a file of this computer" in house.window.message.text()


def test_a_drag_covers_the_window_until_it_leaves_or_drops(house: House, folder: Path) -> None:
    overlay = house.window.overlay
    assert enter(house, payload(folder / "cut.mp4"))
    assert overlay.isVisible()
    assert overlay.text() == "Drop to open the video"
    assert overlay.geometry() == house.window.rect()
    QApplication.sendEvent(house.window, QDragLeaveEvent())
    assert not overlay.isVisible()
    drop_and_wait(house, folder / "cut.mp4")
    assert not overlay.isVisible()


def test_a_message_lies_over_the_preview_and_moves_nothing(house: House) -> None:
    before = house.window.tracks.geometry()
    house.window.tell("Something is wrong: do something about it.")
    assert house.window.message.isVisible()
    assert house.window.tracks.geometry() == before
    assert house.window.preview.rect().contains(house.window.message.geometry())
