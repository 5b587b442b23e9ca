"""Pinning and flipping, by key and by button."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.gui.conftest import VIDEO, House
from tests.gui.fakes import order, suggestion
from tivm_desktop.gui.track_model import PIN_ROLE

KEY = Qt.Key


def press(house: House, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    QTest.keyClick(house.window if focused is None else focused, key)


def hear(house: House, name: str) -> None:
    with house.bot.waitSignal(house.engine.auditions.entered):
        house.engine.auditions.enter(suggestion(name), play=False)


def heard(house: House) -> str:
    current = house.engine.auditions.current
    return "" if current is None else current.suggestion.title


def flip(house: House) -> str:
    with house.bot.waitSignal(house.engine.auditions.entered):
        press(house, KEY.Key_B)
    return heard(house)


def marks(house: House) -> str:
    """What the rows show, top to bottom, a dot where nothing."""
    model = house.window.tracks.model
    return "".join(str(model.index(row, 0).data(PIN_ROLE)) or "." for row in range(model.rowCount()))


@pytest.fixture
def pinned(playing: House) -> House:
    """A is `a`, B is `c`, which is heard."""
    for name in "ac":
        hear(playing, name)
        press(playing, KEY.Key_P)
    return playing


def test_pins_are_marked_and_spoken(pinned: House) -> None:
    assert marks(pinned) == "A.B"
    spoken = pinned.window.tracks.model.index(2, 0).data(int(Qt.ItemDataRole.AccessibleTextRole))
    assert "pinned as B" in spoken


def test_pins_are_seen(playing: House) -> None:
    view = playing.window.tracks.view
    hear(playing, "a")
    before = view.grab().toImage()
    press(playing, KEY.Key_P)
    assert view.grab().toImage() != before


def test_a_flip_changes_sound_and_row_and_holds_nothing(pinned: House) -> None:
    held = len(pinned.player.asked("pause")) + len(pinned.player.asked("seek"))
    assert [flip(pinned), flip(pinned), flip(pinned)] == ["a", "c", "a"]
    assert pinned.window.tracks.view.current_path() == suggestion("a").path
    assert len(pinned.player.asked("pause")) + len(pinned.player.asked("seek")) == held


def test_flips_are_matched_in_level(pinned: House) -> None:
    flip(pinned)
    assert pinned.player.asked("set_track")[-1] == (suggestion("a").path, 12.0, pytest.approx(-6.0))


def test_pins_survive_a_new_order(pinned: House) -> None:
    pinned.engine.marshal.ranked(VIDEO, order("x", "c", "b", "a"))
    pinned.bot.waitUntil(lambda: pinned.window.tracks.model.rowCount() == 4)
    assert marks(pinned) == ".B.A"
    assert flip(pinned) == "a"


def test_a_pin_that_is_ranked_no_more_can_still_be_heard(pinned: House) -> None:
    pinned.engine.marshal.ranked(VIDEO, order("b", "c"))
    pinned.bot.waitUntil(lambda: pinned.window.tracks.model.rowCount() == 2)
    assert flip(pinned) == "a"


def test_p_again_unpins(pinned: House) -> None:
    press(pinned, KEY.Key_P)
    assert marks(pinned) == "A.."


def test_a_single_pin_is_compared_with_the_track_heard(playing: House) -> None:
    hear(playing, "a")
    press(playing, KEY.Key_P)
    hear(playing, "b")
    assert [flip(playing), flip(playing)] == ["a", "b"]


def test_a_flip_without_pins_says_what_to_do(playing: House) -> None:
    press(playing, KEY.Key_B)
    assert playing.window.status.text().startswith("Nothing is pinned: press P")
    hear(playing, "a")
    press(playing, KEY.Key_P)
    press(playing, KEY.Key_B)
    assert playing.window.status.text().startswith("Only this track is pinned")
    assert heard(playing) == "a"


def test_p_without_tracks_says_what_to_do(house: House) -> None:
    house.window.activateWindow()
    press(house, KEY.Key_P)
    assert house.window.status.text().startswith("Choose a track first")


def test_the_buttons_do_the_same(pinned: House) -> None:
    def button(name: str) -> QAbstractButton:
        buttons = pinned.window.findChildren(QAbstractButton)
        return next(b for b in buttons if b.accessibleName().startswith(name))

    assert button("Unpin B").isChecked()
    with pinned.bot.waitSignal(pinned.engine.auditions.entered):
        QTest.mouseClick(button("Flip"), Qt.MouseButton.LeftButton)
    assert heard(pinned) == "a"
    QTest.mouseClick(button("Unpin A"), Qt.MouseButton.LeftButton)
    assert marks(pinned) == "..B"
    assert not button("Pin the track").isChecked()


def test_another_video_begins_without_pins(pinned: House) -> None:
    pinned.open(Path("/v/other.mp4"))
    pinned.engine.marshal.ranked(Path("/v/other.mp4"), order("a", "c"))
    assert marks(pinned) == ".."


def test_a_row_that_is_not_heard_is_pinned_from_its_menu(pinned: House) -> None:
    menu = pinned.window.carry.menu

    def choose(name: str, text: str) -> None:
        menu.open_for(suggestion(name), pinned.window.pos())
        next(action for action in menu.menu.actions() if action.text() == text).trigger()
        menu.menu.close()

    choose("c", "Unpin B")
    assert marks(pinned) == "A.."
    choose("b", "Pin")
    assert marks(pinned) == "AB."
    assert heard(pinned) == "c"
