"""A row is painted once and drawn as often as it is shown; a row that looks otherwise is painted anew."""

from collections.abc import Hashable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from tivm_desktop.gui.row_pictures import RowPictures

ROW = QRect(3, 5, 40, 10)


class Canvas:
    """An image, and what was painted anew for it."""

    def __init__(self, ratio: float = 1.0) -> None:
        self.image = QImage(100, 60, QImage.Format.Format_ARGB32_Premultiplied)
        self.image.setDevicePixelRatio(ratio)
        self.image.fill(Qt.GlobalColor.white)
        self.painted: list[QRect] = []

    def draw(self, rows: RowPictures, look: Hashable, row: QRect = ROW) -> None:
        painter = QPainter(self.image)
        rows.draw(painter, row, look, self._paint)
        painter.end()

    def _paint(self, painter: QPainter, row: QRect) -> None:
        self.painted.append(row)
        painter.fillRect(row.adjusted(1, 1, -1, -1), Qt.GlobalColor.red)


@pytest.fixture
def rows(qtbot: QtBot) -> RowPictures:
    del qtbot
    return RowPictures()


def test_a_row_is_painted_once_at_its_own_origin_and_drawn_at_its_place(rows: RowPictures) -> None:
    canvas = Canvas()
    canvas.draw(rows, "a")
    canvas.draw(rows, "a", ROW.translated(0, 20))
    assert canvas.painted == [QRect(QPoint(0, 0), ROW.size())]
    red = [(x, y) for x, y in ((3, 5), (4, 6), (41, 13), (42, 14), (4, 26), (3, 25))
           if canvas.image.pixelColor(x, y) == Qt.GlobalColor.red]  # fmt: skip
    assert red == [(4, 6), (41, 13), (4, 26)]


@pytest.mark.parametrize("change", ["look", "width", "ratio"])
def test_whatever_changes_the_picture_paints_it_anew(rows: RowPictures, change: str) -> None:
    canvas = Canvas()
    canvas.draw(rows, "a")
    other = Canvas(2.0 if change == "ratio" else 1.0)
    row = QRect(3, 5, 30, 10) if change == "width" else ROW
    other.draw(rows, "b" if change == "look" else "a", row)
    assert len(other.painted) == 1


def test_a_sharp_screen_gets_a_sharp_picture(rows: RowPictures) -> None:
    canvas = Canvas(2.0)
    canvas.draw(rows, "a", QRect(3, 5, 40, 10))
    assert canvas.image.pixelColor(2 * 4, 2 * 6) == Qt.GlobalColor.red
    assert canvas.image.pixelColor(2 * 4 - 1, 2 * 6) == Qt.GlobalColor.white


def test_only_the_newest_are_kept(rows: RowPictures) -> None:
    canvas = Canvas()
    for number in range(200):
        canvas.draw(rows, number)
    canvas.draw(rows, 199)
    assert len(canvas.painted) == 200
    canvas.draw(rows, 0)
    assert len(canvas.painted) == 201
