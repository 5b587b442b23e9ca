"""Text at twice its size, in the languages with the longest words, on the screen of a small laptop."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTranslator
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import VIDEO, House
from tests.gui.fakes import order
from tivm_desktop.bundle import bundled
from tivm_desktop.domain.library_status import LibraryState, LibraryStatus
from tivm_desktop.domain.suggestion import SkippedTrack
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.gui.controls import ElidedLabel
from tivm_desktop.gui.small_screen import SmallScreen
from tivm_desktop.gui.typography import line_px

MUSIC = Path("/music")
SCREENS = (QSize(1366, 740), QSize(1366, 600))
"""What 1366 by 768 pixels leave below a title bar, and less."""
TWICE_PX = 26


@pytest.fixture(params=["de", "fr"])
def twice(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    """Text of twice its size, in a language."""
    before, larger = QFont(qapp.font()), QFont(qapp.font())
    larger.setPixelSize(TWICE_PX)
    qapp.setFont(larger)
    translator = QTranslator(qapp)
    assert translator.load(str(bundled("resources") / "translations" / f"tivm_{request.param}.qm"))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)
    qapp.setFont(before)


@pytest.fixture
def full(twice: None, playing: House) -> House:
    """A window in which everything is going on."""
    del twice
    marshal = playing.engine.marshal
    playing.window.open_folder(MUSIC)
    failed = (SkippedTrack(MUSIC / "x.mp3", "x.mp3 is empty."),)
    marshal.library_changed(LibraryStatus((MUSIC,), 9000, 2, 1, LibraryState.INDEXING, failed=failed))
    playing.engine.set_range(VideoRange(2.0, 7.0))
    first = playing.window.tracks.model.suggestion(0)
    with playing.bot.waitSignal(playing.engine.auditions.entered):
        playing.window.tracks.view.chosen.emit(first)
    return playing


def place(widget: QWidget) -> QRect:
    """Where a widget is seen, which may scroll."""
    return widget.visibleRegion().boundingRect().translated(widget.mapTo(widget.window(), QPoint(0, 0)))


def cut_off(window: QWidget) -> list[str]:
    """Name what of a window's texts has less room than it needs, or lies over another."""
    texts = [
        one
        for one in window.findChildren(QWidget)
        if isinstance(one, (QLabel, QAbstractButton))
        and one.isVisible()
        and one.window() is window
        and one.text()
    ]
    found = []
    for one in texts:
        wraps = isinstance(one, QLabel) and one.wordWrap()
        needed = one.heightForWidth(one.width()) if wraps else one.fontMetrics().height()
        narrow = not (wraps or isinstance(one, ElidedLabel)) and one.width() < one.minimumSizeHint().width()
        if narrow or one.height() < needed:
            found.append(f"{one.text()!r} is cut off")
    for one, other in combinations(texts, 2):
        related = one.isAncestorOf(other) or other.isAncestorOf(one)
        if not related and place(one).intersects(place(other)):
            found.append(f"{one.text()!r} lies over {other.text()!r}")
    return found


@pytest.mark.parametrize("screen", SCREENS, ids=["768", "600"])
def test_nothing_of_the_window_is_cut_off(full: House, screen: QSize) -> None:
    window = full.window
    window.resize(screen)
    full.bot.waitUntil(lambda: window.size() == screen)
    QApplication.processEvents()
    assert cut_off(window) == []
    (room,) = window.findChildren(SmallScreen)
    assert not room.horizontalScrollBar().isVisible()
    row = window.tracks.view.visualRect(window.tracks.model.index(0, 0))
    assert row.height() >= line_px("strong") + line_px("body")


@pytest.mark.parametrize("screen", SCREENS, ids=["768", "600"])
def test_nothing_of_the_start_and_the_welcome_is_cut_off(twice: None, house: House, screen: QSize) -> None:
    house.window.resize(screen)
    for show in (house.window.empty.show_start, house.window.empty.show_welcome):
        show()
        QApplication.processEvents()
        assert cut_off(house.window) == []
        for room in house.window.findChildren(QScrollArea):
            assert not room.horizontalScrollBar().isVisible()


def test_nothing_of_what_opens_is_cut_off_or_beyond_the_window(full: House) -> None:
    window, library = full.window, full.window.library
    window.resize(SCREENS[0])
    full.engine.marshal.ranked(VIDEO, order("a"))
    shown = window.tracks.model.suggestion(0)
    assert shown is not None
    for opened, popover in (
        (library.folders.open, library.folders.popover),
        (library.left_out.open, library.left_out.list),
        (library.search.open_filters, library.search.popover),
        (library.index.open, library.index.popover),
        (window.mix.open, window.mix.popover),
        (lambda: library.marks.write(shown), library.marks.editor),
    ):
        opened()
        QApplication.processEvents()
        assert cut_off(popover) == []
        assert QRect(window.mapToGlobal(QPoint(0, 0)), window.size()).contains(popover.geometry())
        popover.close()


def test_nothing_of_the_help_is_cut_off(full: House) -> None:
    full.window.resize(SCREENS[1])
    full.window.help.toggle()
    sheet = full.window.help.sheet
    assert sheet is not None
    with full.bot.waitSignal(sheet.list.filled):
        pass
    QApplication.processEvents()
    for row in sheet.list.rows:
        assert row.height() >= row.minimumSizeHint().height(), row.command.says


def test_a_screen_too_small_for_the_window_scrolls(qtbot: QtBot) -> None:
    ground, panels = QWidget(), QWidget()
    panels.setFixedSize(3000, 2000)
    QVBoxLayout(ground).addWidget(panels)
    room = SmallScreen(ground)
    qtbot.addWidget(room)
    room.resize(400, 300)
    with qtbot.waitExposed(room):
        room.show()
    assert room.minimumSizeHint().width() < 3000
    assert (room.horizontalScrollBar().maximum(), room.verticalScrollBar().maximum()) > (0, 0)
    panels.setFixedSize(200, 100)
    qtbot.waitUntil(lambda: room.horizontalScrollBar().maximum() + room.verticalScrollBar().maximum() == 0)
    assert room.minimumSizeHint().width() < 300


def test_what_opens_over_a_low_window_scrolls(full: House) -> None:
    low = QWidget()
    full.bot.addWidget(low)
    low.resize(700, 300)
    low.show()
    popover = full.window.library.search.popover
    popover.open_at(QPoint(0, 0), low)
    assert popover.height() <= low.height()
    assert cut_off(popover) == []
    last = [one for one in popover.findChildren(QAbstractButton) if one.isEnabled()][-1]
    assert last.visibleRegion().isEmpty()
    for _ in range(30):
        if last.hasFocus():
            break
        QTest.keyClick(QApplication.focusWidget() or popover, Qt.Key.Key_Tab)
    assert not last.visibleRegion().isEmpty()
    popover.close()
