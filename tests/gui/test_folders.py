"""The music folders: added, looked at again, removed, remembered."""

from pathlib import Path

import pytest

from tests.gui.conftest import House
from tivm_desktop.domain.library_status import LibraryStatus
from tivm_desktop.gui.settings import Settings

MUSIC, MORE = Path("/music"), Path("/more")


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


def test_adding_a_folder_twice_says_that_it_is_looked_at_again(house: House) -> None:
    house.window.open_folder(MUSIC)
    house.window.library.folders.add([MUSIC])
    assert house.window.status.text() == f"{MUSIC} is in the library: looking again"


def test_an_empty_folder_is_told_where_the_list_would_be(house: House) -> None:
    house.window.open_folder(MUSIC)
    house.engine.marshal.library_changed(LibraryStatus((MUSIC,)))
    assert house.window.tracks.hint.text() == "No music in this folder"


def test_how_a_library_stands_that_is_not_this_one_is_not_shown(house: House) -> None:
    house.window.open_folder(MUSIC)
    house.engine.marshal.library_changed(LibraryStatus((MORE,), 7, 7, 7))
    assert house.window.top.count_text() == "Looking for music…"


def test_a_folder_that_can_t_be_read_is_told(house: House) -> None:
    house.window.open_folder(MUSIC)
    house.engine.marshal.folder_failed(MUSIC, "The folder /music can't be read.")
    assert house.window.message.text() == "The folder /music can't be read."
    assert house.window.top.count_text() == "Not analysed"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """Where the dialog for a folder was opened; it is closed without an answer."""
    opened: list[Path | None] = []
    monkeypatch.setattr(
        "tivm_desktop.gui.dialogs.choose_music_folder", lambda parent, begin: opened.append(begin)
    )
    return opened


def test_without_folders_a_dialog_asks_for_the_first(house: House, asked: list[Path | None]) -> None:
    house.window.library.folders.open()
    assert asked == [None]


def test_the_list_of_folders_closes_for_the_dialog(house: House, asked: list[Path | None]) -> None:
    house.window.open_folder(MUSIC)
    folders = house.window.library.folders
    folders.open()
    folders.popover.add.click()
    assert asked == [MUSIC]
    assert not folders.popover.isVisible()
