"""How the panels of the main window lie to each other."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from tivm_desktop.gui.small_screen import SmallScreen

_HANDLE_PX = 4


@dataclass(frozen=True, slots=True)
class Layout:
    """The window's ground and the splitters in it, whose places are remembered."""

    room: SmallScreen
    """All of it; the window's middle."""
    ground: QWidget
    """What the panels lie on."""
    across: QSplitter
    """Between picture and list."""
    down: QSplitter
    """Between these two and the timeline."""


def lay_out(
    *, top: QWidget, picture: QWidget, transport: QWidget, tracks: QWidget, timeline: QWidget, status: QWidget
) -> Layout:
    """Put the panels together: picture and list side by side, the timeline below, a bar at each end."""
    stage = QWidget()
    left = _column(stage)
    left.addWidget(picture, 1)
    left.addWidget(transport)
    across = _splitter(Qt.Orientation.Horizontal, stage, tracks, sizes=(820, 540))
    down = _splitter(Qt.Orientation.Vertical, across, timeline, sizes=(600, 216))
    ground = QWidget()
    ground.setObjectName("ground")
    column = _column(ground)
    column.addWidget(top)
    column.addWidget(down, 1)
    column.addWidget(status)
    return Layout(SmallScreen(ground), ground, across, down)


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column


def _splitter(
    direction: Qt.Orientation, first: QWidget, second: QWidget, sizes: tuple[int, int]
) -> QSplitter:
    splitter = QSplitter(direction)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(_HANDLE_PX)
    splitter.addWidget(first)
    splitter.addWidget(second)
    splitter.setStretchFactor(0, 1)
    splitter.setSizes(list(sizes))
    return splitter
