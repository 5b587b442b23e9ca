"""Files that can't be listened to."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel

from tests.gui.conftest import House
from tivm_desktop.domain.library_status import LibraryStatus
from tivm_desktop.domain.suggestion import SkippedTrack
from tivm_desktop.gui.left_out_list import MOST_ROWS

MUSIC = Path("/music")


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


def test_a_long_list_is_cut_and_says_how_many_more_there_are(house: House) -> None:
    house.window.open_folder(MUSIC)
    failed = tuple(SkippedTrack(MUSIC / f"{number}.mp3", "It is empty.") for number in range(MOST_ROWS + 12))
    house.engine.marshal.library_changed(LibraryStatus((MUSIC,), 200, 50, 50, failed=failed))
    left_out = house.window.library.left_out.list
    house.window.library.left_out.open()
    said = [each.text() for each in left_out.findChildren(QLabel)]
    assert "and 12 more: copy the list to see all" in said
    assert said.count("It is empty.") == MOST_ROWS
    left_out.close()


def test_one_file_is_tried_again_by_its_button_and_the_list_follows(house: House) -> None:
    house.window.open_folder(MUSIC)
    failed = tuple(SkippedTrack(MUSIC / name, "It is empty.") for name in ("x.mp3", "y.mp3"))
    house.engine.marshal.library_changed(LibraryStatus((MUSIC,), 9, 7, 7, failed=failed))
    left_out = house.window.library.left_out.list
    house.window.library.left_out.open()
    buttons = left_out.findChildren(QAbstractButton)
    next(each for each in buttons if each.accessibleName() == "Try y.mp3 again").click()
    assert house.session.asked("try_again") == [([failed[1].path],)]
    assert house.window.status.text() == "Trying 1 file again"
    house.engine.marshal.library_changed(LibraryStatus((MUSIC,), 9, 8, 8, failed=failed[:1]))
    assert left_out.isVisible()
    assert left_out.files == failed[:1]
    left_out.close()
