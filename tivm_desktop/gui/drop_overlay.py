"""What covers the window while something is dragged over it."""

# ruff: noqa: N802 - Qt names what is overridden

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.typography import font

_INSET = 8


class DropOverlay(QWidget):
    """A veil with one sentence; lets every event through to the window."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._over = parent
        self._text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_over(self, text: str) -> None:
        """Cover the parent and say what a drop would do."""
        self._text = text
        self.setAccessibleName(text)
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()
        self.update()

    def text(self) -> str:
        """Return what is said."""
        return self._text

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw veil, frame and sentence."""
        del event
        theme = self._themes.current
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(theme.window)
        veil.setAlphaF(0.9)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(QColor(theme.accent), 2))
        frame = QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        painter.drawRoundedRect(frame, 12, 12)
        painter.setPen(QColor(theme.text))
        painter.setFont(font("display"))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self._text)
