"""What the window shows in the picture's place before there is a video: a welcome, an invitation."""

# ruff: noqa: N802 - Qt names what is overridden

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from tivm_desktop.gui.demo_page import DemoPage
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.start_page import StartPage
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.typography import font
from tivm_desktop.gui.welcome_page import WelcomePage

_MARGIN = 24
_INSIDE = 12
_ROOMY_LINES = 26
"""Lines of text that a page with all its decoration takes."""


class EmptyState(QWidget):
    """Pages inside a dashed frame, one at a time; where there is little room they scroll."""

    open_video = Signal()
    continue_wanted = Signal()
    """What was open last is to be opened again."""
    demo_wanted = Signal()
    """The demo is to be made and played."""
    demo_cancelled = Signal()
    """The demo is not wanted any more."""
    folder_taken = Signal(object)
    """The music folder that the welcome offered (`Path`) is to be used."""
    choose_wanted = Signal()
    """A music folder is to be chosen, asked for by the welcome."""
    dismissed = Signal()
    """The welcome is not wanted."""

    def __init__(self, icons: Icons, themes: Themes) -> None:
        super().__init__()
        self._themes = themes
        self.setAccessibleName(tr("Start", "the page before there is a video"))
        self.start = StartPage(icons, themes)
        self.welcome = WelcomePage(icons, themes)
        self.demo = DemoPage(icons, themes)
        self._pages = (self.start, self.welcome, self.demo)
        within = QWidget()
        column = QVBoxLayout(within)
        column.setContentsMargins(_INSIDE, _INSIDE, _INSIDE, _INSIDE)
        column.addStretch()
        for page in self._pages:
            column.addWidget(page)
        column.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(self.accessibleName())
        self._scroll.setWidget(within)
        for ground in (self._scroll.viewport(), within):
            ground.setAutoFillBackground(False)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(*(_MARGIN + 4,) * 4)
        outside.addWidget(self._scroll)
        self.start.open_asked.connect(self.open_video)
        self.start.continue_asked.connect(self.continue_wanted)
        self.start.demo_asked.connect(self.demo_wanted)
        self.welcome.demo_asked.connect(self.demo_wanted)
        self.welcome.folder_taken.connect(self.folder_taken)
        self.welcome.choose_asked.connect(self.choose_wanted)
        self.welcome.dismissed.connect(self.dismissed)
        self.demo.cancelled.connect(self.demo_cancelled)
        themes.changed.connect(self.update)
        self.show_start()

    def show_start(self) -> None:
        """Ask for a video."""
        self._show(self.start)

    def show_welcome(self) -> None:
        """Welcome somebody who was never here."""
        self._show(self.welcome)

    def show_making(self) -> None:
        """Say that the demo is being made."""
        self.demo.show_progress(0.0)
        self._show(self.demo)

    def is_welcoming(self) -> bool:
        """Tell whether the welcome is what is shown here."""
        return not self.welcome.isHidden()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what only decorates where there is little room."""
        super().resizeEvent(event)
        roomy = self.height() >= _ROOMY_LINES * QFontMetrics(font("body")).height()
        for page in self._pages:
            page.set_roomy(roomy=roomy)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame that says: here."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(self._themes.current.line_strong), 1.5)
        pen.setDashPattern([5, 5])
        painter.setPen(pen)
        painter.drawRoundedRect(self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN), 12, 12)

    def _show(self, shown: QWidget) -> None:
        for page in self._pages:
            page.setVisible(page is shown)
