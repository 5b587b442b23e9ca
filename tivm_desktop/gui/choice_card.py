"""A large button that says what it does in a title and a line."""

# ruff: noqa: N802 - Qt names what is overridden

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.typography import font

_PAD = 16
_ICON = 26
_GAP = 14
_BETWEEN = 3
_RADIUS = 10
_WIDEST_CHARACTERS = 20
_FLAGS = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)


class ChoiceCard(QAbstractButton):
    """Icon on the left, a title, and below it what will happen, on as many lines as it takes."""

    def __init__(self, icons: Icons, themes: Themes, icon: str, title: str, says: str) -> None:
        super().__init__()
        self._icons, self._themes, self._icon = icons, themes, icon
        self._says = says
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_words(title, says)
        themes.changed.connect(self.update)

    def show_words(self, title: str, says: str) -> None:
        """Show another title and line."""
        self._says = says
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(says)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a comfortable line."""
        width = self._beside() + QFontMetrics(font("body")).averageCharWidth() * _WIDEST_CHARACTERS
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Be content with the longest word."""
        words = [(word, "strong") for word in self.text().split()] + [
            (word, "caption") for word in self._says.split()
        ]
        longest = max(
            QFontMetrics(font("strong" if role == "strong" else "caption")).horizontalAdvance(word)
            for word, role in words
        )
        return QSize(self._beside() + longest + 2, 0)

    def hasHeightForWidth(self) -> bool:
        """Say that lines wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the room that the words take at a width."""
        title, says = self._texts(width)
        return 2 * _PAD + max(title.height() + _BETWEEN + says.height(), _ICON)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show it as it was."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint card, icon and words."""
        del event
        theme = self._themes.current
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.underMouse() or self.isDown()
        painter.setBrush(QColor(theme.hover if lit else theme.raised))
        edge = theme.accent if self.hasFocus() or lit else theme.line_strong
        painter.setPen(QPen(QColor(edge), 2 if self.hasFocus() else 1))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        painter.drawPixmap(
            _PAD, _PAD, self._icons.pixmap(self._icon, theme.accent, _ICON, self.devicePixelRatioF())
        )
        title, says = self._texts(self.width())
        height = title.height() + _BETWEEN + says.height()
        top = max((self.height() - height) // 2, _PAD) if height < _ICON else _PAD
        painter.setPen(QColor(theme.text))
        painter.setFont(font("strong"))
        painter.drawText(title.translated(0, top), _FLAGS, self.text())
        painter.setPen(QColor(theme.text_dim))
        painter.setFont(font("caption"))
        painter.drawText(says.translated(0, top + title.height() + _BETWEEN), _FLAGS, self._says)

    def _beside(self) -> int:
        return 2 * _PAD + _ICON + _GAP

    def _texts(self, width: int) -> tuple[QRect, QRect]:
        """Return where title and line lie, each from its own top."""
        left, room = _PAD + _ICON + _GAP, max(width - self._beside(), 1)
        space = QRect(0, 0, room, 10_000)
        title = QFontMetrics(font("strong")).boundingRect(space, _FLAGS, self.text())
        says = QFontMetrics(font("caption")).boundingRect(space, _FLAGS, self._says)
        return QRect(left, 0, room, title.height()), QRect(left, 0, room, says.height())
