"""Controls put in lines, as words are."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tivm_desktop.gui.flow import FlowLayout


def filled(qtbot: QtBot, *widths: int) -> tuple[QWidget, FlowLayout, list[QWidget]]:
    around = QWidget()
    qtbot.addWidget(around)
    flow = FlowLayout(around, gap=6)
    flow.setContentsMargins(0, 0, 0, 0)
    made = []
    for width in widths:
        one = QWidget(around)
        one.setFixedSize(width, 20)
        flow.addWidget(one)
        made.append(one)
    return around, flow, made


def test_what_has_no_room_goes_on_in_the_next_line(qtbot: QtBot) -> None:
    _around, flow, made = filled(qtbot, 50, 40, 30)
    flow.setGeometry(QRect(0, 0, 100, 200))
    assert [one.pos().toTuple() for one in made] == [(0, 0), (56, 0), (0, 26)]
    assert flow.heightForWidth(100) == 46
    assert flow.heightForWidth(200) == 20
    assert flow.hasHeightForWidth()


def test_it_is_at_least_as_wide_as_what_is_widest(qtbot: QtBot) -> None:
    _around, flow, _made = filled(qtbot, 50, 80)
    assert flow.sizeHint() == flow.minimumSize()
    assert flow.minimumSize().width() == 80


def test_what_is_taken_out_leaves_no_gap(qtbot: QtBot) -> None:
    _around, flow, made = filled(qtbot, 50, 40)
    taken = flow.takeAt(0)
    assert taken is not None
    assert taken.widget() is made[0]
    assert flow.takeAt(7) is None
    flow.setGeometry(QRect(0, 0, 100, 200))
    assert made[1].pos().toTuple() == (0, 0)
