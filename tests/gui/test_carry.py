"""The row's menu, the clipboard and the file manager, through the window."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtDBus import QDBusConnection
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from tests.gui.conftest import VIDEO, House
from tests.gui.fakes import suggestion
from tivm_desktop.gui.carry_drag import drag_picture
from tivm_desktop.gui.carry_files import copied_file, files_data
from tivm_desktop.gui.theme import Themes

MOUSE, KEYBOARD = QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard
ODD = "Straße #1 & 50% – é.flac"


class NoBus:
    """A desktop without D-Bus."""

    @staticmethod
    def sessionBus() -> QDBusConnection:  # noqa: N802 - Qt's name
        return QDBusConnection("nowhere")


@dataclass
class Folders:
    """Stands in for what opens folders."""

    opened: list[Path] = field(default_factory=list)
    works: bool = True

    def open(self, url: QUrl) -> bool:
        self.opened.append(Path(url.toLocalFile()))
        return self.works


@pytest.fixture
def folders(monkeypatch: pytest.MonkeyPatch) -> Folders:
    made = Folders()
    monkeypatch.setattr("PySide6.QtDBus.QDBusConnection", NoBus)
    monkeypatch.setattr("tivm_desktop.gui.carry_reveal.QDesktopServices.openUrl", made.open)
    return made


@pytest.fixture
def track(house: House, tmp_path: Path) -> Path:
    """A window with one track in its list, whose file has an odd name."""
    path = tmp_path / ODD
    path.write_bytes(b"sound")
    house.open(VIDEO)
    house.engine.marshal.ranked(VIDEO, (suggestion("one", path=path),))
    house.window.tracks.view.setCurrentIndex(house.window.tracks.model.index(0, 0))
    house.window.activateWindow()
    return path


def menu_of(house: House) -> QMenu:
    """Open the menu of the first row as a right click does."""
    view = house.window.tracks.view
    place = view.visualRect(house.window.tracks.model.index(0, 0)).center()
    view.customContextMenuRequested.emit(place)
    return house.window.carry.menu.menu


def texts(menu: QMenu) -> list[str]:
    return [action.text().split("\t")[0] for action in menu.actions() if not action.isSeparator()]


def choose(house: House, text: str) -> None:
    menu = menu_of(house)
    next(action for action in menu.actions() if action.text().startswith(text)).trigger()
    menu.close()


def test_the_menu_offers_what_a_track_is_for_and_shows_the_keys(house: House, track: Path) -> None:
    menu = menu_of(house)
    assert menu.isVisible()
    assert texts(menu)[:4] == ["Play", "Copy path", "Copy file", "Show in file manager"]
    assert "Export preview…" in texts(menu)
    shown = next(action for action in menu.actions() if action.text().startswith("Copy path"))
    assert shown.text() == "Copy path\tCtrl+C"
    menu.close()


def test_opening_the_menu_changes_nothing_playing_does(house: House, track: Path) -> None:
    before = len(house.player.asked("set_track"))
    menu_of(house).close()
    assert len(house.player.asked("set_track")) == before
    choose(house, "Play")
    house.bot.waitUntil(lambda: house.player.asked("set_track")[-1][0] == track)
    assert house.player.state.playing


def test_the_menu_opens_at_a_right_click_which_plays_nothing(house: House, track: Path) -> None:
    view = house.window.tracks.view
    place = view.visualRect(house.window.tracks.model.index(0, 0)).center()
    before = len(house.player.asked("set_track"))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=place)
    where = view.viewport().mapToGlobal(place)
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(MOUSE, place, where))
    assert house.window.carry.menu.menu.isVisible()
    house.window.carry.menu.menu.close()
    house.bot.wait(1)
    assert len(house.player.asked("set_track")) == before


def test_the_menu_key_opens_it_at_the_current_row(house: House, track: Path) -> None:
    view = house.window.tracks.view
    view.setFocus()
    place = view.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).center()
    QApplication.sendEvent(view, QContextMenuEvent(KEYBOARD, place, view.mapToGlobal(place)))
    assert house.window.carry.menu.menu.isVisible()
    house.window.carry.menu.menu.close()


def test_there_is_no_menu_below_the_last_row(house: House, track: Path) -> None:
    house.window.tracks.view.customContextMenuRequested.emit(QPoint(10, 400))
    assert not house.window.carry.menu.menu.isVisible()


def test_others_add_entries_that_know_the_track(house: House, track: Path) -> None:
    heard: list[Path] = []
    house.window.carry.menu.add(lambda one: f"Pin {one.title} & more", lambda one: heard.append(one.path))
    menu = menu_of(house)
    assert menu.actions()[-1].text() == "Pin one && more"
    menu.actions()[-1].trigger()
    menu.close()
    assert heard == [track]


def test_a_path_is_copied_as_text(house: House, track: Path) -> None:
    house.bot.keyClick(house.window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == str(track)
    assert house.window.status.text() == f"Copied the path of {ODD}"


def test_a_sentence_that_is_marked_is_copied_instead(house: House, track: Path) -> None:
    house.window.tell("Everything is wrong.")
    sentence = next(
        each for each in house.window.message.findChildren(QLabel) if each.text() == "Everything is wrong."
    )
    QTest.mouseDClick(sentence, Qt.MouseButton.LeftButton, pos=QPoint(8, sentence.height() // 2))
    QTest.keyClick(sentence, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Everything"


def test_a_file_is_copied_for_file_managers_and_editors(house: House, track: Path) -> None:
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    house.bot.keyClick(house.window, Qt.Key.Key_C, modifiers)
    data = QGuiApplication.clipboard().mimeData()
    assert data is not None
    assert [Path(url.toLocalFile()) for url in data.urls()] == [track]


def test_a_copied_file_says_so_in_the_words_of_gnome(tmp_path: Path) -> None:
    data = copied_file(tmp_path / ODD)
    copied = bytes(data.data("x-special/gnome-copied-files").data()).decode("ascii")
    assert copied == f"copy\n{QUrl.fromLocalFile(str(tmp_path / ODD)).toEncoded().toStdString()}"


def test_files_travel_as_urls_and_as_paths(tmp_path: Path) -> None:
    data = files_data([tmp_path / ODD, tmp_path / "b.wav"])
    assert [Path(url.toLocalFile()) for url in data.urls()] == [tmp_path / ODD, tmp_path / "b.wav"]
    assert data.text() == f"{tmp_path / ODD}\n{tmp_path / 'b.wav'}"


def test_without_a_file_manager_that_selects_the_folder_is_opened(
    house: House, track: Path, folders: Folders
) -> None:
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    house.bot.keyClick(house.window, Qt.Key.Key_R, modifiers)
    assert folders.opened == [track.parent]
    assert not house.window.message.isVisible()
    folders.works = False
    house.bot.keyClick(house.window, Qt.Key.Key_R, modifiers)
    assert house.window.message.text().startswith("No file manager could be started")


def test_a_track_that_is_gone_is_one_sentence(house: House, track: Path, folders: Folders) -> None:
    track.unlink()
    choose(house, "Show in file manager")
    assert house.window.message.text().startswith(f"{ODD} is not there")
    assert folders.opened == []


@pytest.mark.parametrize(("system", "program"), [("darwin", "open"), ("win32", "explorer.exe")])
def test_each_system_s_own_file_manager_is_asked(
    system: str, program: str, house: House, track: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[tuple[str, list[str]]] = []

    def start(name: str, arguments: list[str]) -> tuple[bool, int]:
        started.append((name, arguments))
        return True, 1

    monkeypatch.setattr("tivm_desktop.gui.carry_reveal.QProcess.startDetached", start)
    monkeypatch.setattr("sys.platform", system)
    house.window.carry.menu.open_for(suggestion("one", path=track), QPoint())
    choose(house, "Show in file manager")
    assert [name for name, _ in started] == [program]
    assert started[0][1][-1] == str(track)


def test_keys_do_nothing_where_there_is_no_track(house: House) -> None:
    QGuiApplication.clipboard().setText("before")
    for key in (Qt.Key.Key_C, Qt.Key.Key_E):
        QTest.keyClick(house.window, key, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "before"
    assert not house.window.message.isVisible()


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_what_is_dragged_is_readable_and_no_wider_than_a_row(themes: Themes, ratio: float) -> None:
    short = drag_picture(themes.current, "A", ratio)
    long = drag_picture(themes.current, "A title that goes on and on " * 9, ratio)
    assert short.devicePixelRatio() == ratio
    assert short.width() < long.width() <= 320 * ratio
    assert short.height() == long.height() == 32 * ratio
