"""What every page of the settings is made of: sections, and lines that say what a setting does."""

# ruff: noqa: N802 - Qt names what is overridden

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from tivm_desktop.gui.controls import Tone, label, push_button
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.typography import Role, font

_EDGE_PX = 28
_SECTIONS_PX = 26
_ROWS_PX = 14


def said(text: str, role: Role = "caption", tone: Tone = "dim") -> QLabel:
    """Make a text of as many lines as it needs."""
    made = label(text, role, tone)
    made.setWordWrap(True)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return made


class Section(QWidget):
    """A heading, and settings under it.

    Args:
        title: the heading.
        reset: gives all settings of the section their defaults; None where there are none.
    """

    def __init__(self, title: str, reset: Callable[[], None] | None = None) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_ROWS_PX)
        head = QHBoxLayout()
        head.addWidget(label(title, "title"))
        head.addStretch(1)
        if reset is not None:
            button = push_button(
                tr("Reset to defaults"),
                tr("{section}: reset to defaults").format(section=title),
                "quiet",
            )
            button.clicked.connect(reset)
            head.addWidget(button)
        self._column.addLayout(head)

    def row(self, title: str, says: str, control: QWidget, under: QWidget | None = None) -> None:
        """Add a setting with its control at the right, and what belongs under its words."""
        heading, text = label(title), said(says)
        heading.setBuddy(control)
        if isinstance(control, QSpinBox):
            control.lineEdit().setTextMargins(8, 0, 8, 0)
        if not control.accessibleName():
            control.setAccessibleName(title)
        control.setAccessibleDescription(says)
        control.setFont(font("body"))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(heading)
        words.addWidget(text)
        if under is not None:
            words.addWidget(under)
        across = QHBoxLayout()
        across.setSpacing(20)
        across.addLayout(words, 1)
        across.addWidget(control, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(across)

    def check(self, title: str, says: str) -> QCheckBox:
        """Add something that is on or off."""
        box = QCheckBox(title)
        box.setAccessibleName(title)
        box.setAccessibleDescription(says)
        box.setFont(font("body"))
        box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        text = said(says)
        text.setContentsMargins(21, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(box)
        words.addWidget(text)
        self._column.addLayout(words)
        return box

    def line(self, text: str = "", role: Role = "body", tone: Tone = "dim") -> QLabel:
        """Add a text of its own."""
        made = said(text, role, tone)
        self._column.addWidget(made)
        return made

    def add(self, widget: QWidget) -> None:
        """Add anything else."""
        self._column.addWidget(widget)

    def buttons(self, *buttons: QWidget) -> None:
        """Add buttons side by side."""
        across = QHBoxLayout()
        across.setSpacing(8)
        for button in buttons:
            across.addWidget(button)
        across.addStretch(1)
        self._column.addLayout(across)


class SettingsPage(QScrollArea):
    """Sections under each other, scrolled where there is no room for them.

    Args:
        title: what a screen reader says.
    """

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("settingsPage")
        self.setAccessibleName(title)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ground = QWidget()
        self._ground.setObjectName("settingsGround")
        self._column = QVBoxLayout(self._ground)
        self._column.setContentsMargins(_EDGE_PX, _EDGE_PX - 4, _EDGE_PX, _EDGE_PX)
        self._column.setSpacing(_SECTIONS_PX)
        self._column.addStretch(1)
        self.setWidget(self._ground)

    def section(self, title: str, reset: Callable[[], None] | None = None) -> Section:
        """Add a section below the others."""
        made = Section(title, reset)
        self.add(made)
        return made

    def add(self, widget: QWidget) -> None:
        """Add anything below the sections."""
        self._column.insertWidget(self._column.count() - 1, widget)

    def fill(self, widget: QWidget) -> None:
        """Give something that was added all room that is left."""
        self._column.setStretch(self._column.count() - 1, 0)
        self._column.setStretchFactor(widget, 1)

    def shown(self) -> None:
        """Take note that the page is looked at from now on."""
        for box in self._ground.findChildren(QWidget):
            if isinstance(box, (QComboBox, QAbstractSpinBox)):
                box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Have the wheel scroll the page, unless the box under it has the focus."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.ensureWidgetVisible(watched)
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Go on to the next control, scrolled into view."""
        moved = super().focusNextPrevChild(forward)
        focused: QWidget | None = self.window().focusWidget()
        if moved and focused is not None and self._ground.isAncestorOf(focused):
            self.ensureWidgetVisible(focused)
        return moved
