"""Every control says what it is, can be reached with Tab, and says where it is when it is."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QProgressBar,
    QScrollBar,
    QWidget,
)

from tests.gui.conftest import House
from tests.gui.fakes import order
from tivm_desktop.domain.library_status import LibraryState, LibraryStatus
from tivm_desktop.domain.suggestion import SkippedTrack
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.gui.placement_map import PlacementMap

VIDEO = Path("/v/cut.mp4")
CONTROLS = (QAbstractButton, QAbstractSlider, QAbstractItemView, QProgressBar)
NO_STOPS = (QProgressBar, PlacementMap)
"""Nothing is done in the one; the buttons and keys of the best places do what the other does."""


@pytest.fixture
def full(house: House) -> House:
    """A window in which every control is on the screen."""
    house.open(VIDEO)
    house.window.open_folder(Path("/music"))
    marshal = house.engine.marshal
    failed = (SkippedTrack(Path("/music/x.mp3"), "x is empty."),)
    state = LibraryState.INDEXING
    marshal.library_changed(LibraryStatus((Path("/music"),), 9, 2, 1, state, failed=failed))
    marshal.ranked(VIDEO, order("a", "b"))
    house.engine.set_range(VideoRange(2.0, 7.0))
    house.window.tell("Something is wrong: do something about it.")
    return house


def controls(window: QWidget) -> list[QWidget]:
    return [
        child
        for child in window.findChildren(QWidget)
        if isinstance(child, CONTROLS) and not isinstance(child, QScrollBar)
    ]


def test_every_control_has_a_name(full: House) -> None:
    nameless = [child for child in controls(full.window) if not child.accessibleName()]
    assert nameless == []
    assert len(controls(full.window)) >= 17


def test_every_control_on_the_screen_is_reached_with_tab(full: House) -> None:
    wanted = {
        child
        for child in controls(full.window)
        if child.isVisible() and child.isEnabled() and not isinstance(child, NO_STOPS)
    }
    reached: set[QWidget] = set()
    widget = full.window.nextInFocusChain()
    while widget is not None and widget is not full.window:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            reached.add(widget)
        widget = widget.nextInFocusChain()
    assert wanted <= reached


def test_the_focus_can_be_seen(full: House) -> None:
    full.window.activateWindow()
    for child in controls(full.window):
        if (
            not child.isVisible()
            or not child.isEnabled()
            or isinstance(child, (*NO_STOPS, QAbstractItemView))
        ):
            continue
        full.window.setFocus()
        without = child.grab().toImage()
        child.setFocus(Qt.FocusReason.TabFocusReason)
        assert child.grab().toImage() != without, child.accessibleName()


def test_files_left_out_are_listed_with_their_reason(full: House) -> None:
    button = next(
        b
        for b in full.window.findChildren(QAbstractButton)
        if b.accessibleName().startswith("1 file left out")
    )
    assert button.text() == "1 left out"
    assert full.window.library.left_out.list.files == (SkippedTrack(Path("/music/x.mp3"), "x is empty."),)


def test_what_computes_and_sounds_is_named(full: House) -> None:
    status = full.window.status
    assert status.pack_text() == "Pack toy 1"
    full.engine.marshal.provider_active("CPU")
    assert status.provider_text() == "Computing on CPU"
    full.bot.waitUntil(lambda: status.device_text() == "Sound: Test device")
