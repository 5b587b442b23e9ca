"""The picture is shown whole, in its shape, in the middle."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.gui.fakes import FakeFrame
from tivm_desktop.gui.preview import Preview
from tivm_desktop.gui.theme import Themes


@pytest.fixture
def preview(qtbot: QtBot, themes: Themes) -> Preview:
    made = Preview(themes, QWidget())
    qtbot.addWidget(made)
    made.resize(800, 400)
    with qtbot.waitExposed(made):
        made.show()
    made.show_video()
    return made


def plain(width: int, height: int, colour: tuple[int, int, int]) -> FakeFrame:
    return FakeFrame(np.full((height, width, 3), colour, np.uint8))


def test_a_tall_picture_stands_between_bars(preview: Preview, themes: Themes) -> None:
    preview.show_frame(plain(90, 160, (200, 30, 60)))
    assert preview.picture_rect() == QRectF(287, 0, 225, 400)
    shown = preview.grab().toImage()
    assert shown.pixelColor(400, 200) == QColor(200, 30, 60)
    assert shown.pixelColor(40, 200) == QColor(themes.current.letterbox)


def test_a_picture_made_for_the_view_is_not_scaled(preview: Preview) -> None:
    preview.show_frame(plain(710, 400, (1, 2, 3)))
    assert preview.picture_rect() == QRectF(45, 0, 710, 400)


def test_rows_with_padding_are_shown_straight(preview: Preview) -> None:
    wide = np.zeros((400, 808, 3), np.uint8)
    wide[:, :, 1] = 180
    preview.show_frame(FakeFrame(wide[:, :800]))
    assert preview.grab().toImage().pixelColor(799, 399) == QColor(0, 180, 0)


def test_frames_are_polled_and_counted_once(preview: Preview, qtbot: QtBot) -> None:
    waiting = [plain(16, 9, (10, 10, 10)), plain(16, 9, (20, 20, 20))]
    preview.set_playing(playing=True)
    preview.follow(lambda: waiting.pop(0) if waiting else None)
    qtbot.waitUntil(lambda: preview.frames_painted == 2)
    preview.grab()
    assert preview.frames_painted == 2
    preview.stop()


def test_the_size_for_pictures_is_told_in_device_pixels(preview: Preview, qtbot: QtBot) -> None:
    with qtbot.waitSignal(preview.view_resized) as told:
        preview.resize(640, 360)
    scale = preview.devicePixelRatioF()
    assert told.args == [round(640 * scale), round(360 * scale)]
