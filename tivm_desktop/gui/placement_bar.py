"""The controls of a track's place: its best places, back to the suggestion, snapping."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from tivm_desktop.gui.controls import IconButton, label, show_tip, stands_for
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.typography import font

BUTTONS = 3


class PlacementBar(QWidget):
    """Shows where a track lies among its best places, and asks for others; decides nothing."""

    candidate_asked = Signal(int)
    """1 is the best."""
    reset_asked = Signal()
    snapping_asked = Signal(bool)

    def __init__(self, icons: Icons, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._moved = label("", "caption", "accent")
        self._moved.setToolTip(tr("How much later (+) or earlier (−) the track lies than suggested"))
        self._reset = IconButton(
            icons,
            themes,
            "reset",
            tr("Back to the suggested place"),
            tr("Put the track where it was suggested"),
            16,
        )
        stands_for(self._reset, "place.reset")
        row.addWidget(self._moved)
        row.addWidget(self._reset)
        row.addSpacing(4)
        self._candidates = [self._candidate(number) for number in range(1, BUTTONS + 1)]
        for button in self._candidates:
            row.addWidget(button)
        row.addSpacing(4)
        self._snap = IconButton(
            icons,
            themes,
            "magnet",
            tr("Snap to cuts"),
            tr("Beats of a track that is dragged snap to cuts"),
            16,
        )
        self._snap.setCheckable(True)
        self._snap.setChecked(True)
        stands_for(self._snap, "place.snap")
        row.addWidget(self._snap)
        self._reset.clicked.connect(self.reset_asked)
        self._snap.toggled.connect(self.snapping_asked)
        self.show_candidates((), None)
        self.show_moved("", moved=False)

    def show_candidates(self, tips: Sequence[str], current: int | None) -> None:
        """Offer as many places as there are tips; mark the one at which the track lies."""
        for number, button in enumerate(self._candidates, start=1):
            offered = number <= len(tips)
            button.setEnabled(offered)
            button.setChecked(offered and number == current)
            none = tr("There is no place number {number}").format(number=number)
            show_tip(button, tips[number - 1] if offered else none)

    def show_moved(self, text: str, *, moved: bool) -> None:
        """Say how far the track lies from where it was suggested."""
        self._moved.setText(text)
        self._reset.setEnabled(moved)

    def toggle_snapping(self) -> None:
        """Turn snapping off or on."""
        self._snap.toggle()

    def moved_text(self) -> str:
        """Return what is said of the distance from the suggestion."""
        return self._moved.text()

    def _candidate(self, number: int) -> QToolButton:
        button = QToolButton()
        button.setText(str(number))
        button.setFont(font("caption"))
        button.setAccessibleName(
            tr("Place {number}", "one of the best places of a track").format(number=number)
        )
        button.setCheckable(True)
        button.setObjectName("placeButton")
        button.setFocusPolicy(self._reset.focusPolicy())
        stands_for(button, f"place.{number}")
        button.clicked.connect(lambda: self._ask(button, number))
        return button

    def _ask(self, button: QToolButton, number: int) -> None:
        """Leave the mark to whoever knows where the track then lies."""
        button.setChecked(not button.isChecked())
        self.candidate_asked.emit(number)
