"""What is drawn can be read, in both themes: measured on pixels of the window, also where colours mix."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QImage, QPixmap, QRegion
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from tests.gui.conftest import VIDEO, House
from tests.gui.fakes import order, suggestion
from tivm_desktop.domain.marks import Marks
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.gui.theme import ThemeChoice, Themes, contrast

SCALE = 3
"""Drawn at so many pixels a point that the strokes of letters have cores of one colour."""
TEXT, GRAPHIC = 4.5, 3.0


@pytest.fixture(params=["dark", "light"])
def seen(request: pytest.FixtureRequest, playing: House, themes: Themes) -> House:
    """A window in one theme: a track sounds, another is pinned, a range loops."""
    choice: ThemeChoice = "light" if request.param == "light" else "dark"
    themes.choose(choice)
    window = playing.window
    never = suggestion("d", 4, why=(), marks=Marks(never=True, favourite=True, rating=3))
    playing.engine.marshal.ranked(VIDEO, (*order("a", "b", "c"), never))
    playing.engine.set_range(VideoRange(2.0, 7.0))
    window.timeline.timeline.set_looping(on=True)
    with playing.bot.waitSignal(playing.engine.auditions.entered):
        window.tracks.view.chosen.emit(window.tracks.model.suggestion(0))
    window.tracks.model.set_pinned({suggestion("b").path: "A"})
    window.tell("Something is wrong: do something about it.")
    return playing


def drawn(widget: QWidget, part: QRect | None = None) -> QImage:
    """Return a part of a widget as it is painted, with what lies below it."""
    place = part or widget.rect()
    window = widget.window()
    picture = QPixmap(place.size() * SCALE)
    picture.setDevicePixelRatio(SCALE)
    picture.fill(QColor("magenta"))
    corner = widget.mapTo(window, place.topLeft())
    window.render(picture, QPoint(0, 0), QRegion(QRect(corner, place.size())))
    return picture.toImage()


def measured(image: QImage) -> float:
    """Return the contrast between the commonest colour and the strokes that stand out most from it."""
    pixels = np.frombuffer(image.convertToFormat(QImage.Format.Format_RGB32).constBits(), np.uint32)
    found, shares = np.unique(pixels & 0xFFFFFF, return_counts=True)
    paper = f"#{found[shares.argmax()]:06X}"
    return max(contrast(f"#{ink:06X}", paper) for ink in found[shares >= SCALE**2].tolist())


def visible(window: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [one for one in window.findChildren(kind) if one.isVisible() and one.window() is window]


def test_every_text_and_icon_of_the_window_stands_out(seen: House) -> None:
    for shown in visible(seen.window, QLabel):
        assert isinstance(shown, QLabel)
        if shown.text() or not shown.pixmap().isNull():
            least = TEXT if shown.text() else GRAPHIC
            assert measured(drawn(shown)) >= least, shown.text() or shown.parent()
    for button in visible(seen.window, QAbstractButton):
        assert isinstance(button, QAbstractButton)
        least = TEXT if button.text() and button.isEnabled() else GRAPHIC
        assert measured(drawn(button)) >= least, button.accessibleName()


@pytest.mark.parametrize("row", [0, 1, 2, 3])
def test_every_part_of_a_row_stands_out(seen: House, row: int) -> None:
    """The first sounds, the second is pinned, the fourth is marked in every way."""
    view = seen.window.tracks.view
    place = view.visualRect(view.model().index(row, 0))
    top, right = place.top(), view.viewport().width()
    parts = {
        "fit": QRect(20, top + 10, 44, 24),
        "title and artist": QRect(94, top + 10, 120, 20),
        "tempo": QRect(right - 132, top + 10, 54, 20),
        "length": QRect(right - 60, top + 10, 40, 20),
        "why": QRect(84, top + 31, 120, 20),
    }
    for name, part in parts.items():
        assert measured(drawn(view.viewport(), part)) >= TEXT, name


def test_the_times_of_the_timeline_stand_out_also_where_the_range_loops(seen: House) -> None:
    timeline = seen.window.timeline.timeline
    second = (timeline.width() - 40) / 10
    for time_s in (1, 3, 8):
        label = QRect(round(20 + time_s * second) + 4, 4, 30, 13)
        assert measured(drawn(timeline, label)) >= TEXT, time_s


def test_what_a_drop_would_do_stands_out_over_whatever_is_below(seen: House) -> None:
    overlay = seen.window.overlay
    overlay.show_over("Open this video")
    middle = QRect(overlay.rect().center() - QPoint(100, 20), QSize(200, 40))
    assert measured(drawn(overlay, middle)) >= TEXT
    overlay.hide()


def test_what_is_disabled_can_still_be_made_out(seen: House) -> None:
    for button in visible(seen.window, QAbstractButton):
        button.setEnabled(False)
        assert measured(drawn(button)) >= 2.0, button.accessibleName()
