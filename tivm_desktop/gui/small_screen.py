"""What the window's panels lie on: where the screen has less room than they need, it scrolls."""

# ruff: noqa: N802 - Qt names what is overridden

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_FRAME_PX = 40
"""What a title bar takes of the screen's height."""


class SmallScreen(QScrollArea):
    """Lets `ground` be as large as it must be, and the window as small as the screen makes it.

    On every other screen the window is never smaller than its panels, and nothing scrolls.
    """

    def __init__(self, ground: QWidget) -> None:
        super().__init__()
        self.setObjectName("smallScreen")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ground = ground
        self.setWidget(ground)

    def minimumSizeHint(self) -> QSize:
        """Need what the panels need, as far as there is so much screen."""
        room = self.screen().availableSize() - QSize(0, _FRAME_PX)
        return self._ground.minimumSizeHint().boundedTo(room)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear that the panels need more or less."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave keys to the window."""
        event.ignore()
