"""Under a row of the help: a key is another command's; shall it be taken over?"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tivm_desktop.gui.controls import label, push_button
from tivm_desktop.gui.language import tr


class HelpQuestion(QWidget):
    """A sentence, and two answers where it is a question."""

    taken = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = label("", "caption", "accent")
        self._sentence.setWordWrap(True)
        take = push_button(tr("Take it over"), tr("Take the key over"), "chip")
        leave = push_button(tr("Leave it"), tr("Leave the key where it is"), "quiet")
        self.stops = (take, leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(4)
        row.addWidget(self._sentence, 1)
        for answer in self.stops:
            row.addWidget(answer)
        take.clicked.connect(self.taken)
        leave.clicked.connect(self.left)

    def text(self) -> str:
        """Return what is said."""
        return self._sentence.text()

    def ask(self, sentence: str, *, taking: bool) -> None:
        """Say something, and ask whether the key shall be taken over."""
        self._sentence.setText(sentence)
        for answer in self.stops:
            answer.setVisible(taking)
        self.show()
        if taking:
            self.stops[0].setFocus(Qt.FocusReason.OtherFocusReason)
