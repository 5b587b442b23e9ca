"""What went wrong or was done, in one sentence, in the window and not in the way."""

# ruff: noqa: N802 - Qt names what is overridden

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from tivm_desktop.gui.announce import announce
from tivm_desktop.gui.controls import IconButton, IconLabel, label, push_button
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.theme import Themes

_INSET = 12


class MessageBar(QWidget):
    """A sentence that lies over the top of `over` until it is dismissed or replaced.

    It floats so that nothing in the window moves when it comes or goes.
    """

    def __init__(self, icons: Icons, themes: Themes, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setObjectName("messageBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = label()
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        dismiss = IconButton(icons, themes, "close", tr("Dismiss the message"), size=14)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        self._warning = IconLabel(icons, themes, "warning", "danger", 18)
        self._action = push_button("", "", "chip")
        self._act: Callable[[], None] | None = None
        row.addWidget(self._warning)
        row.addWidget(self._text)
        row.addWidget(self._action)
        row.addWidget(dismiss)
        dismiss.clicked.connect(self.clear)
        self._action.clicked.connect(self._on_action)
        over.installEventFilter(self)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show `sentence` until it is dismissed or replaced."""
        self._say(sentence, "", None)

    def notice(self, sentence: str, action: str, act: Callable[[], None]) -> None:
        """Say what was done, with a button that does something about it, "Undo" for instance."""
        self._say(sentence, action, act)

    def action(self) -> str:
        """Return what the button says, empty where there is none."""
        return self._action.text() if self._act is not None else ""

    def press(self) -> None:
        """Press the button."""
        self._action.click()

    def _say(self, sentence: str, action: str, act: Callable[[], None] | None) -> None:
        self._act = act
        self._action.setText(action)
        self._action.setAccessibleName(action or tr("No action"))
        self._action.setVisible(act is not None)
        self._warning.setVisible(act is None)
        tone = "notice" if act is not None else "problem"
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().polish(self)
        self._text.setText(sentence)
        self._text.setAccessibleName(sentence)
        self.setAccessibleName(tr("Message: {sentence}").format(sentence=sentence))
        self._place()
        self.raise_()
        self.show()
        announce(self, sentence, "now" if act is None else "soon")

    def clear(self) -> None:
        """Take the message away."""
        self.hide()
        self._text.clear()
        self._act = None

    def clear_if(self, sentence: str) -> None:
        """Take the message away if it is this one."""
        if self.text() == sentence:
            self.clear()

    def text(self) -> str:
        """Return what is said, empty where nothing is."""
        return self._text.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of what the message lies over."""
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _on_action(self) -> None:
        act = self._act
        self.clear()
        if act is not None:
            act()

    def _place(self) -> None:
        width = max(self._over.width() - 2 * _INSET, 0)
        height = self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()
        self.setGeometry(_INSET, _INSET, width, height)
