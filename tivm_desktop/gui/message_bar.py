"""What went wrong, in one sentence, in the window and not in the way."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from tivm_desktop.gui.controls import IconButton, IconLabel, label
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.theme import Themes


class MessageBar(QWidget):
    """A line that appears under the top bar and goes when dismissed or made untrue."""

    def __init__(self, icons: Icons, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = label()
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        dismiss = IconButton(icons, themes, "close", "Dismiss the message", size=14)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(IconLabel(icons, themes, "warning", "danger", 18))
        row.addWidget(self._text)
        row.addWidget(dismiss)
        dismiss.clicked.connect(self.clear)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show `sentence` until it is dismissed or replaced."""
        self._text.setText(sentence)
        self._text.setAccessibleName(sentence)
        self.setAccessibleName(f"Message: {sentence}")
        self.show()

    def clear(self) -> None:
        """Take the message away."""
        self.hide()
        self._text.clear()

    def text(self) -> str:
        """Return what is said, empty where nothing is."""
        return self._text.text()
