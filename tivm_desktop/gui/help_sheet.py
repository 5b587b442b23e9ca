"""The sheet over the window that lists every key and lets it be changed."""

# ruff: noqa: N802 - Qt names what is overridden

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from tivm_desktop.gui.controls import IconButton, label, push_button
from tivm_desktop.gui.help_list import HelpList
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.shortcuts import Shortcuts
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.typography import font, width_px

_MOST_WIDTH = 960
_MOST_HEIGHT = 860
_MARGIN = 28
_VEIL = 0.82
_SEARCH_PX = 220


class HelpSheet(QWidget):
    """A card over the veiled window; the focus stays in it, the transport's keys still work."""

    closed = Signal()
    about_asked = Signal()
    demo_asked = Signal()

    def __init__(self, shortcuts: Shortcuts, icons: Icons, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self._shortcuts = shortcuts
        self._themes = themes
        self._over = parent
        self._sure = False
        self.setAccessibleName(tr("Keys", "of the keyboard"))
        self.list = HelpList(shortcuts, icons, themes)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find a command or a key"))
        self.search.setAccessibleName(tr("Find a command or a key"))
        self.search.setFont(font("body"))
        self.search.setClearButtonEnabled(False)
        self.search.textChanged.connect(self.list.search)
        self._reset = push_button("", tr("Give every command its first keys"), "quiet")
        self._reset.clicked.connect(self._reset_all)
        about = push_button(tr("About"), tr("About TIVM Desktop"), "quiet")
        about.clicked.connect(self.about_asked)
        demo = push_button(tr("Try the demo"), tr("Try the demo"), "quiet")
        demo.clicked.connect(self.demo_asked)
        close = IconButton(icons, themes, "close", tr("Close"), size=16)
        close.clicked.connect(self.closed)
        header = QHBoxLayout()
        header.setContentsMargins(24, 16, 16, 8)
        header.setSpacing(12)
        self._stops = (self.search, self._reset, demo, about, close)
        header.addWidget(label(tr("Keys", "of the keyboard"), "title"))
        header.addStretch(1)
        for part in self._stops:
            header.addWidget(part, 100 if part is self.search else 0)
        hint_px = width_px("body", self.search.placeholderText())
        self.search.setMinimumWidth(_SEARCH_PX)
        self.search.setMaximumWidth(max(_SEARCH_PX, hint_px + 32))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setAccessibleName(tr("All keys"))
        self._scroll.setWidget(self.list)
        hint = label(
            tr(
                "Click a key and press another; Backspace takes it away, Esc keeps it. "
                "In the list, Enter plays the marked track."
            ),
            "caption",
            "faint",
        )
        hint.setWordWrap(True)
        hint.setContentsMargins(24, 8, 24, 14)
        self._card = QFrame(self)
        self._card.setObjectName("helpCard")
        column = QVBoxLayout(self._card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(header)
        column.addWidget(self._scroll, 1)
        column.addWidget(hint)
        shortcuts.changed.connect(self._show_reset)
        parent.installEventFilter(self)
        self._show_reset()
        self.hide()

    def open(self) -> None:
        """Cover the window, everything listed."""
        self.search.clear()
        self._show_reset()
        self._lay_out()
        self.raise_()
        self.show()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self._lay_out()
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Keep Tab inside the sheet."""
        order = [one for one in (*self._stops, *self.list.stops()) if one.isVisible() and one.isEnabled()]
        focused = QApplication.focusWidget()
        place = order.index(focused) if focused in order else -1
        step = 1 if forward else -1
        order[(place + step) % len(order)].setFocus(
            Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        )
        focused = QApplication.focusWidget()
        if focused is not None and self.list.isAncestorOf(focused):
            self._scroll.ensureWidgetVisible(focused)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close where the window beside the card is pressed."""
        event.accept()
        if not self._card.geometry().contains(event.position().toPoint()):
            self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Veil the window."""
        del event
        veil = QColor(self._themes.current.window)
        veil.setAlphaF(_VEIL)
        QPainter(self).fillRect(self.rect(), veil)

    def _lay_out(self) -> None:
        self.setGeometry(self._over.rect())
        width = min(_MOST_WIDTH, self.width() - 2 * _MARGIN)
        height = min(_MOST_HEIGHT, self.height() - 2 * _MARGIN)
        self._card.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def _show_reset(self) -> None:
        self._sure = False
        self._reset.setText(tr("Reset all", "keys to the ones they came with"))
        self._reset.setVisible(any(self._shortcuts.is_own(one.name) for one in self._shortcuts.commands))

    def _reset_all(self) -> None:
        if self._sure:
            self._shortcuts.reset_all()
        else:
            self._sure = True
            self._reset.setText(tr("Reset all keys?"))
