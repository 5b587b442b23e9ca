"""The first start welcomes once, offers the user's music and a demo, and never comes back."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QProgressBar
from pytestqt.qtbot import QtBot

from tests.gui.first_start import MUSIC, VIDEO, Start, made_home, starts
from tivm_desktop.domain.library_status import LibraryState, LibraryStatus
from tivm_desktop.domain.suggestion import SkippedTrack
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.settings import Settings
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.welcome_control import WELCOMED, found_words, standard_music
from tivm_desktop.gui.welcome_page import WelcomePage


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return made_home(tmp_path, monkeypatch)


@pytest.fixture
def start(
    qtbot: QtBot, themes: Themes, icons: Icons, tmp_path: Path, home: Path
) -> Iterator[Callable[..., Start]]:
    yield from starts(qtbot, themes, icons, tmp_path)


def test_the_first_start_says_what_it_does_and_asks_for_music(start: Callable[..., Start]) -> None:
    first = start()
    assert first.welcoming
    assert first.window.empty.welcome.isVisible()
    assert not first.window.empty.start.isVisible()
    said = " ".join(line.text() for line in first.window.empty.welcome.findChildren(QAbstractButton))
    assert "Choose your music folder…" in said
    assert "Try the demo" in said


def test_only_what_was_done_ends_the_welcome_not_closing_the_window(start: Callable[..., Start]) -> None:
    start()
    assert start().welcoming


@pytest.mark.parametrize("what", [VIDEO, "folder"])
def test_what_is_dropped_ends_it_for_ever(
    what: Path | str, start: Callable[..., Start], tmp_path: Path
) -> None:
    first = start()
    first.open(tmp_path if what == "folder" else VIDEO)
    assert not first.welcoming
    second = start()
    assert not second.welcoming
    assert second.settings.text(WELCOMED)


def test_what_could_not_be_used_does_not_end_it(start: Callable[..., Start]) -> None:
    first = start()
    first.open(Path("/v/nonsense.txt"))
    assert first.welcoming


def test_not_now_leads_to_the_usual_invitation_with_the_demo_in_reach(start: Callable[..., Start]) -> None:
    first = start()
    QTest.mouseClick(first.window.empty.welcome.later, Qt.MouseButton.LeftButton)
    assert not first.welcoming
    assert first.window.empty.start.isVisible()
    assert first.window.empty.start.demo.isVisible()
    assert first.window.tracks.hint.text() == "Where is your music?"
    again = start()
    assert not again.welcoming
    assert again.window.empty.start.demo.isVisible()


def test_a_profile_with_folders_is_not_welcomed(start: Callable[..., Start], tmp_path: Path) -> None:
    Settings(tmp_path / "window.ini").remember_music_folders([MUSIC])
    old = start()
    assert not old.welcoming
    assert not old.window.empty.start.demo.isVisible()


def test_what_the_command_line_brings_is_welcome_enough(start: Callable[..., Start]) -> None:
    assert not start(asked=True).welcoming


def test_the_users_own_music_is_offered_with_one_click(start: Callable[..., Start], home: Path) -> None:
    (home / "Music" / "song.mp3").touch()
    first = start()
    card = first.window.empty.welcome.music
    first.bot.waitUntil(lambda: card.text().startswith("Use "))
    assert card.text().endswith("Music")
    assert card.accessibleName() == card.text()
    assert first.window.empty.welcome.other.isVisible()
    assert first.session.calls == []
    with first.bot.waitSignal(first.engine.taken_in):
        card.click()
    assert first.session.asked("set_music_folders") == [((home / "Music",),)]
    assert not first.welcoming


def test_a_folder_is_chosen_in_the_systems_own_dialog(
    start: Callable[..., Start], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tivm_desktop.gui.dialogs.choose_music_folder", lambda *_: tmp_path)
    first = start()
    with first.bot.waitSignal(first.engine.taken_in):
        first.window.empty.welcome.music.click()
    assert first.engine.library.folders == (tmp_path,)


@pytest.mark.parametrize(
    ("made", "offered"),
    [
        ((), False),
        (("song.flac",), True),
        (("album/",), True),
        ((".hidden/",), False),
        (("desktop.ini", "cover.jpg"), False),
    ],
)
def test_a_music_folder_is_offered_where_something_is_in_it(
    made: tuple[str, ...], *, offered: bool, home: Path
) -> None:
    for name in made:
        path = home / "Music" / name
        path.mkdir() if name.endswith("/") else path.touch()
    assert standard_music() == (home / "Music" if offered else None)


def test_a_music_folder_that_is_not_there_is_not_offered(home: Path) -> None:
    (home / "Music").rmdir()
    assert standard_music() is None


def test_it_says_how_many_tracks_are_found_and_then_asks_for_the_video(
    start: Callable[..., Start], tmp_path: Path
) -> None:
    first = start()
    first.open(tmp_path)
    page = first.window.empty.start
    assert page.isVisible()
    first.engine.marshal.library_changed(LibraryStatus((tmp_path,), 12, state=LibraryState.SCANNING))
    assert page.found.isVisible()
    assert page.found.text().endswith(": 12 tracks so far")
    first.engine.marshal.library_changed(LibraryStatus((tmp_path,), 48, state=LibraryState.INDEXING))
    assert page.found.text().startswith("48 tracks in ")
    assert not page.demo.isVisible()


def test_words_for_what_was_found() -> None:
    failed = (SkippedTrack(MUSIC / "x.mp3", "x is empty."),)
    scanning = LibraryState.SCANNING
    assert found_words(LibraryStatus()) == ""
    assert found_words(LibraryStatus((MUSIC,), state=scanning)) == f"Looking through {MUSIC}…"
    assert found_words(LibraryStatus((MUSIC,), 2, failed=failed)) == f"1 track in {MUSIC}"
    assert found_words(LibraryStatus((MUSIC, VIDEO), 2000)) == "2,000 tracks in your music folders"
    assert found_words(LibraryStatus((MUSIC,), 0)) == ""


def test_everything_has_a_name_and_is_reached_with_tab(start: Callable[..., Start], home: Path) -> None:
    (home / "Music" / "song.mp3").touch()
    first = start()
    empty = first.window.empty
    first.bot.waitUntil(empty.welcome.other.isVisible)
    for show in (empty.show_welcome, empty.show_start, empty.show_making):
        show()
        wanted = {one for one in empty.findChildren(QAbstractButton) if one.isVisible()}
        bars = [one for one in empty.findChildren(QProgressBar) if one.isVisible()]
        assert wanted
        assert all(one.accessibleName() for one in (*wanted, *bars))
        assert all(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in wanted)


def test_a_card_is_pressed_with_the_keyboard_and_shows_its_focus(start: Callable[..., Start]) -> None:
    first = start()
    first.window.activateWindow()
    card = first.window.empty.welcome.demo
    first.window.setFocus()
    without = card.grab().toImage()
    card.setFocus(Qt.FocusReason.TabFocusReason)
    assert card.grab().toImage() != without
    with first.bot.waitSignal(card.clicked):
        QTest.keyClick(card, Qt.Key.Key_Space)
    first.demo.cancel()


def test_cards_stand_one_above_the_other_where_it_is_narrow(
    qtbot: QtBot, themes: Themes, icons: Icons
) -> None:
    page = WelcomePage(icons, themes)
    qtbot.addWidget(page)
    page.resize(700, 500)
    with qtbot.waitExposed(page):
        page.show()
    assert page.music.y() == page.demo.y()
    page.resize(320, 500)
    qtbot.waitUntil(lambda: page.music.geometry().bottom() < page.demo.y())
    assert page.music.heightForWidth(200) > page.music.heightForWidth(400)


def test_what_was_open_last_is_offered_by_name(start: Callable[..., Start]) -> None:
    first = start(asked=True)
    empty = first.window.empty
    empty.start.offer_continue("a film.mp4")
    assert empty.start.go_on.isVisible()
    assert empty.start.go_on.accessibleName() == "Continue with a film.mp4"
    with first.bot.waitSignal(empty.continue_wanted):
        empty.start.go_on.click()
    empty.start.offer_continue("x" * 500)
    assert empty.start.go_on.width() < empty.width()
    empty.start.offer_continue("")
    assert not empty.start.go_on.isVisible()
